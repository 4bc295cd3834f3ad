package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.verify.ContractDocument.Operation;
import org.chancery.verify.ContractDocument.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query parameter of every read is understood: each word of its enumeration, alone and with the others. */
@QuarkusTest
class ParameterWalkTest {
    private static final String PARIS_SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";

    static Stream<Operation> reads() {
        return ContractDocument.operations().stream().filter(operation -> operation.method().equals("GET"));
    }

    static Stream<Operation> lists() {
        // of the log of changes, which grows meanwhile, ChangeLogTest asks the same
        return reads().filter(Operation::isList).filter(operation -> !operation.path().startsWith("/v1/changes"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void read_shouldUnderstandEachParameter(Operation operation) {
        String path = World.path(operation.path());
        Call all = Call.get(path);
        operation.in("query").stream().filter(Parameter::required).forEach(each -> all.query(each.name(), example(each)));
        for (Parameter parameter : operation.in("query")) {
            if (parameter.name().equals("cursor")) {
                continue;
            }
            List<String> values = values(parameter);
            values.forEach(value -> read(operation, path, parameter, value).send().with(200));
            if (!parameter.required()) {
                all.query(parameter.name(), values.get(0));
            }
            if (parameter.isArray() && parameter.explode()) {
                Call repeated = base(operation, path, parameter);
                values.forEach(value -> repeated.query(parameter.name(), value));
                repeated.send().with(200);
            } else if (parameter.isArray() && parameter.value().has("enum") && !parameter.name().equals("sort")) {
                base(operation, path, parameter).query(parameter.name(), String.join(",", values)).send().with(200);
            }
        }
        all.send().with(200);
    }

    /** With the parameters without which nothing is read, but for the one in hand. */
    private static Call base(Operation operation, String path, Parameter inHand) {
        Call call = Call.get(path);
        operation.in("query").stream().filter(each -> each.required() && each != inHand).forEach(each -> call.query(each.name(), example(each)));
        return call;
    }

    private static Call read(Operation operation, String path, Parameter parameter, String value) {
        Call call = base(operation, path, parameter).query(parameter.name(), value);
        // of an office whose end is not known only the first day is certain
        return value.equals("certain") ? call.query("asOf", ContractDocument.example("OccupancyCreate").get("start").textValue()) : call;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void list_shouldGiveEachRowOnce_whateverTheOrder(Operation operation) {
        Call path = base(operation, filled(operation), null);
        Call.Answer whole = path.at(path.path()).query("limit", "200").send().with(200);
        List<String> orders = operation.query("sort").map(ParameterWalkTest::values).orElse(List.of(""));
        int total = operation.query("includeTotal").isPresent()
                ? path.at(path.path()).query("includeTotal", "true").send().json().get("total").intValue() : whole.json().get("items").size();

        assertThat(total).as("enough rows for pages of " + path).isGreaterThan(2);
        for (String order : orders) {
            assertThat(rows(path, order, total / 3)).as(path + " by " + order).doesNotHaveDuplicates().hasSize(total);
        }
    }

    /** A list with rows enough to page through. */
    private static String filled(Operation operation) {
        if (operation.id().endsWith("Evidence")) {
            String path = World.path(operation.path()).replace("/evidence", "");
            Call.patch(path, "*", cited(path)).send().with(200);
            return path + "/evidence";
        }
        if (operation.id().endsWith("Revisions")) {
            return Histories.patched(World.path(operation.path()).replace("/revisions", ""), 4) + "/revisions";
        }
        if (operation.path().matches("/v1/(webhooks|imports|api-keys).*")) {
            String path = World.path(operation.path());
            for (int i = 0; i < 3; i++) {
                World.create(ContractDocument.operation("POST", path).orElseThrow(), path);
            }
            return path;
        }
        if (!operation.path().contains("{")) {
            return operation.path();
        }
        if (Derived.LISTS.contains(operation.id())) {
            return Derived.filled(operation);
        }
        String path = World.path(operation.path());
        Operation creation = ContractDocument.operation("POST", path).orElseThrow();
        for (int i = 0; i < 3; i++) {
            ObjectNode document = World.document(creation);
            JsonNode members = ContractDocument.schema(creation.schema()).get("properties");
            for (String distinct : List.of("role", "action")) {
                if (members.has(distinct)) {
                    document.set(distinct, ContractDocument.resolve(members.get(distinct)).get("x-extensible-enum").get(i));
                }
            }
            World.create(path, document);
        }
        return path;
    }

    /** Citations of four fields. */
    private static ObjectNode cited(String path) {
        ObjectNode patch = World.object();
        Operation operation = ContractDocument.operation("PATCH", path).orElseThrow();
        Iterator<String> fields = ContractDocument.schema(operation.schema()).get("properties").fieldNames();
        for (int i = 0; i < 4; i++) {
            patch.withArray("citations").add(ContractDocument.example("CitationInput").put("field", "/" + fields.next()));
        }
        return patch;
    }

    /** Keys of all rows, page by page through the links. */
    private static List<String> rows(Call path, String order, int limit) {
        List<String> keys = new ArrayList<>();
        Call next = path.at(path.path()).query("limit", String.valueOf(Math.min(limit, 200)));
        if (!order.isEmpty()) {
            next.query("sort", order);
        }
        while (next != null) {
            Call.Answer page = next.send().with(200);
            page.json().get("items").forEach(item -> keys.add(item.path("entry").asText()
                    + Stream.of("id", "occupancyId", "field", "key", "number").filter(item::has).findFirst().map(key -> item.get(key).asText()).orElseThrow()));
            String link = page.header("Link");
            assertThat(link.isEmpty()).as(page.request()).isEqualTo(!page.json().has("nextCursor"));
            next = link.isEmpty() ? null : following(link);
        }
        return keys;
    }

    private static Call following(String link) {
        String[] target = link.substring(1, link.indexOf('>')).split("\\?", 2);
        return Call.get(target[0]).rawQuery(target[1]);
    }

    /** Valid values of a parameter: all words of an enumeration, else an example. */
    private static List<String> values(Parameter parameter) {
        JsonNode schema = parameter.value();
        List<String> values = new ArrayList<>();
        StreamSupport.stream(schema.path("enum").spliterator(), false).forEach(word -> values.add(word.asText()));
        StreamSupport.stream(schema.path("x-extensible-enum").spliterator(), false).forEach(word -> values.add(word.asText()));
        if (parameter.name().equals("asKnownAt")) {
            // the records were made just now
            values.add(Instant.now().toString());
        }
        if (values.isEmpty()) {
            values.addAll(switch (schema.path("format").asText() + schema.path("type").asText()) {
                case "uuidstring" -> List.of(PARIS_SUMMIT, World.randomId());
                case "boolean" -> List.of("true", "false");
                default -> List.of(example(parameter));
            });
        }
        return values;
    }

    private static String example(Parameter parameter) {
        JsonNode example = parameter.node().has("example") ? parameter.node().get("example") : parameter.value().get("example");
        assertThat(example).as("example of the parameter " + parameter.name()).isNotNull();
        return example.isArray() ? example.get(0).asText() : example.asText();
    }
}
