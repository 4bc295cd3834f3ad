package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A contract in the form in which it is compared: prose and examples left out, references followed but those to schemas
 * (whose names are classes of clients), lists whose order says nothing turned into maps, defaults of OpenAPI 3.0.3 left out.
 */
final class ContractTree {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> PROSE = Set.of("description", "summary", "title", "example", "examples", "externalDocs", "deprecated");
    private static final Set<String> SETS = Set.of("required", "enum", "x-extensible-enum", "tags");
    private static final Set<String> MAPS = Set.of("parameters", "properties", "responses", "content", "headers", "security");
    private static final Set<String> OFF_BY_DEFAULT = Set.of("required", "nullable", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum",
            "readOnly", "writeOnly", "allowEmptyValue", "allowReserved");

    private final JsonNode document;

    private ContractTree(JsonNode document) {
        this.document = document;
    }

    static ObjectNode of(JsonNode document) {
        return new ContractTree(document).tree();
    }

    private ObjectNode tree() {
        ObjectNode tree = object();
        tree.set("openapi", document.path("openapi"));
        ObjectNode servers = tree.putObject("servers");
        document.path("servers").forEach(server -> servers.set(server.get("url").asText(), object()));
        ObjectNode paths = tree.putObject("paths");
        document.get("paths").properties().forEach(path -> paths.set(path.getKey(), path(path.getValue())));
        ObjectNode components = tree.putObject("components");
        for (String section : List.of("schemas", "securitySchemes")) {
            components.set(section, map(document.path("components").path(section)));
        }
        return tree;
    }

    private ObjectNode path(JsonNode item) {
        ObjectNode operations = object();
        item.properties().stream().filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.set(member.getKey(), operation(item, member.getValue())));
        return operations;
    }

    private JsonNode operation(JsonNode item, JsonNode operation) {
        ObjectNode parameters = object();
        for (JsonNode owner : List.of(item, operation)) {
            owner.path("parameters").forEach(parameter -> {
                ObjectNode written = serialized(resolve(parameter));
                parameters.set(written.get("in").textValue() + " " + written.get("name").textValue(), written);
            });
        }
        ObjectNode copy = operation.deepCopy();
        copy.set("parameters", parameters);
        copy.set("security", security(operation.has("security") ? operation.get("security") : document.path("security")));
        return canonical(copy);
    }

    /** With style and explode written out; their defaults depend on the place. */
    private static ObjectNode serialized(JsonNode parameter) {
        ObjectNode copy = parameter.deepCopy();
        if (!copy.has("style")) {
            copy.put("style", Set.of("query", "cookie").contains(copy.get("in").textValue()) ? "form" : "simple");
        }
        if (!copy.has("explode")) {
            copy.put("explode", copy.get("style").textValue().equals("form"));
        }
        return copy;
    }

    /** The ways in which a client may identify itself, each with its scopes; {@code nobody} is one of them. */
    private static ObjectNode security(JsonNode requirements) {
        ObjectNode ways = object();
        requirements.forEach(requirement -> ways.set(requirement.isEmpty() ? "nobody" : requirement.properties().stream()
                .map(scheme -> scheme.getKey() + words(scheme.getValue())).sorted().collect(Collectors.joining(" and ")), object()));
        return ways.isEmpty() ? object().set("nobody", object()) : ways;
    }

    private static String words(JsonNode scopes) {
        Set<String> words = new TreeSet<>();
        scopes.forEach(scope -> words.add(scope.textValue()));
        return words.toString();
    }

    private JsonNode canonical(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#/") && !reference.startsWith("#/components/schemas/")) {
            return canonical(resolve(node));
        }
        ObjectNode kept = object();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = member.getKey();
            JsonNode value = member.getValue();
            if (PROSE.contains(key) || key.startsWith("x-") && !SETS.contains(key) || isDefault(key, value)) {
                continue;
            }
            if (SETS.contains(key) && value.isArray()) {
                ObjectNode set = kept.putObject(key);
                value.forEach(each -> set.set(each.asText(), object()));
            } else {
                kept.set(key, MAPS.contains(key) ? map(value) : key.equals("default") ? value : canonical(value));
            }
        }
        return kept;
    }

    private static boolean isDefault(String key, JsonNode value) {
        return OFF_BY_DEFAULT.contains(key) && value.isBoolean() && !value.booleanValue()
                || key.equals("additionalProperties") && value.isBoolean() && value.booleanValue();
    }

    private ObjectNode map(JsonNode named) {
        ObjectNode copy = object();
        named.properties().forEach(member -> copy.set(member.getKey(), canonical(member.getValue())));
        return copy;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").textValue().substring(1));
        }
        return found;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
