package org.chancery.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContractFilterTest {
    private static final String ID = "019b95c0-d000-735c-be9d-ec82bb3a0f08";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void query_shouldReachTheResource_whenValid() throws IOException {
        Response answer = plain().header("Accept-Language", "uk, en;q=0.5").get("/probe/events?participantId=" + ID
                + "&role=host&role=chair&sort=-start,name&startFrom=2024-02-29&updatedFrom=2026-01-01T00:00:00%2B02:00"
                + "&city=Zo%C3%AB+B&limit=7");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.asByteArray())).isEqualTo(JSON.readTree("""
                {"operationId": "listEvents", "limit": 7, "includeTotal": false, "startFrom": "2024-02-29",
                 "updatedFrom": "2025-12-31T22:00:00Z", "acceptLanguage": "uk, en;q=0.5",
                 "filters": {"participantId": ["%s"], "role": ["host", "chair"], "sort": ["-start", "name"],
                             "startFrom": ["2024-02-29"], "updatedFrom": ["2026-01-01T00:00:00+02:00"], "city": ["Zoë B"]}}
                """.formatted(ID)));
    }

    @Test
    void limit_shouldHaveTheContractsDefault_whenLeftOut() {
        assertThat(plain().get("/probe/events").jsonPath().getInt("limit")).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, colour unknown-parameter", "participantId=7, participantId format",
        "participantId=1-1-1-1-1, participantId format", "limit=0, limit minimum", "limit=201, limit maximum",
        "limit=1.5, limit type", "limit=99999999999999999999, limit type", "limit=3000000000, limit format",
        "limit=5&limit=6, limit repeated", "city=, city empty", "city, city empty", "needsConfirmation=yes, needsConfirmation type",
        "needsConfirmation=TRUE, needsConfirmation type", "startFrom=2026-02-30, startFrom date",
        "startFrom=2026-13-01, startFrom pattern", "startFrom=2026-01-06%0A, startFrom max-length", "updatedFrom=2026-01-01T00:00:00, updatedFrom format",
        "updatedFrom=2026-01-01T00:00:00+02:00, updatedFrom format", "sort=colour, sort enum",
        "'sort=name,,start', sort empty", "'sort=name,-name,start,-start', sort max-items", "sort=name&sort=start, sort repeated",
        "phase=later, phase enum", "status=held&status=over, status enum", "city=%00, city text",
        "city=%ED%A0%80, city encoding", "city=%C3, city encoding", "c%E0ty=a, c%E0ty encoding",
        "cursor=%20, cursor pattern", "lang=_, lang pattern"})
    void query_shouldBeRefused_whenAgainstTheContract(String query, String expected) throws IOException {
        Response answer = plain().get("/probe/events?" + query);

        JsonNode problem = problem(answer, 400, "invalid-request");
        assertThat(places(problem)).containsExactly(expected);
    }

    @Test
    void query_shouldNameAllErrorsAtOnce() throws IOException {
        JsonNode problem = problem(plain().get("/probe/events?colour=red&limit=0&sort=name,x&startTo=2026-02-30"), 400,
                "invalid-request");

        assertThat(places(problem)).containsExactlyInAnyOrder("colour unknown-parameter", "limit minimum", "sort enum",
                "startTo date");
        assertThat(problem.get("detail").asText()).isEqualTo("4 errors");
    }

    @Test
    void header_shouldBeRefused_whenAgainstItsPattern() throws IOException {
        JsonNode problem = problem(plain().header("Accept-Language", "uk@").get("/probe/events"), 400, "invalid-request");

        assertThat(places(problem)).containsExactly("Accept-Language pattern");
    }

    @Test
    void path_shouldNotBeFound_whenItsIdIsNoUuid() throws IOException {
        problem(plain().get("/probe/sources/1-1-1-1-1"), 404, "not-found");
    }

    @Test
    void ifMatch_shouldBeRequired() throws IOException {
        JsonNode problem = problem(plain().delete("/probe/sources/" + ID + "?reason=twice"), 428,
                "precondition-required");

        assertThat(problem.get("errors")).isEqualTo(JSON.readTree("""
                [{"header": "If-Match", "code": "required", "detail": "is required"}]"""));
    }

    @ParameterizedTest
    @CsvSource(value = {"3", "\"3\", \"4\"", "W/\"3\"", "\"3", "\"\""}, delimiter = '|')
    void ifMatch_shouldBeRefused_whenMalformed(String tag) throws IOException {
        JsonNode problem = problem(plain().header("If-Match", tag).delete("/probe/sources/" + ID + "?reason=twice"), 400,
                "invalid-request");

        assertThat(places(problem)).containsExactly("If-Match pattern");
    }

    @Test
    void parameter_shouldBeRequired_togetherWithHeader() throws IOException {
        JsonNode problem = problem(plain().delete("/probe/sources/" + ID), 400, "invalid-request");

        assertThat(places(problem)).containsExactly("reason required", "If-Match required");
    }

    @Test
    void body_shouldReachTheResource_whenValid() throws IOException {
        String body = "{\"title\":\"Зустріч\",\"lang\":\"uk\",\"publishedDate\":\"2026-01-06\"}";

        Response answer = json(body).post("/probe/sources");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.asByteArray())).isEqualTo(JSON.readTree(body));
    }

    @Test
    void patch_shouldReachTheResource_withItsNulls() throws IOException {
        Response answer = patch("{\"note\":null}").header("If-Match", "\"1\"").patch("/probe/sources/" + ID);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo("{\"note\":null}");
    }

    @Test
    void patch_shouldReportHeaderAndBody_whenBothAreWrong() throws IOException {
        JsonNode problem = problem(patch("{\"note\":5}").patch("/probe/sources/" + ID + "?x=1"), 400, "invalid-request");

        assertThat(places(problem)).containsExactly("x unknown-parameter", "If-Match required", "/note type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{\"title\":}| /title json", "{\"title\":\"a\"| /title json", "[1,2| /1 json", "{\"a\":1,}| /a json", "{title:1}| json",
        "{\"title\":\"a\",\"title\":\"b\"}| /title duplicate-member", "{} {}| trailing-content", "{}]| trailing-content",
        "{} x| trailing-content", "[]| type", "null| null", "5| type", "NaN| json", "1e999| number",
        "{\"title\":\"a\\u0000b\"}| /title text", "{\"title\":\"\\ud800\"}| /title text",
        "{\"title\":5}| /title type", "{\"title\":null}| /title null", "{\"title\":\"\"}| /title min-length",
        "{\"url\":\"x\"}| /url format", "{\"originId\":\"1\"}| /originId format", "{\"lang\":\"_\"}| /lang pattern",
        "{\"publishedDate\":\"yesterday\"}| /publishedDate pattern", "^ ^| required"})
    void body_shouldBeRefused_whenMalformed(String body, String expected) throws IOException {
        JsonNode problem = problem(json(body).post("/probe/sources"), 400, "invalid-request");

        assertThat(places(problem)).containsExactly(expected);
    }

    @Test
    void body_shouldBeRefused_whenEmpty() throws IOException {
        JsonNode problem = problem(plain().contentType("application/json").post("/probe/sources"), 400, "invalid-request");

        assertThat(places(problem)).containsExactly("required");
    }

    @Test
    void body_shouldBeRefused_whenNotUtf8() throws IOException {
        Response answer = plain().contentType("application/json")
                .body(new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xE9, '"', '}'}).post("/probe/sources");

        assertThat(places(problem(answer, 400, "invalid-request"))).containsExactly("encoding");
    }

    @Test
    void body_shouldBeRefused_whenNestedTooDeep() throws IOException {
        JsonNode problem = problem(json("[".repeat(100_000)).post("/probe/sources"), 400, "invalid-request");

        assertThat(places(problem)).containsExactly("too-deep");
    }

    @Test
    void body_shouldNameAllErrorsAtOnce() throws IOException {
        JsonNode problem = problem(json("{\"title\":5,\"colour\":1,\"a\\ud800\":2,\"url\":\"x\"}").post("/probe/sources"), 400,
                "invalid-request");

        assertThat(places(problem)).containsExactlyInAnyOrder("/title type", "/colour unknown-member", "/a\uFFFD text",
                "/url format");
    }

    private static RequestSpecification plain() {
        return given().urlEncodingEnabled(false);
    }

    private static RequestSpecification json(String body) {
        return plain().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification patch(String body) {
        return plain().contentType("application/merge-patch+json")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode problem(Response answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(answer.asByteArray());
        assertThat(new ContractValidator(new Contract()).validate("Problem", problem)).isEmpty();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        return problem;
    }

    /** Where and what, for each error. */
    static List<String> places(JsonNode problem) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> (error.path("parameter").asText() + error.path("header").asText()
                        + error.path("pointer").asText() + " " + error.get("code").asText()).trim())
                .toList();
    }
}
