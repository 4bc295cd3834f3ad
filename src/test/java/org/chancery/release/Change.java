package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One difference of two contract trees, as near to the root as it begins.
 *
 * @param before missing where something was added
 * @param after missing where something was removed
 */
record Change(Place place, Kind kind, JsonNode before, JsonNode after) {
    enum Kind { ADDED, REMOVED, RAISED, LOWERED, CHANGED }

    /** Members whose own members are names that the contract gives, not words of OpenAPI. */
    private static final Set<String> NAMED = Set.of("servers", "paths", "schemas", "securitySchemes", "parameters", "properties", "responses",
            "content", "headers", "security", "required", "enum", "x-extensible-enum", "tags");
    /** Of these, an empty one and none are the same. */
    private static final Set<String> SAME_IF_EMPTY = Set.of("parameters", "properties", "responses", "content", "headers", "required", "tags");

    /**
     * Where in the tree.
     *
     * @param named whether the last segment is a name that the contract gives
     */
    record Place(List<String> segments, boolean named) {
        static final Place ROOT = new Place(List.of(), false);

        Place child(String key) {
            List<String> longer = new ArrayList<>(segments);
            longer.add(key);
            return new Place(longer, !named && NAMED.contains(last()));
        }

        String last() {
            return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        }

        /** What sort of thing is here: a word of OpenAPI, or {@code properties/*} for any property. */
        String sort() {
            if (!named) {
                return last();
            }
            String owner = segments.get(segments.size() - 2);
            return owner + (owner.equals("responses") ? last().startsWith("2") ? "/success" : "/error" : "/*");
        }
    }

    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        compare(Place.ROOT, before, after, changes);
        return changes;
    }

    private static void compare(Place place, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject() || !place.named() && place.last().equals("default")) {
            Kind kind = before.isMissingNode() ? Kind.ADDED : after.isMissingNode() ? Kind.REMOVED : kind(before, after);
            changes.add(new Change(place, kind, before, after));
            return;
        }
        Set<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            Place child = place.child(key);
            compare(child, part(before, child), part(after, child), changes);
            if (!before.has(key) && after.get(key).path("required").isBoolean()) {
                changes.add(new Change(child.child("required"), Kind.ADDED, before.path(key), after.get(key).get("required")));
            }
        }
    }

    private static JsonNode part(JsonNode owner, Place child) {
        JsonNode part = owner.path(child.last());
        boolean empty = part.isMissingNode() && !child.named() && SAME_IF_EMPTY.contains(child.last());
        return empty && !(child.last().equals("required") && hasFlag(owner)) ? JsonNodeFactory.instance.objectNode() : part;
    }

    /** Parameters, headers and bodies are required or not; schemas list what of them is. */
    private static boolean hasFlag(JsonNode owner) {
        return owner.has("schema") || owner.has("content");
    }

    private static Kind kind(JsonNode before, JsonNode after) {
        if (!before.isNumber() || !after.isNumber()) {
            return Kind.CHANGED;
        }
        return after.decimalValue().compareTo(before.decimalValue()) > 0 ? Kind.RAISED : Kind.LOWERED;
    }

    /** In words, with the place from this segment on. */
    String toString(int first) {
        return String.join(" > ", place.segments().subList(first, place.segments().size())) + ": " + kind.name().toLowerCase(Locale.ROOT)
                + (isScalar(before) ? " from " + before.asText() : "") + (isScalar(after) ? " to " + after.asText() : "");
    }

    private static boolean isScalar(JsonNode node) {
        return node.isValueNode() && !node.isMissingNode();
    }
}
