package org.chancery.merge;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;

/** Requests that merge records, and undo it. */
final class Merging {
    private Merging() {
    }

    static Response send(String collection, UUID gone, UUID kept, boolean dryRun) throws Exception {
        int version = Api.get(collection + "/" + kept).get("version").intValue();
        return given().contentType("application/json").header("If-Match", "*")
                .body(new ObjectMapper().writeValueAsString(Json.of("survivorId", kept, "survivorVersion", version, "dryRun", dryRun)))
                .post("/v1" + collection + "/" + gone + "/merge");
    }

    static JsonNode dryRun(String collection, UUID gone, UUID kept) throws Exception {
        return Api.body(send(collection, gone, kept, true), 200);
    }

    static JsonNode merge(String collection, UUID gone, UUID kept) throws Exception {
        return Api.body(send(collection, gone, kept, false), 200);
    }

    static Response sendUnmerge(String collection, UUID gone) {
        return given().header("If-Match", "*").post("/v1" + collection + "/" + gone + "/unmerge");
    }

    static JsonNode unmerge(String collection, UUID gone) {
        return Api.body(sendUnmerge(collection, gone), 200);
    }

    /** A request that does not follow where it is sent. */
    static Response fetch(String path) {
        return given().redirects().follow(false).get("/v1" + path);
    }
}
