package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.verify.RequestCheck.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself lets nothing through that a service might accept wrongly: one thing each. */
class RequestCheckTest {
    private static final String SOURCE = "/v1/sources/019b95c0-d000-735c-be9d-ec82bb3a0f08";
    private static final Map<String, List<String>> JSON = Map.of("Content-Type", List.of("application/json"), "X-API-Key", List.of("chk_1"));

    @Test
    void request_shouldPass_whenAsInTheContract() {
        assertThatCode(() -> RequestCheck.check(get("limit=7&sort=-published&lang=uk"), 200)).doesNotThrowAnyException();
        assertThatCode(() -> RequestCheck.check(post(ContractDocument.example("SourceCreate").toString()), 201)).doesNotThrowAnyException();
        assertThatCode(() -> RequestCheck.check(patch("{\"note\":null}", "\"3\""), 200)).doesNotThrowAnyException();
        assertThatCode(() -> RequestCheck.check(new Sent("GET", "/q/health", "any=thing", Map.of(), null), 200)).doesNotThrowAnyException();
    }

    @Test
    void request_shouldPass_whenRefused() {
        assertThatCode(() -> RequestCheck.check(get("limit=0"), 400)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"colour=red, unexpected", "limit=0, minimum", "limit=201, maximum", "limit=x, type", "sort=colour, enum", "updatedFrom=yesterday, format",
        "ids=7, format", "updatedFrom=2026-01-01T00:00:00Z&updatedFrom=2026-01-02T00:00:00Z, collection"})
    void query_shouldBeRefused(String query, String expected) {
        refused(get(query), 200, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"colour\":1}|additionalProperties", "{\"title\":5}|type", "{\"title\":null}|type", "{\"title\":\"\"}|minLength",
        "{\"title\":|JSON", "''|body.missing"})
    void body_shouldBeRefused(String body, String expected) {
        refused(post(body), 201, expected);
    }

    @Test
    void mediaType_shouldBeRefused_whenOfAnotherOperation() {
        refused(new Sent("PATCH", SOURCE, null, Map.of("Content-Type", List.of("application/json"), "X-API-Key", List.of("chk_1"), "If-Match", List.of("\"3\"")), "{}"), 200, "contentType");
    }

    @Test
    void header_shouldBeRefused_whenMissingOrMalformed() {
        refused(patch("{}", null), 200, "If-Match");
        refused(patch("{}", "3"), 200, "pattern");
    }

    private static Sent get(String query) {
        return new Sent("GET", "/v1/sources", query, Map.of(), null);
    }

    private static Sent post(String body) {
        return new Sent("POST", "/v1/sources", null, JSON, body);
    }

    private static Sent patch(String body, String ifMatch) {
        Map<String, List<String>> headers = new HashMap<>(
                Map.of("Content-Type", List.of("application/merge-patch+json"), "X-API-Key", List.of("chk_1")));
        if (ifMatch != null) {
            headers.put("If-Match", List.of(ifMatch));
        }
        return new Sent("PATCH", SOURCE, null, headers, body);
    }

    private static void refused(Sent request, int status, String expected) {
        assertThatThrownBy(() -> RequestCheck.check(request, status)).isInstanceOf(AssertionError.class).hasMessageContaining(expected);
    }
}
