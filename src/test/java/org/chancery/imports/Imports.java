package org.chancery.imports;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;

/** Sends files of rows and reads what became of them. */
final class Imports {
    private Imports() {
    }

    /** A row of a file; more members follow as name, value. */
    static String row(String type, String key, Object document, Object... more) {
        StringBuilder row = new StringBuilder("{\"recordType\":\"" + type + "\"");
        if (key != null) {
            row.append(",\"key\":\"").append(key).append('"');
        }
        for (int i = 0; i < more.length; i += 2) {
            row.append(",\"").append(more[i]).append("\":").append(line(more[i + 1]));
        }
        return row.append(",\"record\":").append(line(document)).append('}').toString();
    }

    private static String line(Object document) {
        return Json.read(Json.text(document)).toString();
    }

    static Object key(String key) {
        return Json.of("key", key);
    }

    static Object identifier(String scheme, String value) {
        return Json.of("scheme", scheme, "value", value);
    }

    static Response send(byte[] file, Object... query) {
        var request = given().contentType("application/x-ndjson").body(file);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i].toString(), query[i + 1]);
        }
        return request.post("/v1/imports");
    }

    /** The import, waiting. */
    static JsonNode take(List<String> rows, Object... query) {
        return Api.body(send(String.join("\n", rows).getBytes(StandardCharsets.UTF_8), query), 202);
    }

    static JsonNode read(JsonNode job) {
        return Api.get("/imports/" + job.get("id").textValue());
    }

    /** The import when it has ended. */
    static JsonNode run(ImportRunner runner, List<String> rows, Object... query) {
        JsonNode job = take(rows, query);
        while (runner.step(UUID.fromString(job.get("id").textValue()))) {
            // until it has ended
        }
        return read(job);
    }

    static List<JsonNode> report(JsonNode job) {
        return given().get(job.get("reportHref").textValue()).asString().lines().map(Json::read).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Outcomes in the order of the rows. */
    static List<String> outcomes(JsonNode job) {
        return report(job).stream().map(row -> row.get("outcome").textValue()).toList();
    }

    /** What is said of a refused row: its pointers and codes. */
    static List<String> errors(JsonNode row) {
        List<String> errors = new ArrayList<>();
        row.at("/problem/errors").forEach(error -> errors.add(error.path("pointer").asText() + " " + error.get("code").textValue()));
        return errors;
    }

    static List<String> people(Stream<String> names) {
        return names.map(name -> row("person", name, Json.of("names", List.of(Json.of("value", name, "lang", "en", "kind", "common"))))).toList();
    }
}
