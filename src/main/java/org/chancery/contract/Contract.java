package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The contract that the build bundled, read once: its operations and its schemas (OpenAPI 3.0.3). */
@ApplicationScoped
public class Contract {
    private final JsonNode document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final List<Path> paths = new ArrayList<>();

    /**
     * One operation.
     *
     * @param id the operationId, which is also the name of the generated method
     * @param path the template with the version before it: /v1/people/{id}
     * @param body null where the operation takes none
     * @param deprecation null where it is not deprecated
     */
    public record Operation(String id, String method, String path, List<Parameter> parameters, Body body,
            Deprecation deprecation) {

        /** The parameters at one place: path, query or header. */
        List<Parameter> in(String place) {
            return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
        }
    }

    /**
     * One parameter.
     *
     * @param in path, query or header
     * @param pointer JSON Pointer to its schema in the contract
     * @param schema its schema, without a reference at the top
     * @param explode whether several values repeat the parameter; else they are separated by commas
     * @param deprecation null where it is not deprecated
     */
    public record Parameter(String name, String in, boolean required, String pointer, JsonNode schema,
            boolean explode, Deprecation deprecation) {

        boolean isList() {
            return "array".equals(schema.path("type").textValue());
        }

        /** The text of the default, where the contract has one. */
        Optional<String> defaultValue() {
            return Optional.ofNullable(schema.get("default")).map(JsonNode::asText);
        }
    }

    /** The body that an operation takes: its one media type and the name of its schema. */
    public record Body(String mediaType, String schema) {
    }

    private record Path(String template, Pattern pattern, SortedSet<String> methods) {
    }

    public Contract() {
        this("v1.json");
    }

    /** @param name of another document that the build bundled */
    public Contract(String name) {
        this(read(name));
    }

    Contract(JsonNode document) {
        this.document = document;
        String root = document.at("/servers/0/url").textValue();
        document.get("paths").properties().forEach(path -> readPath(root, path.getKey(), path.getValue()));
    }

    static JsonNode read(String name) {
        try (InputStream in = Contract.class.getResourceAsStream("/contract/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readPath(String root, String template, JsonNode item) {
        String pointer = "/paths/" + template.replace("~", "~0").replace("/", "~1");
        SortedSet<String> methods = new TreeSet<>(List.of("HEAD", "OPTIONS"));
        for (Map.Entry<String, JsonNode> member : item.properties()) {
            JsonNode operation = member.getValue();
            if (!operation.has("operationId")) {
                continue;
            }
            List<Parameter> parameters = new ArrayList<>(parameters(item, pointer));
            parameters.addAll(parameters(operation, pointer + "/" + member.getKey()));
            String id = operation.get("operationId").textValue();
            String method = member.getKey().toUpperCase(Locale.ROOT);
            methods.add(method);
            operations.put(id, new Operation(id, method, root + template, List.copyOf(parameters), body(operation),
                    Deprecation.of(operation).orElse(null)));
        }
        if (!methods.contains("GET")) {
            methods.remove("HEAD");
        }
        Pattern pattern = Pattern.compile(Pattern.quote(root + template).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q"));
        paths.add(new Path(root + template, pattern, methods));
    }

    private List<Parameter> parameters(JsonNode owner, String pointer) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < owner.path("parameters").size(); i++) {
            String place = pointer + "/parameters/" + i;
            JsonNode parameter = owner.get("parameters").get(i);
            if (parameter.has("$ref")) {
                place = parameter.get("$ref").textValue().substring(1);
                parameter = document.at(place);
            }
            JsonNode schema = parameter.path("schema");
            while (schema.has("$ref")) {
                schema = document.at(schema.get("$ref").textValue().substring(1));
            }
            parameters.add(new Parameter(parameter.get("name").textValue(), parameter.get("in").textValue(),
                    parameter.path("required").asBoolean(), place + "/schema", schema,
                    parameter.path("explode").asBoolean(true), Deprecation.of(parameter).orElse(null)));
        }
        return parameters;
    }

    private static Body body(JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        if (content.isEmpty()) {
            return null;
        }
        Map.Entry<String, JsonNode> only = content.properties().iterator().next();
        String reference = only.getValue().at("/schema/$ref").textValue();
        return new Body(only.getKey(), reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** The operation of this operationId, if there is one. */
    public Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    /** All operations in the order of the contract. */
    public Collection<Operation> operations() {
        return operations.values();
    }

    /** @throws NoSuchElementException if no component schema has this name */
    public JsonNode schema(String name) {
        JsonNode schema = document.at("/components/schemas").get(name);
        if (schema == null) {
            throw new NoSuchElementException("the contract has no schema " + name);
        }
        return schema;
    }

    /**
     * The methods that a path takes, HEAD and OPTIONS with them; empty if the contract has no such path. A path without
     * variables comes before one with them (OpenAPI 3.0.3, Paths Object).
     */
    public SortedSet<String> methods(String path) {
        for (Path known : paths) {
            if (known.template().equals(path)) {
                return known.methods();
            }
        }
        for (Path known : paths) {
            if (known.pattern().matcher(path).matches()) {
                return known.methods();
            }
        }
        return new TreeSet<>();
    }

    JsonNode document() {
        return document;
    }
}
