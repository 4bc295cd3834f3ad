package org.chancery.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiKeyTest {
    @Inject
    DataSource database;

    @Test
    void key_shouldBeShownOnce() throws SQLException {
        JsonNode created = create("shown once", "registry:write");
        String key = created.get("key").textValue();
        String secret = key.substring(key.lastIndexOf('_') + 1);

        assertThat(key).matches("chk_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
        assertThat(Api.get("/api-keys/" + created.get("id").textValue()).toString()).doesNotContain(secret).doesNotContain("\"key\"");
        assertThat(Api.get("/api-keys").toString()).contains(created.get("id").textValue()).doesNotContain(secret);
        assertThat(row(created)).doesNotContain(secret).doesNotContain(key);
    }

    @Test
    void answerWithTheKey_shouldBeKeptByNobody() {
        Response answer = Api.post("/api-keys", document("no cache", "registry:write"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void revision_shouldNameTheKeyThatWrote() {
        JsonNode key = create("writes", "registry:write");
        Response written = write(key);

        JsonNode revision = Api.get("/series/" + Json.read(written.asString()).get("id").textValue() + "/revisions").at("/items/0");
        assertThat(revision.get("author").textValue()).isEqualTo("key:" + key.get("id").textValue());
    }

    @Test
    void use_shouldBeNoted() {
        JsonNode key = create("used", "registry:write");
        assertThat(Api.get("/api-keys/" + key.get("id").textValue()).has("lastUsedAt")).isFalse();

        Instant before = Instant.now().minusSeconds(1);
        write(key);

        assertThat(Instant.parse(Api.get("/api-keys/" + key.get("id").textValue()).get("lastUsedAt").textValue())).isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void key_shouldBeRefusedForEverything_onceRevoked() {
        JsonNode key = create("revoked", "registry:write");
        assertThat(read(key)).isEqualTo(200);

        JsonNode revoked = revoke(key);

        assertThat(read(key)).isEqualTo(401);
        assertThat(write(key).statusCode()).isEqualTo(401);
        assertThat(revoke(key)).as("revoked again").isEqualTo(revoked);
    }

    @Test
    void key_shouldEndWithItsTime() throws SQLException {
        JsonNode key = create("ends", "registry:write");
        assertThat(read(key)).isEqualTo(200);
        try (Connection connection = database.getConnection(); PreparedStatement update = connection.prepareStatement(
                "update api_key set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second' where id = ?")) {
            update.setObject(1, UUID.fromString(key.get("id").textValue()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        assertThat(read(key)).isEqualTo(401);
    }

    @Test
    void list_shouldShowTheNewestFirst_pageByPage() {
        List<String> made = List.of(create("first", "registry:write"), create("second", "registry:write"), create("third", "registry:admin")).stream()
                .map(key -> key.get("id").textValue()).toList();
        JsonNode page = Api.get("/api-keys", "limit", 2);
        JsonNode next = Api.get("/api-keys", "limit", 2, "cursor", page.get("nextCursor").textValue());

        assertThat(page.at("/items/0/id").textValue()).isEqualTo(made.get(2));
        assertThat(page.at("/items/1/id").textValue()).isEqualTo(made.get(1));
        assertThat(next.at("/items/0/id").textValue()).isEqualTo(made.get(0));
    }

    private static JsonNode create(String name, String scope) {
        return Api.create("/api-keys", document(name, scope));
    }

    private static JsonNode document(String name, String scope) {
        return Json.read("{\"name\":\"" + name + "\",\"scopes\":[\"" + scope + "\"]}");
    }

    private static JsonNode revoke(JsonNode key) {
        return Api.body(given().post("/v1/api-keys/" + key.get("id").textValue() + "/revoke"), 200);
    }

    private static int read(JsonNode key) {
        return given().header("X-API-Key", key.get("key").textValue()).queryParam("limit", 1).get("/v1/series").statusCode();
    }

    private static Response write(JsonNode key) {
        return given().header("X-API-Key", key.get("key").textValue()).contentType("application/json")
                .body("{\"names\":[{\"value\":\"Written with a key\",\"lang\":\"en\",\"kind\":\"common\"}]}").post("/v1/series");
    }

    private String row(JsonNode key) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(
                "select cast(k as text) from api_key k where id = ?")) {
            select.setObject(1, UUID.fromString(key.get("id").textValue()));
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
