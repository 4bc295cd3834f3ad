package org.chancery.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many records in one request. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class BatchTest {
    private static Map<String, Object> person(Object... more) {
        return Make.with(Json.of("names", Make.names(Make.unique("Batched"))), more);
    }

    private static Map<String, Object> dangling() {
        return person("citations", List.of(Json.of("sourceId", UUID.randomUUID())));
    }

    private static String name(Map<String, Object> document) {
        return ((Map<?, ?>) ((List<?>) document.get("names")).get(0)).get("value").toString();
    }

    private static boolean isThere(Map<String, Object> document) {
        return !Api.get("/people", "name", name(document)).get("items").isEmpty();
    }

    @Test
    void batch_shouldCreateAll_inTheOrderSent() {
        List<Map<String, Object>> items = List.of(person(), person(), person());

        JsonNode results = Api.body(Api.post("/people/batch", Json.of("items", items)), 207).get("items");

        for (int i = 0; i < 3; i++) {
            JsonNode record = Api.get("/people/" + Api.id(results.get(i)));
            assertThat(record.at("/name/value").textValue()).isEqualTo(name(items.get(i)));
            assertThat(results.get(i)).isEqualTo(Json.read("{\"index\":" + i + ",\"status\":201,\"id\":" + record.get("id") + ",\"version\":1,\"href\":\"/v1/people/"
                    + record.get("id").textValue() + "\"}"));
        }
    }

    @Test
    void batch_shouldWriteNothingAndReportAll_whenItemsAreRefused() {
        Map<String, Object> good = person();
        List<Object> items = List.of(good, dangling(), person(), person("birthDate", "1990", "deathDate", "1980"));

        JsonNode problem = Api.body(Api.post("/people/batch", Json.of("items", items)), 422);

        assertThat(problem.get("errors").findValuesAsText("pointer")).containsExactly("/items/1/citations/0/sourceId", "/items/3/deathDate");
        assertThat(isThere(good)).isFalse();
    }

    @Test
    @Timeout(30)
    void batch_shouldNotWaitForItself_whenItemsBehindTheRefusedOneTakeWhatItTook() {
        List<Object> identifiers = List.of(Json.of("scheme", "wikidata", "value", "Q99900017"));
        List<Object> items = List.of(person("identifiers", identifiers), dangling(), person("identifiers", identifiers));

        JsonNode problem = Api.body(Api.post("/people/batch", Json.of("items", items)), 422);

        assertThat(problem.get("errors").findValuesAsText("pointer")).containsExactly("/items/1/citations/0/sourceId", "/items/2/identifiers/0");
        assertThat(Api.fetch("/lookup", "scheme", "wikidata", "value", "Q99900017").statusCode()).isEqualTo(404);
    }

    @Test
    void identifier_shouldBeRefusedOfEachItemButTheFirst_whenSeveralHaveIt() {
        Map<String, Object> first = Json.of("scheme", "wikidata", "value", "Q99900018");
        Map<String, Object> second = Json.of("scheme", "wikidata", "value", "Q99900019");
        List<Object> items = List.of(person("identifiers", List.of(first)), person("identifiers", List.of(second, first)),
                person("identifiers", List.of(second)), person());

        JsonNode problem = Api.body(Api.post("/people/batch", Json.of("items", items)), 409);

        assertThat(problem.get("detail").textValue()).isEqualTo("Nothing is written: 2 of 4 items are refused.");
        assertThat(problem.get("errors")).isEqualTo(Json.read("""
                [{"pointer":"/items/1/identifiers/1","code":"identifier-taken","detail":"belongs to another record: that of /items/0"},
                 {"pointer":"/items/2/identifiers/0","code":"identifier-taken","detail":"belongs to another record: that of /items/1"}]"""));
    }

    /** A rule that another record is named by, though it is one that is not there any more. */
    @Test
    void otherItem_shouldBeNamedByItsPlace_whenItIsInTheWay() {
        Map<String, Object> source = Json.of("url", "https://batch.example/twice", "title", "Twice");

        JsonNode error = Api.body(Api.post("/sources/batch", Json.of("items", List.of(source, source))), 409).at("/errors/0");

        assertThat(error).isEqualTo(Json.read("""
                {"pointer":"/items/1/url","code":"url-taken","detail":"belongs to another source: that of /items/0"}"""));
    }

    @Test
    void existingRecord_shouldBeNamed_whenItHasTheIdentifierOfAnItem() {
        List<Object> identifiers = List.of(Json.of("scheme", "wikidata", "value", "Q99900020"));
        UUID there = Make.person("identifiers", identifiers);

        JsonNode error = Api.body(Api.post("/people/batch", Json.of("items", List.of(person(), person("identifiers", identifiers)))), 409).at("/errors/0");

        assertThat(error.get("pointer").textValue()).isEqualTo("/items/1/identifiers/0");
        assertThat(error.get("recordId").textValue()).isEqualTo(there.toString());
    }

    @Test
    void laterItem_shouldBeRefusedWithTheRecordOfTheFirst_whenNotAtomic() {
        List<Object> identifiers = List.of(Json.of("scheme", "wikidata", "value", "Q99900021"));
        List<Object> items = List.of(person("identifiers", identifiers), person("identifiers", identifiers));

        JsonNode results = Api.body(Api.post("/people/batch", Json.of("atomic", false, "items", items)), 207).get("items");

        assertThat(results.get(1).at("/problem/errors/0/pointer").textValue()).isEqualTo("/identifiers/0");
        assertThat(results.get(1).at("/problem/errors/0/recordId")).isEqualTo(results.get(0).get("id"));
    }

    @Test
    void schema_shouldBeCheckedOfAllItems() {
        JsonNode problem = Api.body(Api.post("/people/batch", Json.of("items", List.of(Json.of("names", List.of()), Json.of("nom", "x")))), 400);

        assertThat(problem.get("errors").findValuesAsText("pointer")).contains("/items/0/names", "/items/1/names", "/items/1/nom");
    }

    @Test
    void batch_shouldWriteWhatItCan_whenNotAtomic() {
        Map<String, Object> good = person();
        Map<String, Object> later = person();

        JsonNode results = Api.body(Api.post("/people/batch", Json.of("atomic", false, "items", List.of(good, dangling(), later))), 207).get("items");

        assertThat(results.findValuesAsText("status")).startsWith("201", "422");
        assertThat(results.get(1).at("/problem/errors/0/pointer").textValue()).isEqualTo("/citations/0/sourceId");
        assertThat(isThere(good) && isThere(later)).isTrue();
    }

    @Test
    void key_shouldBeRefused_whenNotAtomic() {
        given().header("Idempotency-Key", Make.unique("key").replace(" ", "-")).contentType("application/json")
                .body(Json.of("atomic", false, "items", List.of(person()))).post("/v1/people/batch").then().statusCode(400);
    }

    @Test
    void item_shouldTakeNoMoreStatementsThanARequestOfItsOwn() {
        int single = Statements.of(() -> Api.create("/people", person())).size();
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            items.add(person());
        }

        assertThat(Statements.of(() -> Api.body(Api.post("/people/batch", Json.of("items", items)), 207))).hasSizeLessThanOrEqualTo(100 * single);
    }
}
