package org.chancery.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.chancery.fixture.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser lets web pages do (Fetch Standard). */
@QuarkusTest
class BrowserRoutesTest {
    private static final String ANYWHERE = "https://anywhere.example";

    @ParameterizedTest
    @CsvSource({"GET,/v1/people,200", "GET,/v1/people/nothing,404", "GET,/v1/nothing,404", "GET,/v1/people?colour=red,400", "POST,/v1/people/match,400",
        "GET,/reconcile,200"})
    void pageOfAnyOrigin_shouldReadWhatIsOpen(String method, String path, int status) {
        Response answer = given().header("Origin", ANYWHERE).contentType("application/json").request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Location", "RateLimit", "Retry-After", "Changes-Cursor");
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/people", "GET,/v1/people/0190b5e0-0000-7000-8000-000000000000", "POST,/v1/people/match", "POST,/reconcile"})
    void preflight_shouldAllowEverybodyWhatIsOpen(String method, String path) {
        Response answer = preflight(ANYWHERE, method, path);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo(method);
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Accept-Language", "Content-Type", "If-None-Match", "X-API-Key");
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/people", "PATCH,/v1/people/0190b5e0-0000-7000-8000-000000000000", "POST,/v1/people/batch", "GET,/v1/api-keys", "POST,/v1/api-keys"})
    void preflight_shouldAllowWritingToOriginsOfTheListAlone(String method, String path) {
        Response stranger = preflight(ANYWHERE, method, path);
        Response editor = preflight(TestAccess.EDITORS, method, path);

        assertThat(stranger.header("Access-Control-Allow-Origin")).isNull();
        assertThat(stranger.header("Access-Control-Allow-Methods")).isNull();
        assertThat(editor.header("Access-Control-Allow-Origin")).isEqualTo(TestAccess.EDITORS);
        assertThat(editor.header("Access-Control-Allow-Methods")).isEqualTo(method);
        assertThat(editor.header("Access-Control-Allow-Headers")).contains("If-Match", "Idempotency-Key", "X-Change-Comment", "X-API-Key");
        assertThat(editor.header("Vary")).contains("Origin");
    }

    @Test
    void answerToAWrite_shouldBeReadByOriginsOfTheListAlone() {
        Response stranger = write(ANYWHERE);
        Response editor = write(TestAccess.EDITORS);

        assertThat(stranger.header("Access-Control-Allow-Origin")).isNull();
        assertThat(editor.statusCode()).isEqualTo(400);
        assertThat(editor.header("Access-Control-Allow-Origin")).isEqualTo(TestAccess.EDITORS);
        assertThat(editor.headers().getValues("Vary")).containsExactly("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/people", "/v1/people.csv", "/v1/nothing", "/v1/api-keys", "/openapi/v1.json", "/reconcile", "/nothing", "/docs/"})
    void answer_shouldBeTakenForWhatItIs(String path) {
        assertThat(given().get(path).headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/people", "/v1/nothing", "/v1/events.atom"})
    void answer_shouldBeNoPage(String path) {
        Response answer = given().get(path);

        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("Strict-Transport-Security")).as("over plain HTTP (RFC 6797, 7.2)").isNull();
    }

    private static Response preflight(String origin, String method, String path) {
        Response answer = given().header("Origin", origin).header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type,x-api-key").header(Credentials.ANONYMOUS, "").options(path);
        assertThat(answer.statusCode()).isEqualTo(204);
        return answer;
    }

    private static Response write(String origin) {
        return given().header("Origin", origin).contentType("application/json").body("{}").post("/v1/people");
    }
}
