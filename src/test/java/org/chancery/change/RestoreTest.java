package org.chancery.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** The history of a record, and the way back. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class RestoreTest {
    private static Response restore(String path, int number) {
        return given().header("If-Match", "*").post("/v1" + path + "/revisions/" + number + "/restore");
    }

    private static JsonNode restored(String path, int number) {
        return Api.body(restore(path, number), 200);
    }

    private static List<String> texts(JsonNode items, String member) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.get(member).isArray() ? item.get(member).toString() : item.get(member).asText()));
        return texts;
    }

    private static JsonNode unversioned(JsonNode record) {
        return ((ObjectNode) record.deepCopy()).without(List.of("version", "updatedAt"));
    }

    @Test
    void revisions_shouldTellWhatChanged_theLastFirst() {
        UUID person = Make.person("description", "a person");
        String path = "/people/" + person;
        Api.patch(path, Api.get(path), Json.of("description", null, "birthDate", "1978-01-25"));
        Api.delete(path, Api.get(path));
        JsonNode items = Api.get(path + "/revisions").get("items");

        assertThat(texts(items, "number")).containsExactly("3", "2", "1");
        assertThat(texts(items, "operation")).containsExactly("retracted", "updated", "created");
        assertThat(texts(items, "pointers")).containsExactly("[\"\"]", "[\"/birthDate\",\"/description\"]", "[\"\"]");
        assertThat(items.at("/0/comment").textValue()).isEqualTo("entered by mistake");
        assertThat(items.at("/2/href").textValue()).isEqualTo("/v1" + path + "/revisions/1");
    }

    @Test
    void revision_shouldShowTheRecordAsItWas_andHowItDiffers() {
        String path = "/people/" + Make.person("names", Make.names("Somebody"), "description", "a person");
        Api.patch(path, Api.get(path), Json.of("description", "somebody else", "birthDate", "1978"));

        assertThat(Api.get(path + "/revisions/1").get("document")).isEqualTo(Json.read("""
                {"names": [{"value": "Somebody", "lang": "en", "kind": "common", "display": true}], "description": "a person"}"""));
        assertThat(Api.get(path + "/revisions/2", "comparedTo", 1).get("differences")).isEqualTo(Json.read("""
                [{"pointer": "/birthDate", "after": "\\"1978\\""},
                 {"pointer": "/description", "before": "\\"a person\\"", "after": "\\"somebody else\\""}]"""));
    }

    @Test
    void record_shouldBeWhatItWas_whenRestored() {
        String path = "/people/" + Make.person("description", "a person");
        JsonNode first = Api.get(path);
        Api.patch(path, first, Json.of("description", "somebody else", "birthDate", "1978"));
        JsonNode restored = restored(path, 1);

        assertThat(restored.get("version").intValue()).isEqualTo(3);
        assertThat(unversioned(restored)).isEqualTo(unversioned(first));
        assertThat(Api.get(path + "/revisions").at("/items/0/operation").textValue()).isEqualTo("restored");
        assertThat(Api.get(path + "/revisions").at("/items/0/comment").textValue()).isEqualTo("revision 1");
    }

    @Test
    void record_shouldStay_whenRestoredToWhatItIs() {
        String path = "/people/" + Make.person();

        assertThat(restored(path, 1).get("version").intValue()).isEqualTo(1);
    }

    @Test
    void person_shouldComeBackWithOfficesAndMemberships_whenRetracted() {
        UUID person = Make.person("identifiers", List.of(Json.of("scheme", "wikidata", "value", "Q987650001")));
        String path = "/people/" + person;
        UUID occupancy = Api.id(Make.occupancy(person, Make.presidency(Make.state()), "start", "2020-01-01"));
        UUID membership = Api.id(Make.membership(person, Make.organization("party")));
        JsonNode before = Api.get(path, "include", "names,occupancies,memberships", "asOf", "2021-01-01");
        Api.delete(path, Api.get(path));
        restored(path, 2);

        assertThat(Json.read(Api.get(path, "include", "names,occupancies,memberships", "asOf", "2021-01-01").toString()
                .replaceAll("\"version\":\\d+", "\"version\":1"))).isEqualTo(before);
        assertThat(Api.get("/occupancies/" + occupancy).get("version").intValue()).isEqualTo(3);
        assertThat(Api.get("/memberships/" + membership).get("version").intValue()).isEqualTo(3);
    }

    @Test
    void event_shouldComeBackWithItsParts_whenRetracted() {
        UUID declaration = Api.id(Make.declaration("start", Make.day("2026-01-06"), "place", Json.of("city", "Paris")));
        String path = "/declarations/" + declaration;
        UUID person = Make.person();
        Api.create(path + "/participants", Make.participant(person));
        Api.create(path + "/signatures", Make.signature(person));
        Api.create(path + "/commitments", Make.commitment("obligorId", person));
        String gone = Api.id(Api.create(path + "/commitments", Make.commitment("obligorId", person))).toString();
        Api.delete(path + "/commitments/" + gone, Api.get(path + "/commitments/" + gone));
        JsonNode before = Api.get(path, "include", "participants,signatures,commitments");
        Api.delete(path, Api.get(path));
        restored(path, 1);

        assertThat(Json.read(Api.get(path, "include", "participants,signatures,commitments").toString()
                .replaceAll("\"version\":\\d+", "\"version\":1"))).isEqualTo(before);
    }

    @Test
    void calendarSequence_shouldNotFall_whenAnEventComesBack() {
        String path = "/meetings/" + Api.id(Make.meeting("start", Make.day("2027-01-06")));
        Api.patch(path, Api.get(path), Json.of("start", Make.day("2027-01-07")));
        assertThat(Api.get(path).get("scheduleSequence").intValue()).isEqualTo(1);
        Api.delete(path, Api.get(path));

        assertThat(restored(path, 2).get("scheduleSequence").intValue()).isEqualTo(1);
    }

    @Test
    void retractedRecord_shouldStayAway_whenWhatItRefersToIsGone() {
        UUID state = Make.state();
        String organization = "/organizations/" + Make.organization("igo", "stateId", state);
        Api.delete(organization, Api.get(organization));
        Api.delete("/states/" + state, Api.get("/states/" + state));

        assertThat(Api.error(restore(organization, 1), 422).get("pointer").textValue()).isEqualTo("/stateId");
        assertThat(Api.fetch(organization).statusCode()).isEqualTo(410);
        restored("/states/" + state, 1);
        assertThat(restored(organization, 1).get("stateId").textValue()).isEqualTo(state.toString());
    }

    @Test
    void restoration_shouldBeRefused_whenTheVersionIsStale() {
        String path = "/people/" + Make.person();
        Api.delete(path, Api.get(path));

        assertThat(given().header("If-Match", "\"1\"").post("/v1" + path + "/revisions/1/restore").statusCode()).isEqualTo(412);
        assertThat(given().header("If-Match", "\"2\"").post("/v1" + path + "/revisions/1/restore").statusCode()).isEqualTo(200);
    }

    @Test
    void names_shouldBeFoundAgain_whenTheirRecordComesBack() {
        String name = Make.unique("Returner");
        String path = "/people/" + Make.person("names", Make.names(name));
        Api.delete(path, Api.get(path));
        assertThat(Api.get("/people", "name", name).get("items")).isEmpty();
        restored(path, 1);

        assertThat(Api.get("/people", "name", name).get("items")).hasSize(1);
    }

    @Test
    void partOfAnEvent_shouldHaveItsHistory_andComeBack() {
        String declaration = "/declarations/" + Api.id(Make.declaration());
        UUID id = Api.id(Api.create(declaration + "/signatures", Make.signature(Make.person())));
        String path = declaration + "/signatures/" + id;
        Api.patch(path, Api.get(path), Json.of("action", "initialled"));
        Api.delete(path, Api.get(path));
        JsonNode items = Api.get(path + "/revisions").get("items");

        assertThat(texts(items, "operation")).containsExactly("retracted", "updated", "created");
        assertThat(items.at("/0/href").textValue()).isEqualTo("/v1" + path + "/revisions/3");
        assertThat(Api.get(path + "/revisions/2").at("/document/action").textValue()).isEqualTo("initialled");
        assertThat(restored(path, 1).get("action").textValue()).isEqualTo("signed");
        assertThat(Api.fetch("/declarations/" + Api.id(Make.declaration()) + "/signatures/" + id + "/revisions").statusCode()).isEqualTo(404);
    }

    @Test
    void partOfAnEvent_shouldStayAway_whileItsEventIsRetracted() {
        String meeting = "/meetings/" + Api.id(Make.meeting());
        String path = meeting + "/participants/" + Api.id(Api.create(meeting + "/participants", Make.participant(Make.person())));
        Api.delete(meeting, Api.get(meeting));
        JsonNode error = Api.error(restore(path, 1), 422);

        assertThat(error.get("code").textValue()).isEqualTo("reference-not-found");
        assertThat(meeting).endsWith(error.get("recordId").textValue());
        assertThat(Api.get(path + "/revisions").get("items")).hasSize(2);
        restored(meeting, 1);
        assertThat(Api.get(path).get("version").intValue()).isEqualTo(3);
    }

    @Test
    void schedules_shouldComeBackWithTheirEvent() {
        String path = "/meetings/" + Api.id(Make.meeting("start", Make.day("2027-01-06")));
        Api.patch(path, Api.get(path), Json.of("start", Make.day("2027-01-07"), "scheduleReason", "fog"));
        JsonNode before = Api.get(path, "include", "scheduleRevisions").get("scheduleRevisions");
        Api.delete(path, Api.get(path));
        restored(path, 2);

        assertThat(Api.get(path, "include", "scheduleRevisions").get("scheduleRevisions")).hasSize(1).isEqualTo(before);
    }
}
