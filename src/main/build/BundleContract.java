import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Joins the files of the contract into the one document that is published and that the server is
 * generated from, and those of the contract of the reconciliation service beside it. Run by the build as a single-file program: {@code BundleContract <openapi.yaml> <out>}.
 *
 * <p>A reference to a file in a folder named after a section of {@code components} (schemas, parameters,
 * …) becomes a component that is named after the file; any other referenced file (a path item) is put in
 * place. Everything else is kept as written and in its order, which swagger-parser's resolver does not
 * do: it copies shared parameters into each operation.
 */
class BundleContract {
    private static final List<String> SECTIONS = List.of("schemas", "responses", "parameters", "examples",
            "requestBodies", "headers", "securitySchemes", "links", "callbacks");

    /** What the names of files that are taken line by line end in. */
    private static final String ROWS = "Rows";

    private final ObjectMapper yaml = yamlMapper();
    private final Path root;
    private final Map<String, Map<String, JsonNode>> components = new HashMap<>();
    private final Map<String, Path> origins = new HashMap<>();

    BundleContract(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        BundleContract bundler = new BundleContract(root);
        BundleContract beside = new BundleContract(root.resolveSibling("reconcile.yaml"));
        Path out = Files.createDirectories(Path.of(args[1]));
        ObjectNode contract = bundler.bundle();
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        String text = bundler.write(contract, out, "v1", json);
        write(out.resolve("openapi.yaml"), text);
        write(out.resolve("server.yaml"), bundler.yaml.writeValueAsString(withoutAmbientParameters(contract)));
        write(out.resolve("generator.yaml"), bundler.yaml.writeValueAsString(generatorSettings(contract, json)));
        beside.write(beside.bundle(), out, "reconcile", json);
        bundler.warnOfUnusedFiles(beside);
    }

    private String write(ObjectNode bundled, Path out, String name, ObjectMapper json) throws IOException {
        String text = yaml.writeValueAsString(bundled);
        write(out.resolve(name + ".yaml"), text);
        write(out.resolve(name + ".json"), json.writeValueAsString(bundled) + "\n");
        return text;
    }

    /** An unchanged file keeps its time stamp, so that an incremental build does not start anew. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
    }

    /** What the server is generated from. The mechanism of all operations reads an ambient parameter: no method takes it. */
    private static ObjectNode withoutAmbientParameters(ObjectNode contract) {
        ObjectNode server = contract.deepCopy();
        Set<String> ambient = new HashSet<>();
        server.withObject("/components/parameters").properties().forEach(parameter -> {
            if (parameter.getValue().path("x-ambient").asBoolean()) {
                ambient.add("#/components/parameters/" + parameter.getKey());
            }
        });
        // the generator maps objects only to another class
        server.withObject("/components/schemas").properties().stream().filter(schema -> schema.getKey().endsWith(ROWS))
                .forEach(schema -> ((ObjectNode) schema.getValue()).removeAll().put("type", "object").putObject("properties").putObject("line").put("type", "string"));
        for (JsonNode list : server.get("paths").findValues("parameters")) {
            Iterator<JsonNode> parameters = list.elements();
            while (parameters.hasNext()) {
                if (ambient.contains(parameters.next().path("$ref").textValue())) {
                    parameters.remove();
                }
            }
        }
        return server;
    }

    /** In a merge patch null and absence differ, which a generated class cannot express: a tree can. A stream of events is no text either, nor is a file of rows. */
    private static ObjectNode generatorSettings(ObjectNode contract, ObjectMapper mapper) {
        ObjectNode settings = mapper.createObjectNode();
        ObjectNode mappings = settings.putObject("schemaMappings");
        contract.at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (name.endsWith("Patch")) {
                mappings.put(name, "com.fasterxml.jackson.databind.JsonNode");
            } else if (name.endsWith("EventStream")) {
                mappings.put(name, "org.chancery.stream.EventStream");
            } else if (name.endsWith(ROWS)) {
                mappings.put(name, "java.io.InputStream");
            }
        });
        return settings;
    }

    ObjectNode bundle() throws IOException {
        ObjectNode contract = (ObjectNode) resolve(read(root), root);
        ObjectNode target = contract.withObject("/components");
        for (String section : SECTIONS) {
            Map<String, JsonNode> found = components.get(section);
            if (found != null) {
                ObjectNode named = target.withObject("/" + section);
                found.forEach((name, node) -> {
                    if (named.putIfAbsent(name, node) != null) {
                        throw new IllegalStateException(section + "/" + name + " is both in the root and in a file");
                    }
                });
            }
        }
        checkLocalReferences(contract, contract);
        return contract;
    }

    private JsonNode resolve(JsonNode node, Path file) throws IOException {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(array.get(i), file));
            }
        } else if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && reference.isTextual() && !reference.textValue().startsWith("#")) {
                if (object.size() > 1) {
                    throw new IllegalStateException(file + ": OpenAPI 3.0 ignores what stands beside $ref "
                            + reference.textValue());
                }
                return target(reference.textValue(), file);
            }
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                member.setValue(resolve(member.getValue(), file));
            }
        }
        return node;
    }

    private JsonNode target(String reference, Path from) throws IOException {
        Path file = from.resolveSibling(reference).normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(from + ": no file for $ref " + reference);
        }
        String section = file.getParent().getFileName().toString();
        if (!SECTIONS.contains(section)) {
            origins.put(file.toString(), file);
            return resolve(read(file), file);
        }
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        Path earlier = origins.putIfAbsent(section + "/" + name, file);
        if (earlier == null) {
            // entered before its own references are followed: a schema may contain itself
            Map<String, JsonNode> named = components.computeIfAbsent(section, any -> new TreeMap<>());
            named.put(name, TextNode.valueOf("being read"));
            named.put(name, resolve(read(file), file));
        } else if (!earlier.equals(file)) {
            throw new IllegalStateException("two files for one name: " + earlier + " and " + file);
        }
        ObjectNode local = yaml.createObjectNode();
        return local.put("$ref", "#/components/" + section + "/" + name);
    }

    private void checkLocalReferences(JsonNode node, JsonNode contract) {
        JsonNode reference = node.get("$ref");
        if (reference != null && reference.isTextual()
                && contract.at(reference.textValue().substring(1)).isMissingNode()) {
            throw new IllegalStateException("nothing at $ref " + reference.textValue());
        }
        node.forEach(child -> checkLocalReferences(child, contract));
    }

    private void warnOfUnusedFiles(BundleContract beside) throws IOException {
        try (Stream<Path> files = Files.walk(root.getParent())) {
            Path released = root.resolveSibling("released");
            files.filter(file -> file.toString().endsWith(".yaml") && !file.equals(root) && !file.equals(beside.root) && !file.startsWith(released)
                            && !file.getFileName().toString().startsWith("."))
                    .filter(file -> !origins.containsValue(file) && !beside.origins.containsValue(file))
                    .forEach(file -> System.err.println("[WARNING] no reference to " + root.getParent().relativize(file)));
        }
    }

    private JsonNode read(Path file) throws IOException {
        try {
            JsonNode node = yaml.readTree(file.toFile());
            if (node instanceof ObjectNode) {
                return node;
            }
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        throw new IOException(file + " does not hold an object");
    }

    private static ObjectMapper yamlMapper() {
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .stringQuotingChecker(new QuoteWhatLooksTyped())
                .build();
        ObjectMapper mapper = new ObjectMapper(factory);
        mapper.enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return mapper;
    }

    /** A bare 200 or 2026-01-06 is a number or a time stamp to readers of YAML 1.1. */
    private static class QuoteWhatLooksTyped extends StringQuotingChecker.Default {
        @Override
        public boolean needToQuoteName(String name) {
            return super.needToQuoteName(name) || looksTyped(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || looksTyped(value);
        }

        private static boolean looksTyped(String text) {
            return text.isEmpty() || "0123456789+-.~=<".indexOf(text.charAt(0)) >= 0;
        }
    }
}
