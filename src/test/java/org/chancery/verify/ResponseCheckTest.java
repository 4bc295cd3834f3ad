package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself lets nothing through: answers tampered with, one thing each. */
class ResponseCheckTest {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String PATH = "/v1/vocabularies/stance";
    private static final String VOCABULARY = "{\"id\":\"stance\",\"terms\":[{\"code\":\"supports\",\"labels\":[{\"lang\":\"en\",\"value\":\"supports\"}]}]}";

    @Test
    void answer_shouldPass_whenAsInTheContract() {
        assertThatCode(() -> check("GET", PATH, 200, JSON, VOCABULARY)).doesNotThrowAnyException();
        assertThatCode(() -> check("GET", PATH, 404, PROBLEM, problem(404).toString())).doesNotThrowAnyException();
        assertThatCode(() -> check("GET", "/q/health", 200, JSON, "{\"checks\":null}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a member is missing|,\"value\":\"supports\"||required",
        "a type is wrong|\"stance\"|5|type",
        "a member is null|\"en\"|null|null",
        "a member is unknown|{\"id\"|{\"colour\":\"red\",\"id\"|additionalProperties",
        "it is no JSON|{\"id\"|\"id\"|JSON",
        "a text is too long|:\"supports\"}]|:\"%s\"}]|maxLength"})
    void answer_shouldBeRefused(String what, String part, String replacement, String expected) {
        String body = VOCABULARY.replace(part, replacement == null ? "" : replacement.replace("%s", "a".repeat(5000)));

        assertThatThrownBy(() -> check("GET", PATH, 200, JSON, body)).as(what).isInstanceOf(AssertionError.class).hasMessageContaining(expected);
    }

    @Test
    void answer_shouldBeRefused_whenAWordIsNotListed() {
        ObjectNode source = ContractDocument.example("Source");
        assertThatCode(() -> created(source, Map.of("Location", List.of("/v1/sources/1"), "ETag", List.of("\"1\"")))).doesNotThrowAnyException();

        source.put("recordType", "book");

        assertThatThrownBy(() -> created(source, Map.of("Location", List.of("/v1/sources/1"), "ETag", List.of("\"1\""))))
                .isInstanceOf(AssertionError.class).hasMessageContaining("enum");
    }

    @Test
    void answer_shouldBeRefused_whenAHeaderIsMissing() {
        assertThatThrownBy(() -> created(ContractDocument.example("Source"), Map.of("ETag", List.of("\"1\""))))
                .isInstanceOf(AssertionError.class).hasMessageContaining("'Location'");
    }

    private static void created(ObjectNode source, Map<String, List<String>> headers) {
        ResponseCheck.check("POST", "/v1/sources", 201, limited(headers), JSON, source.toString());
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/people, 409", "GET, /v1/people, 202", "GET, /v1/vocabularies/stance, 410", "DELETE, /v1/memberships/x, 409"})
    void status_shouldBeRefused_whenNotDocumented(String method, String path, int status) {
        String body = status < 300 ? VOCABULARY : problem(status).toString();

        assertThatThrownBy(() -> check(method, path, status, status < 300 ? JSON : PROBLEM, body)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("status");
    }

    @ParameterizedTest
    @CsvSource({"/v1/people", "/v1/nowhere", "/nowhere"})
    void failure_shouldBeRefused_whenNoProblemDocument(String path) {
        assertThatThrownBy(() -> check("GET", path, 400, "text/html", "<html>")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("not a problem document");
        assertThatThrownBy(() -> check("GET", path, 400, JSON, problem(400).toString())).isInstanceOf(AssertionError.class)
                .hasMessageContaining("not a problem document");
        assertThatThrownBy(() -> check("GET", path, 400, PROBLEM, problem(404).toString())).isInstanceOf(AssertionError.class)
                .hasMessageContaining("another status");
        assertThatThrownBy(() -> check("GET", path, 400, PROBLEM, problem(400).without("code").toString())).isInstanceOf(AssertionError.class)
                .hasMessageContaining("code");
    }

    @Test
    void body_shouldBeRefused_whereThereMustBeNone() {
        assertThatThrownBy(() -> check("DELETE", "/v1/people/x", 204, JSON, "{}")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("no body");
    }

    @Test
    void walk_shouldFail_whenNoWayToAStatusIsKnown() {
        assertThatThrownBy(() -> Recipes.requests(ContractDocument.operation("listPeople"), 418)).isInstanceOf(AssertionError.class)
                .hasMessage("no way is known to listPeople 418");
    }

    private static void check(String method, String path, int status, String contentType, String body) {
        ResponseCheck.check(method, path, status, limited(Map.of("Content-Type", List.of(contentType))), contentType, body);
    }

    private static Map<String, List<String>> limited(Map<String, List<String>> headers) {
        Map<String, List<String>> whole = new HashMap<>(ResponseCheck.LIMITS);
        whole.putAll(headers);
        return whole;
    }

    private static ObjectNode problem(int status) {
        return ContractDocument.example("Problem").put("status", status);
    }
}
