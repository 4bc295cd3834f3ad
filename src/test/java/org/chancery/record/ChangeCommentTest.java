package org.chancery.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code X-Change-Comment} says is kept with the revision. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class ChangeCommentTest {
    private static RequestSpecification saying(String comment, String contentType) {
        return given().header("X-Change-Comment", comment).contentType(contentType);
    }

    private static List<String> comments(String path) {
        return StreamSupport.stream(Api.get(path + "/revisions", "sort", "number").get("items").spliterator(), false)
                .map(revision -> revision.path("comment").asText()).toList();
    }

    @Test
    void comment_shouldBeKeptWithEachRevision() {
        Map<String, Object> person = Json.of("names", Make.names(Make.unique("Commented")));
        JsonNode created = Api.body(saying("as in the decree (%C8%99tirile TVR), 100%25", "application/json").body(person).post("/v1/people"), 201);
        String path = "/people/" + Api.id(created);
        saying("corrected", "application/merge-patch+json").header("If-Match", "*").body(Json.of("description", "spokesperson")).patch("/v1" + path)
                .then().statusCode(200);
        saying("of somebody else", "application/json").header("If-Match", "*").queryParam("reason", "entered twice").delete("/v1" + path)
                .then().statusCode(204);
        given().header("If-Match", "*").header("X-Change-Comment", "it was not").post("/v1" + path + "/revisions/2/restore").then().statusCode(200);

        assertThat(comments(path)).containsExactly("as in the decree (știrile TVR), 100%", "corrected", "of somebody else", "it was not");
    }

    @Test
    void comment_shouldBeKeptWithPartsOfARecord() {
        JsonNode meeting = Make.meeting();
        Map<String, Object> participant = Make.participant(Make.person());
        saying("from the communiqué".replace("é", "%C3%A9"), "application/json").body(participant).post("/v1/meetings/" + Api.id(meeting) + "/participants")
                .then().statusCode(201);

        JsonNode changes = Api.get("/changes", "recordType", "participation", "limit", 200).get("items");
        assertThat(changes.get(changes.size() - 1).get("comment").textValue()).isEqualTo("from the communiqué");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "%E0", "%00", "%20%20", "%ED%A0%80"})
    void brokenText_shouldBeRefused(String comment) {
        Response answer = saying(comment, "application/json").body(Json.of("names", Make.names("Nobody"))).post("/v1/people");

        assertThat(Api.error(answer, 400).get("header").textValue()).isEqualTo("X-Change-Comment");
        assertThat(Api.error(answer, 400).get("code").textValue()).isEqualTo("format");
    }

    @Test
    void length_shouldBeThatOfTheText() {
        UUID person = Make.person();
        RequestSpecification fits = saying("%D0%97".repeat(1000), "application/merge-patch+json").header("If-Match", "*");
        fits.body(Json.of("description", "x")).patch("/v1/people/" + person).then().statusCode(200);

        RequestSpecification longer = saying("%D0%97".repeat(1001), "application/merge-patch+json").header("If-Match", "*");
        longer.body(Json.of("description", "y")).patch("/v1/people/" + person).then().statusCode(400);
        assertThat(comments("/people/" + person)).containsExactly("", "З".repeat(1000));
    }
}
