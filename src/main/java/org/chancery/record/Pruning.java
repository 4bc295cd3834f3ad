package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Empty lists, and flags that are not set, say nothing in a document: left out, so that absent compares as equal. */
final class Pruning {
    private Pruning() {
    }

    /** The document itself, pruned. */
    static ObjectNode of(ObjectNode document) {
        List<String> empty = new ArrayList<>();
        document.fields().forEachRemaining(member -> {
            JsonNode value = member.getValue();
            if (value.isArray() && value.isEmpty() || value.isBoolean() && !value.booleanValue()) {
                empty.add(member.getKey());
            }
            value.forEach(Pruning::inside);
            inside(value);
            if (value.isObject() && value.isEmpty()) {
                empty.add(member.getKey());
            }
        });
        return document.remove(empty);
    }

    private static void inside(JsonNode value) {
        if (value instanceof ObjectNode object) {
            of(object);
        }
    }
}
