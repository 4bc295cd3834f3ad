package org.chancery.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.OpenApi30;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.fixture.Json;

/**
 * A client of the reconciliation protocol that holds every answer against the contract of the service, with its open ends closed, and
 * keeps it in {@code target/reconcile}, so that it can be held against the schemas of the specification too.
 */
final class Protocol {
    private static final String BASE = "https://chancery.example/reconcile";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(OpenApi30.getInstance(),
            builder -> builder.schemas(Map.of(BASE, closed().toString())));

    private Protocol() {
    }

    private static JsonNode closed() {
        try (InputStream in = Protocol.class.getResourceAsStream("/contract/reconcile.json")) {
            JsonNode contract = new ObjectMapper().readTree(in);
            contract.at("/components/schemas").forEach(schema -> {
                if (schema.has("properties") && !schema.has("additionalProperties")) {
                    ((ObjectNode) schema).put("additionalProperties", false);
                }
            });
            return contract;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document by a schema of the contract. */
    static List<String> errors(String schema, JsonNode document) {
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema)).validate(document).stream().map(Error::toString).toList();
    }

    /** The answer, if it is a 200 that the schema allows and every origin may read. */
    static JsonNode valid(String schema, String kept, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        JsonNode document = Json.read(answer.asString());
        assertThat(errors(schema, document)).as(document.toPrettyString()).isEmpty();
        try {
            Path file = Path.of("target", "reconcile", kept + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document;
    }

    private static RequestSpecification browser() {
        return given().header("Origin", "http://127.0.0.1:3333");
    }

    static Response get(String path, Object... query) {
        RequestSpecification request = browser();
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i].toString(), query[i + 1].toString());
        }
        return request.get("/reconcile" + path);
    }

    static Response post(String field, String json) {
        return browser().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam(field, json).post("/reconcile");
    }

    /** The results of a batch, sent as OpenRefine does. */
    static JsonNode results(String kept, ObjectNode batch) {
        return valid("ResultBatch", "reconciliation-result-batch-" + kept, post("queries", batch.toString()));
    }

    static ObjectNode object() {
        return new ObjectMapper().createObjectNode();
    }

    /** A query for a name. */
    static ObjectNode query(String name, String type) {
        ObjectNode query = object().put("query", name);
        return type == null ? query : query.put("type", type);
    }

    static ObjectNode property(ObjectNode query, String pid, Object value) {
        ArrayNode properties = query.withArray("properties");
        properties.addObject().put("pid", pid).set("v", new ObjectMapper().valueToTree(value));
        return query;
    }
}
