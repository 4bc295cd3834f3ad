package org.chancery.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deprecated says since when, and its answers declare the headers that say so too. */
class DeprecationConventionTest {

    @Test
    void contract_shouldDeprecateByTheRules() {
        assertThat(errors(Contract.read("v1.json"))).isEmpty();
    }

    @Test
    void operation_shouldDeclareTheHeaders_whenItOrAParameterIsDeprecated() {
        assertThat(errors(DeprecatedContract.deprecated())).contains("listSources 200 does not declare Deprecation",
                "listSources 200 does not declare Sunset", "listEvents 200 does not declare Deprecation", "getSource 200 does not declare Link",
                "getSource 200 does not declare Deprecation").doesNotContain("getSource 200 does not declare Sunset", "listSources 200 does not declare Link");
    }

    @Test
    void contract_shouldPass_whenTheHeadersAreDeclared() {
        JsonNode contract = Contract.read("v1.json");
        DeprecatedContract.deprecate(contract.at("/paths/~1sources/get"), """
                {"since": "2026-01-01", "sunset": "2027-01-01", "link": "https://chancery.example/changes"}""");
        ObjectNode headers = (ObjectNode) contract.at("/paths/~1sources/get/responses/200/headers");
        headers.putObject("Deprecation");
        headers.putObject("Sunset");

        assertThat(errors(contract)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'deprecated': true}| deprecated without x-deprecation",
        "{'x-deprecation': {'since': '2026-01-01', 'link': 'https://a.example'}}| x-deprecation without deprecated: true",
        "{'deprecated': true, 'x-deprecation': {'link': 'https://a.example'}}| x-deprecation: needs since and link",
        "{'deprecated': true, 'x-deprecation': {'since': '2026-01-01'}}| x-deprecation: needs since and link",
        "{'deprecated': true, 'x-deprecation': {'since': '2026-01-01', 'link': '/a'}}| x-deprecation: link is no URL: /a",
        "{'deprecated': true, 'x-deprecation': {'since': '2026-01-01', 'link': 'https://a.example', 'until': 'x'}}| x-deprecation: unknown member until",
        "{'deprecated': true, 'x-deprecation': {'since': '2026-01-01', 'sunset': '2026-01-01', 'link': 'https://a.example'}}| x-deprecation: sunset is not after since",
        "{'deprecated': true, 'x-deprecation': {'since': '2026-02-30', 'link': 'https://a.example'}}| Text '2026-02-30' could not be parsed"},
            quoteCharacter = '^')
    void extension_shouldBeRefused_whenIncomplete(String members, String error) throws Exception {
        for (String place : List.of("/paths/~1sources/get", "/components/parameters/Limit", "/components/schemas/Source/properties/note")) {
            JsonNode contract = Contract.read("v1.json");
            ((ObjectNode) contract.at(place)).setAll((ObjectNode) new ObjectMapper().readTree(members.replace('\'', '"')));

            assertThat(errors(contract)).as(place).anyMatch(line -> line.startsWith(place + ": " + error));
        }
    }

    private static List<String> errors(JsonNode contract) {
        List<String> errors = new ArrayList<>();
        readAll("", contract, errors);
        if (errors.isEmpty()) {
            contract.get("paths").forEach(item -> item.properties().stream().filter(member -> member.getValue().has("operationId"))
                    .forEach(member -> checkHeaders(contract, item, member.getValue(), errors)));
        }
        return errors;
    }

    /** A member that has the name of a word of OpenAPI is a schema, not a flag. */
    private static void readAll(String pointer, JsonNode node, List<String> errors) {
        if (node.path("deprecated").isBoolean() || node.has("x-deprecation")) {
            try {
                Deprecation.of(node);
            } catch (RuntimeException e) {
                errors.add(pointer + ": " + e.getMessage());
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            readAll(pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue(), errors);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            readAll(pointer + "/" + i, node.get(i), errors);
        }
    }

    private static void checkHeaders(JsonNode contract, JsonNode item, JsonNode operation, List<String> errors) {
        List<JsonNode> parts = new ArrayList<>(List.of(operation));
        Stream.of(item, operation).forEach(owner -> owner.path("parameters").forEach(parameter ->
                parts.add(parameter.has("$ref") ? contract.at(parameter.get("$ref").textValue().substring(1)) : parameter)));
        List<Deprecation> deprecations = parts.stream().map(part -> Deprecation.of(part).orElse(null)).filter(Objects::nonNull).toList();
        if (deprecations.isEmpty()) {
            return;
        }
        List<String> wanted = new ArrayList<>(List.of("Deprecation", "Link"));
        if (deprecations.stream().anyMatch(deprecation -> deprecation.sunset() != null)) {
            wanted.add("Sunset");
        }
        operation.get("responses").properties().stream().filter(response -> response.getKey().startsWith("2")).forEach(response ->
                wanted.stream().filter(header -> !response.getValue().path("headers").has(header)).forEach(header ->
                        errors.add(operation.get("operationId").textValue() + " " + response.getKey() + " does not declare " + header)));
    }
}
