package org.chancery.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.chancery.fixture.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREDENTIAL = Credentials.HEADER + ": " + Credentials.WRITER.key() + "\r\n";

    @TestHTTPResource
    URI root;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/v1", "/v1/nothing", "/v1/leaders/7/evidence", "/q/nothing", "/openapi/v2.yaml",
        "/probe/nothing", "/v1/"})
    void path_shouldNotBeFound_whenUnknown(String path) throws IOException {
        Response answer = given().accept("text/html").urlEncodingEnabled(false).get(path);

        problem(answer, 404, "not-found", path);
    }

    @Test
    void head_shouldHaveNoBody_whenNotFound() {
        Response answer = given().head("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void options_shouldListTheMethodsOfThePath() {
        Response answer = given().options("/v1/events");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PUT|/v1/sources|GET, HEAD, OPTIONS, POST", "POST|/v1/events|GET, HEAD, OPTIONS",
        "PURGE|/v1/events|GET, HEAD, OPTIONS", "TRACE|/v1/events|GET, HEAD, OPTIONS", "POST|/openapi/v1.yaml|GET, HEAD, OPTIONS"})
    void method_shouldBeRefusedWithAllow(String method, String path, String allow) throws IOException {
        Response answer = given().request(method, path);

        problem(answer, 405, "method-not-allowed", path);
        assertThat(answer.header("Allow")).isEqualTo(allow);
    }

    @Test
    void accept_shouldBeRefused_whenNothingFits() throws IOException {
        problem(given().accept("text/html").get("/probe/events"), 406, "not-acceptable", "/probe/events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "application/", "text/html;;q=", "a b/c"})
    void accept_shouldBeRefused_whenMalformed(String accept) throws IOException {
        problem(given().header("Accept", accept).get("/probe/events"), 400, "invalid-request", "/probe/events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*;q=0.5, text/html;level=1", "text/plain , */*;q=0.1",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"})
    void accept_shouldBeTaken_whenJsonFits(String accept) {
        assertThat(given().header("Accept", accept).get("/probe/events").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/merge-patch+json", "*/*", "nonsense"})
    void contentType_shouldBeRefused_whenNotOfTheOperation(String type) throws IOException {
        String answer = raw("POST /probe/sources HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + CREDENTIAL + "Content-Type: " + type
                + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"code\":\"unsupported-media-type\"");
    }

    @Test
    void contentType_shouldBeRequired() throws IOException {
        String answer = raw("POST /probe/sources HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + CREDENTIAL + "Content-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"code\":\"unsupported-media-type\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_048_577, 3_000_000, 20_000_000})
    void body_shouldBeRefused_whenTooLarge(int length) throws IOException {
        Response answer = given().contentType("application/json").body(new byte[length]).post("/probe/sources");

        problem(answer, 413, "payload-too-large", "/probe/sources");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_048_577, 3_000_000})
    void body_shouldBeRefused_whenTooLargeInChunks(int length) throws IOException {
        String chunk = Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n0\r\n\r\n";

        String answer = raw("POST /probe/sources HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + CREDENTIAL
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"payload-too-large\"");
    }

    @Test
    void body_shouldBeRead_whenAsLargeAsAllowed() throws IOException {
        byte[] body = ("{\"title\":5}" + " ".repeat(RequestGate.MAX_BODY - 11)).getBytes(StandardCharsets.UTF_8);

        JsonNode problem = problem(given().contentType("application/json").body(body).post("/probe/sources"), 400,
                "invalid-request", "/probe/sources");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz", "/v1/people/%C3%28", "/%", "/v1/people/%E0%80%80", "/v1/people?name=%zz", "/v1/people?name=%4"})
    void path_shouldBeRefused_whenItsEncodingIsBroken(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ").contains("\"code\":\"invalid-request\"");
    }

    @Test
    void path_shouldBeRefused_whenItHasRawBytes() throws IOException {
        assertThat(raw("GET /v1/\u00e9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"invalid-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET nothing", "GET *", "OPTIONS *", "GET http://[", "GET /v1/a|b", "GET /v1/people/<>",
        "GET /v1/../nothing", "GET /v1/people;a=b/x/y/z", "BREW /nothing", "GET /?", "GET /#x"})
    void path_shouldNotBeFound_whenItIsOdd(String line) throws IOException {
        assertThat(raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ").contains("\"code\":\"not-found\"");
    }

    @Test
    void url_shouldBeRefused_whenTooLong() throws IOException {
        problem(given().get("/v1/people?name=" + "a".repeat(20_000)), 414, "uri-too-long", "/v1/people");
    }

    @Test
    void headers_shouldBeRefused_whenTooLarge() throws IOException {
        problem(given().header("X-Long", "a".repeat(20_000)).get("/v1/people"), 431, "headers-too-large", "/v1/people");
    }

    @Test
    void failure_shouldTellNothingOfTheInside() throws IOException {
        Response answer = given().get("/probe/failure");

        JsonNode problem = problem(answer, 500, "internal-error", "/probe/failure");
        assertThat(problem.get("detail").asText()).matches("The incident is logged as [0-9a-f-]{36}\\.");
        assertThat(answer.asString()).doesNotContain("secret").doesNotContain("java").doesNotContain("Exception");
    }

    private static JsonNode problem(Response answer, int status, String code, String path) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(answer.asByteArray());
        assertThat(problem.get("type").asText()).isEqualTo("https://chancery.example/problems/" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("instance").asText()).isEqualTo(path);
        assertThat(problem.get("errors").isArray()).isTrue();
        return problem;
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort()); InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
