package org.chancery.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Draft7;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds documents against the JSON schemas of the Entity Reconciliation specification. Arguments: the folder of the specification's
 * version, and that of the documents, whose names begin with those of their schemas.
 */
public final class SpecificationSchemas {
    private static final String BASE = "https://reconciliation-api.github.io/specs/0.2/schemas/";
    /** Of OpenAPI 2, where a manifest has the means of authentication, which ours has not. */
    private static final Map<String, String> FOREIGN = Map.of("http://swagger.io/v2/schema.json",
            "{\"definitions\": {\"securityDefinitions\": {\"additionalProperties\": {}}}}");
    private static final String OF_AUTHENTICATION = "bad-authentication.json";

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> names = new ArrayList<>();
    private final SchemaRegistry schemas;
    private final List<String> failures = new ArrayList<>();

    private SpecificationSchemas(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>(FOREIGN);
        for (Path file : files(folder)) {
            ObjectNode schema = (ObjectNode) json.readTree(file.toFile());
            // names no version of JSON Schema; their examples are judged by draft 7
            schema.remove("$schema");
            texts.put(BASE + file.getFileName(), schema.toString());
            names.add(file.getFileName().toString().replace(".json", ""));
        }
        names.sort(Comparator.comparingInt(String::length).reversed());
        schemas = SchemaRegistry.withDialect(Draft7.getInstance(), builder -> builder.schemas(texts));
    }

    public static void main(String[] arguments) throws IOException {
        Path specification = Path.of(arguments[0]);
        SpecificationSchemas schemas = new SpecificationSchemas(specification.resolve("schemas"));
        int examples = schemas.judgeExamples(specification.resolve("examples"));
        int documents = schemas.judgeDocuments(Path.of(arguments[1]));
        schemas.failures.forEach(System.out::println);
        System.out.printf("reconcile: %d answers and %d of the specification's examples by its own schemas, %d wrongs%n", documents, examples,
                schemas.failures.size());
        if (!schemas.failures.isEmpty() || documents == 0 || examples == 0) {
            System.exit(1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private int judgeExamples(Path folder) throws IOException {
        int judged = 0;
        for (String name : names) {
            for (boolean right : new boolean[] {true, false}) {
                for (Path file : files(folder.resolve(name).resolve(right ? "valid" : "invalid"))) {
                    if (file.endsWith(OF_AUTHENTICATION)) {
                        continue;
                    }
                    judged++;
                    List<String> errors = errors(name, file);
                    if (errors.isEmpty() != right) {
                        failures.add(file + (right ? " is wrong: " + errors : " is found right"));
                    }
                }
            }
        }
        return judged;
    }

    /** Of documents without a schema there are but answers of the protocol's former single queries. */
    private int judgeDocuments(Path folder) throws IOException {
        int judged = 0;
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replaceFirst("^openrefine-", "");
            for (String schema : names) {
                if (name.startsWith(schema)) {
                    judged++;
                    errors(schema, file).forEach(error -> failures.add(file + " " + error));
                    break;
                }
            }
        }
        return judged;
    }

    private List<String> errors(String schema, Path file) throws IOException {
        JsonNode document = json.readTree(file.toFile());
        return schemas.getSchema(SchemaLocation.of(BASE + schema + ".json")).validate(document).stream().map(Object::toString).toList();
    }
}
