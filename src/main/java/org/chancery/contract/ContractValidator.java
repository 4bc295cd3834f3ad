package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.OpenApi30;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.api.model.ProblemError;

/**
 * Checks what comes in against the schemas of the contract. Open enumerations ({@code x-extensible-enum})
 * are closed on the way in, formats are asserted, lengths count code points.
 */
@ApplicationScoped
public class ContractValidator {
    private static final String BASE = "https://chancery.example/contract";
    private static final int MAX_ERRORS = 1000;

    /** Members around and in the schemas that check nothing. */
    private static final List<String> NO_RULES = List.of("openapi", "info", "servers", "security", "tags", "paths",
            "components", "x-extensible-enum");

    private final Schema document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Contract contract;

    public ContractValidator(Contract contract) {
        this.contract = contract;
        Dialect dialect = Dialect.builder(OpenApi30.getInstance()).formats(Formats.all())
                .keywords(NO_RULES.stream().map(NonValidationKeyword::new).toList()).build();
        String requests = forRequests(contract.document()).toString();
        SchemaRegistry registry = SchemaRegistry.withDialect(dialect, builder -> builder
                .schemas(Map.of(BASE, requests))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true)
                        .pathType(PathType.JSON_POINTER).build()));
        this.document = registry.getSchema(SchemaLocation.of(BASE));
    }

    private static JsonNode forRequests(JsonNode contract) {
        ObjectNode prepared = contract.deepCopy();
        if (prepared.at("/components/schemas/Day") instanceof ObjectNode day) {
            day.put("format", Formats.DAY);
        }
        closeEnumerations(prepared);
        return prepared;
    }

    private static void closeEnumerations(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("x-extensible-enum") instanceof ArrayNode words) {
            ArrayNode allowed = words.deepCopy();
            if (object.path("nullable").asBoolean()) {
                allowed.addNull();
            }
            object.set("enum", allowed);
        }
        node.forEach(ContractValidator::closeEnumerations);
    }

    /**
     * All that is wrong with a document, in the order of the document's schema; empty if it is valid.
     *
     * @param schemaName name of a component schema of the contract
     * @throws NoSuchElementException if the contract has no such schema
     */
    public List<ProblemError> validate(String schemaName, JsonNode document) {
        contract.schema(schemaName);
        return validateAt("/components/schemas/" + schemaName, document);
    }

    /** As {@link #validate}, with the schema at a pointer into the contract. */
    List<ProblemError> validateAt(String pointer, JsonNode document) {
        Map<String, ProblemError> errors = new LinkedHashMap<>();
        TextCheck.errors(document).forEach(error -> errors.put(error.getPointer(), error));
        List<Error> found = schemaAt(pointer).validate(document);
        Set<String> wrongType = new HashSet<>();
        for (Error error : found) {
            if ("type".equals(error.getKeyword())) {
                wrongType.add(error.getInstanceLocation().toString());
            }
        }
        for (Error error : found) {
            // of a wrong type nothing else is worth saying
            if ("type".equals(error.getKeyword()) || !wrongType.contains(error.getInstanceLocation().toString())) {
                ProblemError problem = ErrorWords.of(error);
                errors.putIfAbsent(problem.getPointer(), problem);
            }
            if (errors.size() == MAX_ERRORS) {
                break;
            }
        }
        return new ArrayList<>(errors.values());
    }

    /** Found in the one document: a registry that is asked for a part of one reads the whole of it again, and keeps it. */
    Schema schemaAt(String pointer) {
        return schemas.computeIfAbsent(pointer, any -> document.getRefSchema(SchemaLocation.of(BASE + "#" + pointer).getFragment()));
    }
}
