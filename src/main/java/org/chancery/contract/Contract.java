package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The contract that the build bundled, read once: its operations and its schemas (OpenAPI 3.0.3). */
@ApplicationScoped
public class Contract {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private final JsonNode document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Operation> mainOf = new HashMap<>();
    private final List<Path> paths = new ArrayList<>();

    /**
     * One operation.
     *
     * @param id the operationId, which is also the name of the generated method
     * @param path the template with the version before it: /v1/people/{id}
     * @param body null where the operation takes none
     * @param answerType media type of a success; null where it has no body
     * @param alternates operationId by media type: who gives the same resource in other formats ({@code x-alternates})
     * @param scopes what a credential needs for it ({@code x-scopes}); empty where anybody may call it, null where the contract does not say
     * @param deprecation null where it is not deprecated
     */
    public record Operation(String id, String method, String path, List<Parameter> parameters, Body body, String answerType,
            Map<String, String> alternates, List<String> scopes, Deprecation deprecation) {

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

        /** The format of its value, or of each; null where there is none. */
        String format() {
            return (isList() ? schema.path("items") : schema).path("format").textValue();
        }

        /** The text of the default, where the contract has one. */
        Optional<String> defaultValue() {
            return Optional.ofNullable(schema.get("default")).map(JsonNode::asText);
        }
    }

    /** The body that an operation takes: its one media type and the name of its schema. */
    public record Body(String mediaType, String schema) {
        private static final String LINES = "application/x-ndjson";

        /** Whether it is read by the operation itself, line by line: it may be larger than memory. */
        public boolean isStreamed() {
            return mediaType.equals(LINES);
        }
    }

    /**
     * A read, and where.
     *
     * @param values of the variables of its path, as sent
     */
    public record Read(Operation operation, Map<String, String> values) {
        /** The path of an operation that has the same variables. */
        public String at(Operation other) {
            String path = other.path();
            for (Map.Entry<String, String> value : values.entrySet()) {
                path = path.replace("{" + value.getKey() + "}", value.getValue());
            }
            return path;
        }
    }

    private record Path(String template, Pattern pattern, List<String> variables, SortedSet<String> methods, Map<String, Operation> operations) {
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
        // the most literal one first (OpenAPI 3.0.3, Paths Object): neither match nor {id}.jsonld is an {id}
        paths.sort(Comparator.comparingInt((Path path) -> VARIABLE.matcher(path.template()).replaceAll("").length()).reversed());
        operations.values().forEach(operation -> operation.alternates().values().forEach(id -> mainOf.put(id, operation)));
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
        Map<String, Operation> here = new HashMap<>();
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
            Operation added = new Operation(id, method, root + template, List.copyOf(parameters), body(operation), answerType(operation),
                    alternates(operation), scopes(operation), Deprecation.of(operation).orElse(null));
            operations.put(id, added);
            here.put(method, added);
        }
        if (!methods.contains("GET")) {
            methods.remove("HEAD");
        }
        Pattern pattern = Pattern.compile(VARIABLE.matcher(Pattern.quote(root + template)).replaceAll("\\\\E([^/]+)\\\\Q"));
        paths.add(new Path(root + template, pattern, VARIABLE.matcher(template).results().map(variable -> variable.group(1)).toList(), methods, here));
    }

    private static String answerType(JsonNode operation) {
        return operation.get("responses").properties().stream().filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").properties().stream()).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private static Map<String, String> alternates(JsonNode operation) {
        Map<String, String> alternates = new LinkedHashMap<>();
        operation.path("x-alternates").properties().forEach(alternate -> alternates.put(alternate.getKey(), alternate.getValue().textValue()));
        return Collections.unmodifiableMap(alternates);
    }

    private static List<String> scopes(JsonNode operation) {
        return operation.has("x-scopes") ? StreamSupport.stream(operation.get("x-scopes").spliterator(), false).map(JsonNode::textValue).toList() : null;
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

    /** What reads the path, if it is one of the contract's. */
    public Optional<Read> readAt(String path) {
        for (Path known : paths) {
            Matcher match = known.pattern().matcher(path);
            if (match.matches()) {
                Map<String, String> values = new LinkedHashMap<>();
                known.variables().forEach(variable -> values.put(variable, match.group(values.size() + 1)));
                return Optional.ofNullable(known.operations().get("GET")).map(operation -> new Read(operation, values));
            }
        }
        return Optional.empty();
    }

    /** The operation that names this one as its alternate, if one does. */
    public Optional<Operation> mainOf(Operation alternate) {
        return Optional.ofNullable(mainOf.get(alternate.id()));
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

    /** What a request of this method calls at a path, if it is one of the contract's. */
    public Optional<Operation> operationAt(String method, String path) {
        String described = method.equals("HEAD") ? "GET" : method;
        return at(path).map(known -> known.operations().get(described));
    }

    private Optional<Path> at(String path) {
        return paths.stream().filter(known -> known.pattern().matcher(path).matches()).findFirst();
    }

    /** The headers that answers have, by their names as the contract writes them. */
    public SortedSet<String> answerHeaders() {
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode item : document.get("paths")) {
            item.findValues("responses").forEach(responses -> responses.forEach(response -> names(response, names)));
        }
        return names;
    }

    private void names(JsonNode response, SortedSet<String> names) {
        JsonNode meant = response.has("$ref") ? document.at(response.get("$ref").textValue().substring(1)) : response;
        meant.path("headers").fieldNames().forEachRemaining(names::add);
    }

    /** The methods that a path takes, HEAD and OPTIONS with them; empty if the contract has no such path. */
    public SortedSet<String> methods(String path) {
        return at(path).map(Path::methods).orElseGet(TreeSet::new);
    }

    JsonNode document() {
        return document;
    }
}
