package org.chancery.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.chancery.problem.Errors;

/**
 * Names a record where an id would stand: {@code {"key": …}} a row of the file or of its data set, {@code {"scheme": …, "value": …}} whoever has
 * that identifier. Ids stand in members whose names end in {@code Id} or {@code Ids}.
 *
 * @param key null where an identifier is given
 */
record Reference(String key, String scheme, String value) {
    private static final Set<String> KEY = Set.of("key");
    private static final Set<String> IDENTIFIER = Set.of("scheme", "value");

    /** @return null for what is none: the schema will say what is wrong with it */
    static Reference of(JsonNode node) {
        if (!node.isObject() || node.properties().stream().anyMatch(member -> !member.getValue().isTextual())) {
            return null;
        }
        Set<String> members = Set.copyOf(node.properties().stream().map(Map.Entry::getKey).toList());
        if (members.equals(KEY)) {
            return new Reference(node.get("key").textValue(), null, null);
        }
        return members.equals(IDENTIFIER) ? new Reference(null, node.get("scheme").textValue(), node.get("value").textValue()) : null;
    }

    /** Visits all references of a document with their JSON Pointers. */
    static void visit(JsonNode document, String pointer, BiConsumer<Reference, String> visitor) {
        replace(document, pointer, (reference, place) -> {
            visitor.accept(reference, place);
            return null;
        });
    }

    /** Puts a text in the place of each reference for which there is one. */
    static void replace(JsonNode document, Function<Reference, String> ids) {
        replace(document, "", (reference, place) -> ids.apply(reference));
    }

    private interface Replacement {
        String of(Reference reference, String pointer);
    }

    private static void replace(JsonNode node, String pointer, Replacement replacement) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String place = Errors.pointer(pointer, member.getKey());
                JsonNode value = member.getValue();
                if (member.getKey().endsWith("Id")) {
                    member.setValue(replaced(value, place, replacement));
                } else if (member.getKey().endsWith("Ids") && value instanceof ArrayNode list) {
                    for (int i = 0; i < list.size(); i++) {
                        list.set(i, replaced(list.get(i), place + "/" + i, replacement));
                    }
                } else {
                    replace(value, place, replacement);
                }
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                replace(node.get(i), pointer + "/" + i, replacement);
            }
        }
    }

    private static JsonNode replaced(JsonNode value, String place, Replacement replacement) {
        Reference reference = of(value);
        String id = reference == null ? null : replacement.of(reference, place);
        return id == null ? value : TextNode.valueOf(id);
    }

    /** The one name for what it refers to; no scheme is called key, and none has a space in it. */
    String name() {
        return key != null ? Row.name(key) : Row.name(scheme, value);
    }

    boolean isKey() {
        return key != null;
    }

    @Override
    public String toString() {
        return name();
    }
}
