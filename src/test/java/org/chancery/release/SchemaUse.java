package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.release.BreakRules.Direction;

/** Which operations send or read a schema, directly or inside another one. */
final class SchemaUse {
    private final JsonNode schemas;
    private final Map<String, Set<Direction>> directions = new HashMap<>();
    private final Map<String, Set<String>> operations = new HashMap<>();

    SchemaUse(JsonNode tree) {
        schemas = tree.at("/components/schemas");
        tree.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String name = name(operation.getKey(), path.getKey());
            follow(operation.getValue().path("parameters"), Direction.REQUEST, name);
            follow(operation.getValue().path("requestBody"), Direction.REQUEST, name);
            follow(operation.getValue().path("responses"), Direction.RESPONSE, name);
        }));
    }

    static String name(String method, String path) {
        return method.toUpperCase() + " " + path;
    }

    private void follow(JsonNode node, Direction direction, String operation) {
        if (node.path("$ref").isTextual()) {
            String schema = node.get("$ref").textValue().replaceFirst(".*/", "");
            boolean known = !directions.computeIfAbsent(schema, any -> EnumSet.noneOf(Direction.class)).add(direction);
            if (!operations.computeIfAbsent(schema, any -> new TreeSet<>()).add(operation) && known) {
                return;
            }
            follow(schemas.path(schema), direction, operation);
        }
        node.forEach(child -> follow(child, direction, operation));
    }

    /** Empty for a schema that nobody uses. */
    Set<Direction> directions(String schema) {
        return directions.getOrDefault(schema, Set.of());
    }

    /** As "GET /people". */
    Set<String> operations(String schema) {
        return operations.getOrDefault(schema, Set.of());
    }
}
