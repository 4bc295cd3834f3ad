package org.chancery.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocsTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)[^\"]*\"");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    @Test
    void docs_shouldLeadToThePage() {
        Response answer = unfollowed("/docs");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(URI.create(RestAssured.baseURI + "/docs").resolve(answer.header("Location")).getPath()).isEqualTo("/docs/");
    }

    @Test
    void everyLink_shouldLeadSomewhere_withoutLeavingTheService() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> ahead = new ArrayList<>(List.of("/docs/"));
        while (!ahead.isEmpty()) {
            String path = ahead.remove(0);
            if (seen.add(path)) {
                Response answer = RestAssured.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                if (answer.contentType().startsWith("text/html")) {
                    LINK.matcher(answer.asString()).results().map(link -> URI.create(path).resolve(link.group(1)).toString()).forEach(ahead::add);
                }
            }
        }

        assertThat(seen).allMatch(path -> path.startsWith("/docs/") || path.startsWith("/openapi/"));
        assertThat(seen).contains("/docs/swagger-ui/swagger-ui-bundle.js", "/docs/guides/paging.html", "/docs/guides/dates.html",
                "/docs/guides/as-of.html", "/docs/guides/languages.html", "/docs/guides/concurrency.html", "/docs/guides/errors.html");
    }

    @Test
    void everyPage_shouldForbidWhatItDoesNotNeed() {
        for (String path : List.of("/docs", "/docs/", "/docs/docs.js", "/docs/guides/errors.html", "/docs/nothing")) {
            Response answer = unfollowed(path);

            assertThat(answer.headers().getValues("Content-Security-Policy")).as(path).singleElement().asString()
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void pages_shouldHaveNothingInline() {
        for (String path : List.of("/docs/", "/docs/guides/concurrency.html")) {
            assertThat(INLINE.matcher(RestAssured.get(path).asString()).results().map(MatchResult::group).toList()).as(path).isEmpty();
        }
    }

    @Test
    void anUnknownPage_shouldBeAProblem() {
        Response answer = RestAssured.get("/docs/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    /** Not held against the contract, which knows nothing of a redirection. */
    private static Response unfollowed(String path) {
        return given().noFilters().redirects().follow(false).get(path);
    }
}
