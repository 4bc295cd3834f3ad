package org.chancery.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.verify.ContractDocument.Operation;

/** Makes what a request needs, through the API itself, from the examples of the contract. */
final class World {
    /** Far above the items that Wikidata has, so that no starter record has them. */
    private static final AtomicInteger ITEMS = new AtomicInteger(900_000_000);

    private World() {
    }

    /** A body that the operation takes: the example of its schema, on records of its own where the example's are taken. */
    static ObjectNode document(Operation operation) {
        if (Unions.isMerge(operation)) {
            return Unions.document(operation);
        }
        ObjectNode document = ContractDocument.example(operation.schema());
        if (operation.id().equals("createOfficial")) {
            // the example's office makes a leader
            ((ObjectNode) document.at("/occupancies/0")).put("positionId", create("createPosition"));
        }
        return document;
    }

    /** The template's path with new records in the place of its variables. */
    static String path(String template) {
        StringBuilder path = new StringBuilder();
        StringBuilder above = new StringBuilder();
        for (String step : template.substring(1).split("/")) {
            int end = step.indexOf('}');
            path.append('/').append(end < 0 ? step : create(above.toString(), path.toString()) + step.substring(end + 1));
            above.append('/').append(step);
        }
        return path.toString();
    }

    /** Creates what the operation creates, in a collection that has no parent. @return its id */
    static String create(String operationId) {
        Operation operation = ContractDocument.operation(operationId);
        return create(operation, operation.path()).id();
    }

    static Call.Answer create(String collection, JsonNode document) {
        return Call.post(collection, document).send().with(201);
    }

    /** A record in the collection: a new one, or the first where nothing can be created. */
    private static String create(String template, String collection) {
        return ContractDocument.operations().stream().filter(each -> each.method().equals("POST") && each.path().equals(template)).findFirst()
                .map(creation -> create(creation, collection).id())
                .orElseGet(() -> key(Call.get(collection).send().with(200).json().at("/items/0")));
    }

    /** What the operation creates in a collection, of the example where it takes a body. */
    static Call.Answer create(Operation creation, String collection) {
        if (isImport(creation)) {
            return Call.of("POST", collection).body(creation.mediaType(), text(creation)).send().with(202);
        }
        return creation.schema() == null ? Call.of("POST", collection).send().with(201) : create(collection, document(creation));
    }

    private static String key(JsonNode item) {
        return item.path(item.has("id") ? "id" : "number").asText();
    }

    /** A request that the operation answers with success. */
    static Call valid(Operation operation) {
        return valid(operation, path(operation.path()));
    }

    static Call valid(Operation operation, String path) {
        Call call = Call.of(operation.method(), path);
        for (ContractDocument.Parameter parameter : operation.parameters()) {
            if (parameter.required() && parameter.in().equals("query")) {
                call.query(parameter.name(), parameter.node().get("example").asText());
            }
            if (parameter.name().equals("If-Match")) {
                call.header("If-Match", tag(path.replaceFirst("/(revisions/.*|merge|unmerge|cancel)$", "")));
            }
        }
        if (Unions.isUnmerge(operation)) {
            Unions.merge(path);
            call.header("If-Match", "\"2\"");
        }
        return operation.schema() == null ? call : call.body(operation.mediaType(), text(operation));
    }

    /** A body that the operation takes. */
    static String text(Operation operation) {
        return isImport(operation) ? ContractDocument.schema(operation.schema()).get("example").textValue() : document(operation).toString();
    }

    /** Whether it takes a file of rows. */
    static boolean isImport(Operation operation) {
        return operation.id().equals("createImport");
    }

    static boolean isBatch(Operation operation) {
        return operation.path().endsWith("/batch");
    }

    /** What creates one of those that the operation creates many of. */
    static Operation single(Operation batch) {
        return ContractDocument.operation("POST", batch.path().replaceFirst("/batch$", "")).orElseThrow();
    }

    static ObjectNode batch(JsonNode... items) {
        ObjectNode batch = object();
        batch.putArray("items").addAll(List.of(items));
        return batch;
    }

    /** A key that came with another request. */
    static String usedKey() {
        String key = randomId();
        Call.post("/v1/series", ContractDocument.example("SeriesCreate")).header("Idempotency-Key", key).send().with(201);
        return key;
    }

    static String tag(String path) {
        return Call.get(path).send().with(200).header("ETag");
    }

    static void retract(String path) {
        Call.of("DELETE", path).query("reason", "entered twice").header("If-Match", tag(path)).send().with(204);
    }

    static ArrayNode identifiers() {
        ArrayNode identifiers = ContractDocument.JSON.createArrayNode();
        identifiers.addObject().put("scheme", "wikidata").put("value", "Q" + ITEMS.incrementAndGet());
        return identifiers;
    }

    static String randomId() {
        return UUID.randomUUID().toString();
    }

    static ObjectNode object() {
        return ContractDocument.JSON.createObjectNode();
    }
}
