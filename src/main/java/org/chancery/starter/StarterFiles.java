package org.chancery.starter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The starter documents in the repository: one JSON object a line, each with a {@code key}; a text that begins with
 * {@code @} refers to the document with that key.
 */
final class StarterFiles {
    private static final List<String> FILES = List.of("sources-reference", "sources-articles", "sources-paris", "states", "organizations",
            "positions", "persons", "occupancies", "memberships", "series", "events-003-004", "events-paris");
    /** Names that come under a licence of their own, so in a file of their own. */
    private static final String OFFICIAL_NAMES = "state-official-names";
    private static final String OFFICIAL_NAMES_SOURCE = "@source:iso-codes";

    private final ObjectMapper json;
    private final Map<String, ObjectNode> documents = new LinkedHashMap<>();

    private StarterFiles(ObjectMapper json) {
        this.json = json;
    }

    /** All documents by key, each after those that it refers to. */
    static Map<String, ObjectNode> read(ObjectMapper json) throws IOException {
        StarterFiles files = new StarterFiles(json);
        for (String file : FILES) {
            for (ObjectNode line : files.lines(file)) {
                if (files.documents.put(line.get("key").textValue(), line) != null) {
                    throw new IllegalStateException("two starter documents have the key " + line.get("key"));
                }
            }
        }
        for (ObjectNode line : files.lines(OFFICIAL_NAMES)) {
            ObjectNode state = files.documents.get(line.get("key").textValue());
            state.withArray("names").addAll((ArrayNode) line.get("names"));
            state.withArray("citations").addObject().put("sourceId", OFFICIAL_NAMES_SOURCE).put("field", "/names");
        }
        Map<String, ObjectNode> ordered = new LinkedHashMap<>();
        files.documents.keySet().forEach(key -> files.place(key, ordered, new LinkedHashSet<>()));
        return ordered;
    }

    private List<ObjectNode> lines(String file) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                StarterFiles.class.getResourceAsStream("/starter/" + file + ".ndjson"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add((ObjectNode) json.readTree(line));
                }
            }
        }
        return lines;
    }

    private void place(String key, Map<String, ObjectNode> ordered, Set<String> path) {
        if (ordered.containsKey(key)) {
            return;
        }
        if (!path.add(key)) {
            throw new IllegalStateException("starter documents refer to each other in a circle: " + path);
        }
        ObjectNode document = documents.get(key);
        if (document == null) {
            throw new IllegalStateException("no starter document has the key " + key + ", needed by " + path);
        }
        Set<String> needed = new LinkedHashSet<>();
        collect(document, needed);
        needed.forEach(other -> place(other, ordered, path));
        path.remove(key);
        ordered.put(key, document);
    }

    private static void collect(JsonNode node, Collection<String> keys) {
        if (isReference(node)) {
            keys.add(node.textValue().substring(1));
        }
        node.forEach(child -> collect(child, keys));
    }

    /** The document with ids in the place of keys and without what only the files need. */
    static ObjectNode resolve(ObjectNode document) {
        ObjectNode resolved = (ObjectNode) replace(document);
        return resolved.without(List.of("key", "recordType"));
    }

    private static JsonNode replace(JsonNode node) {
        if (isReference(node)) {
            return TextNode.valueOf(StarterIds.of(node.textValue().substring(1)).toString());
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.fields().forEachRemaining(member -> copy.set(member.getKey(), replace(member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(replace(element)));
            return copy;
        }
        return node;
    }

    private static boolean isReference(JsonNode node) {
        return node.isTextual() && node.textValue().matches("@[a-z]+:[^\\s]+");
    }
}
