package org.chancery.verify;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.fixture.Credentials;

/** Lets no answer that any test gets through RestAssured pass unchecked, nor any request that is accepted; the service loader finds it, so no test names it. */
public class ContractAnswers implements QuarkusTestBeforeEachCallback, Filter {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(ContractAnswers.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification specification, FilterContext context) {
        addCredential(request);
        Response answer = context.next(request, specification);
        String contentType = answer.contentType() == null || answer.contentType().isEmpty() ? null : answer.contentType();
        URI uri = URI.create(request.getURI());
        ResponseCheck.check(request.getMethod(), uri.getRawPath(), answer.statusCode(), byName(answer.headers()), contentType, answer.asString());
        RequestCheck.check(new RequestCheck.Sent(request.getMethod(), uri.getRawPath(), uri.getRawQuery(), byName(request.getHeaders()),
                text(request.getBody())), answer.statusCode());
        return answer;
    }

    private static void addCredential(FilterableRequestSpecification request) {
        boolean anonymous = request.getHeaders().hasHeaderWithName(Credentials.ANONYMOUS);
        if (anonymous) {
            request.removeHeader(Credentials.ANONYMOUS);
        }
        String needed = Credentials.needed(request.getMethod(), URI.create(request.getURI()).getRawPath());
        if (!anonymous && needed != null && !request.getHeaders().hasHeaderWithName(Credentials.HEADER)
                && !request.getHeaders().hasHeaderWithName("Authorization")) {
            request.header(Credentials.HEADER, needed);
        }
    }

    private static Map<String, List<String>> byName(Headers headers) {
        return headers.asList().stream()
                .collect(Collectors.groupingBy(Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body == null ? null : body.toString();
    }
}
