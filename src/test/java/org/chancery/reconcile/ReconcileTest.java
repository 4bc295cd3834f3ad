package org.chancery.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The W3C Entity Reconciliation API 0.2, function by function. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class ReconcileTest {
    private static final String ZELENSKY = Starter.id("person:volodymyr-zelensky").toString();
    private static final String FRANCE = Starter.id("state:FR").toString();

    @Test
    void manifest_shouldNameEveryService() {
        JsonNode manifest = Protocol.valid("Manifest", "manifest", Protocol.get(""));

        assertThat(manifest.at("/versions/0").textValue()).isEqualTo("0.2");
        for (String service : List.of("entity", "type", "property")) {
            JsonNode place = manifest.at("/suggest/" + service);
            assertThat(given().queryParam("prefix", "u").get(place.get("service_url").textValue() + place.get("service_path").textValue()).statusCode()).isEqualTo(200);
        }
        JsonNode proposals = manifest.at("/extend/propose_properties");
        assertThat(given().get(proposals.get("service_url").textValue() + proposals.get("service_path").textValue() + "?type=person").statusCode()).isEqualTo(200);
        assertThat(given().get(manifest.at("/preview/url").textValue().replace("{{id}}", ZELENSKY)).statusCode()).isEqualTo(200);
        Response view = given().redirects().follow(false).get(manifest.at("/view/url").textValue().replace("{{id}}", ZELENSKY));
        assertThat(view.statusCode()).isEqualTo(303);
        assertThat(view.header("Location")).endsWith("/v1/people/" + ZELENSKY);
        assertThat(manifest.get("defaultTypes").findValuesAsText("id")).contains("person", "state", "organization", "position", "series", "meeting",
                "summit", "declaration");
    }

    @Test
    void batch_shouldBeAnsweredKeyByKey_whateverTheMethod() {
        ObjectNode batch = Protocol.object();
        batch.set("q0", Protocol.query("Емманюель Макрон", "person").put("limit", 3));
        batch.set("q1", Protocol.query("Франція", "state"));
        batch.set("q2", Protocol.query("nobody that there is", null));
        batch.set("q3", Protocol.query("Зустріч лідерів «коаліції охочих»", "event"));
        batch.set("q4", Protocol.query(ZELENSKY, null));

        JsonNode posted = Protocol.results("all", batch);
        JsonNode got = Protocol.valid("ResultBatch", "reconciliation-result-batch-get", Protocol.get("", "queries", batch));

        assertThat(got).isEqualTo(posted);
        assertThat(posted.at("/q0/result/0/id").textValue()).isEqualTo(Starter.id("person:emmanuel-macron").toString());
        assertThat(posted.at("/q0/result/0/match").booleanValue()).isTrue();
        assertThat(posted.at("/q0/result").size()).isLessThanOrEqualTo(3);
        assertThat(posted.at("/q1/result/0/id").textValue()).isEqualTo(FRANCE);
        assertThat(posted.at("/q2/result")).isEmpty();
        assertThat(posted.at("/q3/result/0/id").textValue()).isEqualTo(Starter.id("summit:2026-01-06-paris-coalition").toString());
        assertThat(posted.at("/q4/result/0/id").textValue()).isEqualTo(ZELENSKY);
        assertThat(posted.at("/q4/result/0/score").doubleValue()).isEqualTo(100);
        posted.forEach(result -> assertThat(scores(result)).isSortedAccordingTo((left, right) -> Double.compare(right, left)));
    }

    private static List<Double> scores(JsonNode result) {
        return result.get("result").findValues("score").stream().map(JsonNode::doubleValue).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Макрон", "{\"query\":\"Макрон\",\"type\":\"person\",\"limit\":1}"})
    void singleQuery_shouldBeAnsweredAlone(String query) {
        JsonNode result = Protocol.valid("Result", "single", Protocol.get("", "query", query));

        assertThat(result.at("/result/0/id").textValue()).isEqualTo(Starter.id("person:emmanuel-macron").toString());
        assertThat(Protocol.valid("Result", "single-post", Protocol.post("query", query))).isEqualTo(result);
    }

    @Test
    void type_shouldRestrict() {
        ObjectNode batch = Protocol.object();
        batch.set("q0", Protocol.query("NATO", "person"));
        batch.set("q1", Protocol.query("NATO", "organization"));
        ObjectNode several = Protocol.query("NATO", null);
        several.putArray("type").add("summit").add("organization");
        batch.set("q2", several);
        batch.set("q3", Protocol.query("NATO", "no-such-type"));

        JsonNode results = Protocol.results("types", batch);

        results.at("/q0/result").forEach(each -> assertThat(each.at("/type/0/id").textValue()).isEqualTo("person"));
        assertThat(results.at("/q1/result/0/id").textValue()).isEqualTo(Starter.id("organization:nato").toString());
        results.at("/q2/result").forEach(each -> assertThat(each.at("/type/0/id").textValue()).isIn("summit", "organization"));
        assertThat(results.at("/q3/result")).isEmpty();
    }

    @Test
    void properties_shouldCount_asTextOrAsRecord() {
        ObjectNode batch = Protocol.object();
        batch.set("code", Protocol.property(Protocol.object(), "iso3166-1-alpha2", "FR"));
        batch.set("office", Protocol.property(Protocol.property(Protocol.query("Зеленський", "person"), "actor", "Ukraine"), "function", "head-of-state"));
        batch.set("record", Protocol.property(Protocol.query("Зеленський", "person"), "actor", Map.of("id", Starter.id("state:UA"), "name", "Ukraine")));
        ObjectNode meeting = Protocol.property(Protocol.property(Protocol.object().put("type", "meeting"), "start", "2026-01-06T00:00:00Z"),
                "participant", List.of("Зеленський", "Макрон"));
        batch.set("meeting", Protocol.property(Protocol.property(meeting, "state", "France"), "kind", "bilateral"));
        batch.set("nonsense", Protocol.property(Protocol.query("Зеленський", "person"), "birth-date", "a long time ago"));

        JsonNode results = Protocol.results("properties", batch);

        assertThat(results.at("/code/result/0/id").textValue()).isEqualTo(FRANCE);
        assertThat(results.at("/code/result/0/match").booleanValue()).isTrue();
        assertThat(results.at("/office/result/0/match").booleanValue()).as(results.get("office").toPrettyString()).isTrue();
        assertThat(results.at("/record/result/0/features").findValuesAsText("id")).contains("name", "office");
        assertThat(results.at("/meeting/result/0/id").textValue()).as(results.get("meeting").toPrettyString())
                .isEqualTo(Starter.id("meeting:2026-01-06-zelensky-macron").toString());
        assertThat(results.at("/nonsense/result/0/features").findValuesAsText("id")).containsExactly("name");
    }

    @Test
    void suggestion_shouldFindRecordsByBeginningAndById() {
        JsonNode typed = Protocol.valid("EntitySuggestions", "suggest-entities-response", Protocol.get("/suggest/entity", "prefix", "Зелен"));
        JsonNode id = Protocol.valid("EntitySuggestions", "suggest-entities-response-id", Protocol.get("/suggest/entity", "prefix", ZELENSKY));
        JsonNode states = Protocol.valid("EntitySuggestions", "suggest-entities-response-type",
                Protocol.get("/suggest/entity", "prefix", "Fr", "type", "state"));

        assertThat(typed.get("result").findValuesAsText("id")).contains(ZELENSKY);
        assertThat(id.get("result")).extracting(each -> each.get("name").textValue()).containsExactly("Volodymyr Zelensky");
        assertThat(states.get("result").findValuesAsText("id")).contains(FRANCE, "state").doesNotContain("person");
        assertThat(Protocol.get("/suggest/entity", "prefix", "Зелен", "cursor", 1000).jsonPath().getList("result")).isEmpty();
    }

    @Test
    void suggestion_shouldFindTypesAndProperties() {
        JsonNode types = Protocol.valid("TypeSuggestions", "suggest-types-response", Protocol.get("/suggest/type", "prefix", "s"));
        JsonNode properties = Protocol.valid("PropertySuggestions", "suggest-properties-response", Protocol.get("/suggest/property", "prefix", "da"));
        JsonNode proposals = Protocol.valid("PropertyProposal", "data-extension-property-proposal",
                Protocol.get("/properties", "type", "person", "limit", 12));

        assertThat(types.get("result")).extracting(type -> type.get("id").textValue()).containsExactly("state", "summit", "series");
        assertThat(properties.get("result").findValuesAsText("id")).contains("birth-date");
        assertThat(proposals.get("properties").findValuesAsText("id")).contains("wikidata", "name", "office").doesNotContain("city").hasSize(12);
        assertThat(proposals.get("limit").intValue()).isEqualTo(12);
    }

    @Test
    void extension_shouldGiveTheValuesOfEachRecord() {
        String summit = Starter.id("summit:2026-01-06-paris-coalition").toString();
        String nothing = UUID.randomUUID().toString();
        ObjectNode query = Protocol.object();
        query.putArray("ids").add(ZELENSKY).add(FRANCE).add(summit).add(nothing).add("no id at all");
        for (String property : List.of("wikidata", "office", "iso3166-1-alpha2", "start", "state", "participant", "city")) {
            query.withArray("properties").addObject().put("id", property);
        }

        JsonNode extension = Protocol.valid("ExtendAnswer", "data-extension-response", Protocol.post("extend", query.toString()));

        assertThat(extension.get("meta").findValuesAsText("id")).startsWith("wikidata", "office");
        assertThat(extension.at("/meta/1/type/id").textValue()).isEqualTo("position");
        JsonNode rows = extension.get("rows");
        assertThat(rows.at("/" + ZELENSKY + "/wikidata/0/str").textValue()).isEqualTo("Q3874799");
        assertThat(rows.at("/" + ZELENSKY + "/office").findValuesAsText("name")).contains("President of Ukraine");
        assertThat(rows.at("/" + FRANCE + "/iso3166-1-alpha2/0/str").textValue()).isEqualTo("FR");
        assertThat(rows.at("/" + summit + "/start/0/str").textValue()).isEqualTo("2026-01-06");
        assertThat(rows.at("/" + summit + "/state/0/id").textValue()).isEqualTo(FRANCE);
        assertThat(rows.at("/" + summit + "/participant").findValuesAsText("id")).contains(ZELENSKY);
        assertThat(rows.at("/" + summit + "/participant").findValuesAsText("str")).contains("посли");
        rows.get(nothing).forEach(values -> assertThat(values).isEmpty());
        rows.get("no id at all").forEach(values -> assertThat(values).isEmpty());
        assertThat(Protocol.valid("ExtendAnswer", "data-extension-response-get", Protocol.get("", "extend", query))).isEqualTo(extension);
    }

    @Test
    void preview_shouldBeASmallPage_withNothingButText() {
        Response page = Protocol.get("/preview/" + ZELENSKY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("X-Frame-Options")).as("it is shown in a frame").isNull();
        assertThat(page.asString()).contains("<h1>Volodymyr Zelensky</h1>", "Зеленський", "President of Ukraine");
    }

    @Test
    void preview_shouldEscapeWhatRecordsSay() {
        UUID id = Api.id(Api.create("/people", Map.of("names", List.of(Map.of("value", "<script>alert('x')</script>", "lang", "en", "kind", "common", "display", true)))));

        assertThat(Protocol.get("/preview/" + id).asString()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void callback_shouldWrapTheAnswer() {
        Response answer = Protocol.get("", "callback", "jQuery_1.cb", "_", "1767657600000");

        assertThat(answer.contentType()).startsWith("application/javascript");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.asString()).startsWith("/**/jQuery_1.cb({").endsWith("});").contains("\"versions\":[\"0.2\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alert(1)", "a;b", "<script>", "a b"})
    void callback_shouldBeAName(String callback) {
        assertThat(Api.error(Protocol.get("", "callback", callback), 400).get("parameter").textValue()).isEqualTo("callback");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"queries;[];''", "queries;{\"q0\":{}};/q0", "queries;{\"q0\":{\"query\":\"x\",\"limit\":0}};/q0/limit",
        "queries;{\"q0\":{\"query\":\"x\",\"props\":[]}};/q0/props", "queries;{\"q0\":{\"query\":5}};/q0/query", "queries;nonsense;''",
        "extend;{\"ids\":[]};/properties", "extend;{\"ids\":[],\"properties\":[{\"id\":\"colour\"}]};/properties/0/id"})
    void error_shouldBeAProblemThatEveryOriginMayRead(String parameter, String document, String pointer) {
        for (Response answer : List.of(Protocol.get("", parameter, document), Protocol.post(parameter, document))) {
            JsonNode error = Api.error(answer, 400);

            assertThat(error.get("parameter").textValue()).isEqualTo(parameter);
            assertThat(error.path("pointer").asText()).isEqualTo(pointer);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    @Test
    void unknownRecord_shouldBe404() {
        assertThat(Protocol.get("/preview/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(Protocol.get("/entity/nothing").statusCode()).isEqualTo(404);
        assertThat(Protocol.get("/entity/nothing").header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void preflight_shouldAllowEveryOrigin() {
        Response answer = given().header("Origin", "https://app.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options("/reconcile");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase()).contains("content-type");
    }

    @Test
    void batch_shouldTakeAsManyStatementsForFiftyQueriesAsForOne() {
        int one = statements(1).size();
        List<String> fifty = statements(50);

        assertThat(fifty).as(String.join("\n", fifty)).hasSize(one).hasSizeLessThanOrEqualTo(16);
        System.out.println("/reconcile: " + one + " statements for 1 and for 50 queries");
    }

    private static List<String> statements(int count) {
        ObjectNode batch = Protocol.object();
        for (int i = 0; i < count; i++) {
            ObjectNode query = Protocol.property(Protocol.query(i % 2 == 0 ? "Paris summit" : "Zelensky", null), "state", "France");
            batch.set("q" + i, Protocol.property(query, "wikidata", "Q" + (5000 + i)));
        }
        return Statements.of(() -> Protocol.results("many", batch));
    }

    @Test
    void extension_shouldTakeFourStatements() {
        ObjectNode query = Protocol.object();
        Api.get("/people", "limit", 30).get("items").forEach(person -> query.withArray("ids").add(person.get("id").textValue()));
        query.putArray("properties").addObject().put("id", "office");

        assertThat(Statements.of(() -> Protocol.valid("ExtendAnswer", "data-extension-response-many", Protocol.post("extend", query.toString())))).hasSize(4);
    }

    @Test
    void contract_shouldBeServed() {
        assertThat(given().get("/openapi/reconcile.yaml").asString()).startsWith("openapi: ");
        assertThat(given().get("/openapi/reconcile.json").jsonPath().getMap("paths")).containsKey("/reconcile");
    }
}
