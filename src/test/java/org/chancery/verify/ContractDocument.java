package org.chancery.verify;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The contract as the build bundled it, read without the service's own reader: what the tests hold the service against. */
final class ContractDocument {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonNode ROOT = read();
    private static final List<Operation> OPERATIONS = readOperations();

    private ContractDocument() {
    }

    /**
     * One operation.
     *
     * @param path the template with the version before it: /v1/people/{id}
     * @param mediaType of the body; null where there is none
     * @param schema name of the body's schema; null where there is none
     * @param answerType media type of a success; null where it has no body
     * @param statuses all that are documented
     * @param alternates operationId by media type of the same in other formats
     */
    record Operation(String id, String method, String path, List<Parameter> parameters, String mediaType, String schema,
            String answerType, SortedSet<Integer> statuses, Map<String, String> alternates) {

        List<Parameter> in(String place) {
            return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
        }

        Optional<Parameter> query(String name) {
            return in("query").stream().filter(parameter -> parameter.name().equals(name)).findFirst();
        }

        /** Whether it answers pages in JSON. */
        boolean isList() {
            return method.equals("GET") && query("cursor").isPresent() && "application/json".equals(answerType);
        }

        /** What of its path is no variable: of two operations that take a path, the one with more of it is meant. */
        int literal() {
            return path.replaceAll("\\{[^}]*}", "").length();
        }

        boolean takes(String path) {
            return Pattern.matches(this.path.replaceAll("\\{[^}]*}", "[^/]+"), path);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** One parameter; {@code schema} is without a reference at its top, {@code node} is all of it. */
    record Parameter(String name, String in, boolean required, JsonNode schema, boolean explode, JsonNode node) {
        boolean isArray() {
            return schema.path("type").asText().equals("array");
        }

        /** The schema of one value. */
        JsonNode value() {
            return isArray() ? resolve(schema.get("items")) : schema;
        }
    }

    static List<Operation> operations() {
        return OPERATIONS;
    }

    static Operation operation(String id) {
        return OPERATIONS.stream().filter(operation -> operation.id().equals(id)).findFirst().orElseThrow();
    }

    /** The operation that a request is for, if the contract has one. */
    static Optional<Operation> operation(String method, String path) {
        return OPERATIONS.stream().filter(operation -> operation.takes(path)).max(Comparator.comparingInt(Operation::literal)
                .thenComparing(operation -> operation.method().equals(method))).filter(operation -> operation.method().equals(method));
    }

    /** All that the contract says of it. */
    static JsonNode node(Operation operation) {
        String template = operation.path().substring(ROOT.at("/servers/0/url").textValue().length());
        return ROOT.get("paths").get(template).get(operation.method().toLowerCase(Locale.ROOT));
    }

    static JsonNode schemas() {
        return ROOT.at("/components/schemas");
    }

    static JsonNode schema(String name) {
        return schemas().get(name);
    }

    /** A copy of the example of a schema. */
    static ObjectNode example(String schema) {
        return schema(schema).get("example").deepCopy();
    }

    static JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = ROOT.at(found.get("$ref").textValue().substring(1));
        }
        return found;
    }

    /**
     * The contract with its open ends closed, to hold answers against: no member that it does not name, no word that it
     * does not list. Clients must be prepared for both, this release has neither.
     */
    static String closed() {
        JsonNode copy = ROOT.deepCopy();
        close(copy);
        return copy.toString();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.get("x-extensible-enum") instanceof ArrayNode words) {
                ArrayNode listed = words.deepCopy();
                object.set("enum", object.path("nullable").asBoolean() ? listed.addNull() : listed);
            }
            if (object.path("properties").isObject() && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        node.forEach(ContractDocument::close);
    }

    private static List<Operation> readOperations() {
        String root = ROOT.at("/servers/0/url").textValue();
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : ROOT.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (member.getValue().has("operationId")) {
                    operations.add(operation(root + path.getKey(), path.getValue(), member.getKey(), member.getValue()));
                }
            }
        }
        return List.copyOf(operations);
    }

    private static Operation operation(String path, JsonNode item, String method, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        node.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        JsonNode content = node.at("/requestBody/content");
        String mediaType = content.isEmpty() ? null : content.fieldNames().next();
        String reference = mediaType == null ? null : content.get(mediaType).at("/schema/$ref").textValue();
        SortedSet<Integer> statuses = new TreeSet<>();
        node.get("responses").fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return new Operation(node.get("operationId").textValue(), method.toUpperCase(Locale.ROOT), path, parameters, mediaType,
                reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1), answerType(node), statuses,
                node.has("x-alternates") ? JSON.convertValue(node.get("x-alternates"), new TypeReference<Map<String, String>>() { }) : Map.of());
    }

    private static String answerType(JsonNode operation) {
        for (Map.Entry<String, JsonNode> response : operation.get("responses").properties()) {
            if (response.getKey().startsWith("2") && response.getValue().has("content")) {
                return response.getValue().get("content").fieldNames().next();
            }
        }
        return null;
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(node.get("name").textValue(), node.get("in").textValue(), node.path("required").asBoolean(),
                resolve(node.get("schema")), node.path("explode").asBoolean(true), node);
    }

    private static JsonNode read() {
        try (InputStream in = ContractDocument.class.getResourceAsStream("/contract/v1.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
