package org.chancery.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.record.RecordType;

/**
 * A query of the protocol.
 *
 * @param types what may be answered; empty where the client asks for types that there are not
 * @param text null where only properties are given
 * @param values by property, in the order given
 */
record Query(Set<RecordType> types, String text, int limit, Map<String, List<Value>> values) {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LIMIT = 5;
    private static final int MOST = 20;

    /** A value that a property should have: a text, or a record where {@code id} is not null. */
    record Value(String text, UUID id) {
    }

    /** Reads what was found to be valid. */
    static Query of(JsonNode node) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        if (node.path("type").isMissingNode() || node.get("type").isEmpty() && node.get("type").isArray()) {
            types.addAll(Types.records());
        } else if (node.get("type").isTextual()) {
            types.addAll(Types.meant(node.get("type").textValue()));
        } else {
            node.get("type").forEach(type -> types.addAll(Types.meant(type.textValue())));
        }
        Map<String, List<Value>> values = new LinkedHashMap<>();
        for (JsonNode property : node.path("properties")) {
            List<Value> read = values.computeIfAbsent(property.get("pid").textValue(), pid -> new ArrayList<>());
            if (property.get("v").isArray()) {
                property.get("v").forEach(value -> read.add(value(value)));
            } else {
                read.add(value(property.get("v")));
            }
        }
        return new Query(types, node.path("query").textValue(), Math.min(node.path("limit").asInt(LIMIT), MOST), values);
    }

    private static Value value(JsonNode node) {
        String text = node.isObject() ? node.get("id").textValue() : node.asText();
        return id(text).map(id -> new Value(null, id)).orElseGet(() -> new Value(node.isObject() ? node.path("name").asText(text) : text, null));
    }

    /** The id that a text is, if it is one. */
    static Optional<UUID> id(String text) {
        return text != null && UUID_TEXT.matcher(text.strip()).matches() ? Optional.of(UUID.fromString(text.strip())) : Optional.empty();
    }

    /** The id of a record that stands for its name. */
    Set<UUID> ids() {
        return id(text).map(Set::of).orElse(Set.of());
    }

    List<String> names() {
        return text == null || text.isBlank() || id(text).isPresent() ? List.of() : List.of(text);
    }

    List<Value> of(String property) {
        return values.getOrDefault(property, List.of());
    }

    Optional<String> text(String property) {
        return of(property).stream().map(Value::text).filter(text -> text != null && !text.isBlank()).findFirst();
    }
}
