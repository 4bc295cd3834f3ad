package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.verify.ContractDocument.Operation;
import org.chancery.verify.ContractDocument.Parameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a client can send wrongly is answered with a problem document of 4xx that names the place, and changes nothing. What
 * is sent comes from the contract: for each operation, each member and each parameter, whatever its schema refuses.
 */
@QuarkusTest
class MalformedInputTest {
    private static final List<String> BAD_TAGS = List.of("3", "W/\"3\"", "\"3\", \"4\"", "\"3", "\"\"", "\"" + "3".repeat(200) + "\"");

    @Inject
    DataSource database;

    private final List<String> wrong = new ArrayList<>();

    static Stream<Operation> operations() {
        return ContractDocument.operations().stream();
    }

    static Stream<Operation> writes() {
        // of a line that is malformed the report of the import says so
        return operations().filter(operation -> operation.schema() != null && !World.isImport(operation));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void body_shouldBeRefused_whenMalformed(Operation operation) throws SQLException {
        Call valid = World.valid(operation);
        List<BadBodies.Bad> bodies = BadBodies.of(operation.schema(), World.document(operation));
        String before = Fingerprint.of(database);

        for (BadBodies.Bad bad : bodies) {
            expect(valid.at(valid.path()).body(operation.mediaType(), bad.bytes()), Set.of(bad.status()), "pointer", bad.place(), bad.what());
        }

        assertThat(wrong).isEmpty();
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void body_shouldBeRefused_whenOfAnotherMediaType(Operation operation) throws SQLException {
        Call valid = World.valid(operation);
        String document = World.document(operation).toString();
        String before = Fingerprint.of(database);

        for (String mediaType : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json-patch+json",
                "application/*", "*/*", operation.mediaType().equals("application/json") ? "application/merge-patch+json" : "application/json")) {
            expect(valid.at(valid.path()).body(mediaType, document), Set.of(415), null, null, mediaType);
        }
        expect(valid.at(valid.path()).header("Content-Type", null), Set.of(415), null, null, "no media type");
        expect(valid.at(valid.path()).header("Content-Encoding", "gzip"), Set.of(415), null, null, "compressed");

        assertThat(wrong).isEmpty();
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void query_shouldBeRefused_whenMalformed(Operation operation) throws SQLException {
        Call valid = World.valid(operation);
        String before = Fingerprint.of(database);

        refuse(valid, "colour", "colour=red", "unknown parameter");
        refuse(valid, "Limit", "Limit=5", "parameter in capitals");
        refuse(valid, null, "=5", "no name");
        refuse(valid, null, "%C3=5", "half a character in the name");
        for (Parameter parameter : operation.in("query")) {
            String name = parameter.name();
            Call without = parameter.required() ? Call.of(operation.method(), valid.path()).header("If-Match", "*") : valid;
            refuse(without, name, name + "=", "empty");
            refuse(without, name, name, "no value");
            refuse(without, name, name + "=%C3", "half a character");
            for (String part : parts(parameter)) {
                refuse(without, name, part, "bad value");
            }
            if (!(parameter.isArray() && parameter.explode())) {
                refuse(without, name, name + "=1&" + name + "=1", "repeated");
            } else {
                refuse(without, name, (name + "=" + World.randomId() + "&").repeat(parameter.schema().get("maxItems").intValue()) + name + "="
                        + World.randomId(), "too many");
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }

    /** The parameter with each value that its schema refuses, as it stands in the query. */
    private static List<String> parts(Parameter parameter) {
        JsonNode schema = parameter.value();
        List<String> values = new ArrayList<>(switch (schema.path("type").asText()) {
            case "integer" -> List.of("x", "1.5", "1e2", "0x10", "-1", String.valueOf(schema.get("minimum").intValue() - 1),
                    String.valueOf(schema.get("maximum").intValue() + 1), "3000000000", "99999999999999999999");
            case "boolean" -> List.of("yes", "TRUE", "1", "null");
            default -> BadBodies.texts(schema).values().stream().filter(text -> !text.isEmpty()).toList();
        });
        if (parameter.isArray() && !parameter.explode()) {
            values.addAll(List.of(",", "no-such-word", schema.at("/enum/0").asText() + ",", schema.at("/enum/0").asText() + ",no-such-word"));
        }
        return values.stream().map(value -> parameter.name() + "=" + BadBodies.encoded(value)).toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void cursor_shouldBeRefused_whenOfAnotherList(Operation operation) throws SQLException {
        if (operation.query("cursor").isEmpty()) {
            return;
        }
        Call valid = World.valid(operation);
        String states = Call.get("/v1/states").query("limit", "2").query("sort", "-name").send().with(200).json().get("nextCursor").textValue();
        String sources = Call.get("/v1/sources").query("limit", "2").send().with(200).json().get("nextCursor").textValue();
        int middle = states.length() / 2;

        for (String cursor : List.of("x", "AAAA", "null", states, sources, states.substring(0, middle), states + "A",
                states.substring(0, middle) + (states.charAt(middle) == 'A' ? 'B' : 'A') + states.substring(middle + 1))) {
            if (!(operation.path().startsWith("/v1/sources") && cursor.equals(sources))) {
                refuse(valid, "cursor", "cursor=" + cursor, "cursor of another list");
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void path_shouldNameNothing_whenMalformed(Operation operation) throws SQLException {
        if (operation.in("path").isEmpty()) {
            return;
        }
        Call valid = World.valid(operation);
        String before = Fingerprint.of(database);
        String[] template = operation.path().split("/");

        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                for (String id : List.of("7", "1-1-1-1-1", "%20", "019b95c0-d000-735c-be9d-ec82bb3a0f0x", "%00", "%ED%A0%80", "a%2Fb",
                        "'%20or%201=1", "-1", "null", "x".repeat(300))) {
                    String[] steps = valid.path().split("/");
                    steps[i] = id;
                    expect(valid.at(String.join("/", steps)), Set.of(400, 404), null, null, "bad id " + id);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void header_shouldBeRefused_whenMalformed(Operation operation) throws SQLException {
        Call valid = World.valid(operation);
        String before = Fingerprint.of(database);

        for (Parameter header : operation.in("header")) {
            List<String> values = switch (header.name()) {
                case "If-Match" -> BAD_TAGS;
                case "If-None-Match" -> List.of("{", "a".repeat(1100));
                case "Accept-Language" -> List.of("uk@", "<en>", "a".repeat(600));
                case "Last-Event-Id" -> List.of("{", "abc", "a".repeat(2100));
                case "X-Change-Comment" -> List.of("100%", "%E0", "%00", "a".repeat(1001));
                case "Idempotency-Key" -> List.of("two words", "\"half", "a".repeat(201));
                default -> throw new AssertionError("nothing bad is known for the header " + header.name());
            };
            values.forEach(value -> expect(valid.at(valid.path()).header(header.name(), value), Set.of(400), "header", header.name(), value));
        }
        expect(valid.at(valid.path()).header("Accept", "nonsense"), Set.of(400, 406), null, null, "bad Accept");

        assertThat(wrong).isEmpty();
        assertThat(Fingerprint.of(database)).isEqualTo(before);
    }

    private void refuse(Call valid, String parameter, String part, String what) {
        expect(valid.at(valid.path()).rawQuery(part), Set.of(400), "parameter", parameter, what);
    }

    /**
     * @param sort pointer, parameter or header
     * @param place what the answer must name; null where it can name nothing
     */
    private void expect(Call call, Set<Integer> statuses, String sort, String place, String what) {
        try {
            Call.Answer answer = call.send();
            if (!statuses.contains(answer.status())) {
                wrong.add(what + ": expected " + statuses + " of " + answer);
            } else if (place != null && answer.json().get("errors").findValuesAsText(sort).stream().noneMatch(place::equals)) {
                wrong.add(what + ": the answer does not name " + sort + " " + place + ": " + answer);
            }
        } catch (AssertionError e) {
            wrong.add(what + ": " + e.getMessage());
        }
    }

    @AfterAll
    static void report() {
        System.out.println(Call.sent() + " requests sent so far, malformed ones most of them");
    }
}
