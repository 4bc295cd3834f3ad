package org.chancery.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.docs.Guide.Keep;
import org.chancery.docs.Guide.Request;
import org.chancery.docs.Guide.Shown;
import org.chancery.fixture.Credentials;
import org.chancery.fixture.Curl;
import org.chancery.fixture.EventReader;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guides and README tell the truth: each request that they show is sent, and answers what they show. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class GuideTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path GUIDES = Path.of("src/main/docs/guides");
    private static int sent;

    @TestHTTPResource("/")
    URI root;

    static Stream<Path> documents() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md")), Files.list(GUIDES).sorted());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void requests_shouldBeAnsweredAsShown(Path document) throws IOException {
        assertThat(run(document)).isEmpty();
    }

    @Test
    void requests_shouldNotPass_whenTheGuideLies(@TempDir Path folder) throws IOException {
        String truth = Files.readString(GUIDES.resolve("paging.md"));
        Path lie = folder.resolve("lie.md");

        for (Map.Entry<String, String> change : Map.of("Afghanistan", "Atlantis", "\"total\":196", "\"total\":195", "rel=\"next\"", "rel=\"prev\"",
                "200 OK", "404 Not Found", "\"status\":400", "\"status\":422").entrySet()) {
            assertThat(truth).contains(change.getKey());
            Files.writeString(lie, truth.replace(change.getKey(), change.getValue()));
            assertThat(run(lie)).as(change.getValue()).hasSize(1);
        }
        Files.writeString(lie, "```sh\ncurl --data-raw x localhost:8080/v1/people\n```\n");
        assertThatThrownBy(() -> run(lie)).hasMessageContaining("--data-raw");
    }

    /** @return what is not as shown */
    private List<String> run(Path document) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, String> variables = new HashMap<>(Map.of("KEY", Credentials.ADMIN.key()));
        HttpResponse<String> last = null;
        for (Guide.Step step : Guide.read(document)) {
            if (step instanceof Keep keep) {
                variables.put(keep.variable(), part(last, keep.what()));
            } else if (step instanceof Request request) {
                last = send(Curl.parse(request.line(), variables::get));
                compare(request, last, wrong);
            }
        }
        assertThat(last).as("an answer in " + document).isNotNull();
        return wrong;
    }

    private static String part(HttpResponse<String> answer, String what) {
        return answer.headers().firstValue(what).orElseGet(() -> Json.read(answer.body()).get(what).textValue());
    }

    private static void compare(Request request, HttpResponse<String> answer, List<String> wrong) {
        String told = request.line() + "\nanswers " + answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body();
        if (request.answer().isEmpty()) {
            if (answer.statusCode() != 200) {
                wrong.add(told);
            }
            return;
        }
        Shown shown = request.answer().get();
        boolean same = (shown.status() == null || shown.status() == answer.statusCode())
                && shown.headers().entrySet().stream().allMatch(header ->
                        answer.headers().allValues(header.getKey()).stream().anyMatch(value -> Shown.agrees(header.getValue(), value)))
                && Shown.agrees(shown.body(), answer.body());
        if (!same) {
            wrong.add(told + "\nand not " + shown);
        }
    }

    private HttpResponse<String> send(Curl request) {
        sent++;
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(request.path())).method(request.method(),
                request.body() == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(request.body()));
        if (!request.headers().isEmpty()) {
            builder.headers(request.headers().toArray(String[]::new));
        }
        try {
            return EventReader.whole(CLIENT, builder.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void report() {
        System.out.println(sent + " requests of guides and README sent");
    }
}
