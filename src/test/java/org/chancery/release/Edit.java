package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A named edit of a contract.
 *
 * @param caught who is expected to see it; empty for nobody
 * @param patch a JSON Patch (RFC 6902) with parameters by their names
 */
record Edit(String name, String caught, JsonNode patch) {
    private static final Pattern NAMED = Pattern.compile("(.*/parameters)/\\{(\\w+)}(.*)");

    static Stream<Edit> breaking() {
        return read("breaking");
    }

    static Stream<Edit> additive() {
        return read("additive");
    }

    private static Stream<Edit> read(String list) {
        try (InputStream in = Edit.class.getResourceAsStream("/contract-edits/" + list + ".yaml")) {
            return StreamSupport.stream(Documents.YAML.readTree(in).spliterator(), false)
                    .map(edit -> new Edit(edit.get("edit").textValue(), edit.path("caught").asText(), edit.get("patch")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if the document has no such place */
    JsonNode apply(JsonNode document) {
        JsonNode resolved = patch.deepCopy();
        for (JsonNode operation : resolved) {
            for (String place : List.of("from", "path")) {
                if (operation.has(place)) {
                    ((ObjectNode) operation).put(place, pointer(operation.get(place).textValue(), document));
                }
            }
        }
        try {
            return JsonPatch.fromJson(resolved).apply(document);
        } catch (IOException | JsonPatchException e) {
            throw new IllegalStateException("cannot make the edit: " + name, e);
        }
    }

    /** With {@code {name}} replaced by the index of the parameter of this name. */
    private static String pointer(String place, JsonNode document) {
        Matcher named = NAMED.matcher(place);
        if (!named.matches()) {
            return place;
        }
        JsonNode parameters = document.at(named.group(1));
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = parameters.get(i).has("$ref") ? document.at(parameters.get(i).get("$ref").textValue().substring(1)) : parameters.get(i);
            if (parameter.get("name").textValue().equals(named.group(2))) {
                return named.group(1) + "/" + i + named.group(3);
            }
        }
        throw new IllegalStateException("no parameter at " + place);
    }

    @Override
    public String toString() {
        return name;
    }
}
