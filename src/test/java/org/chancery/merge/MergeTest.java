package org.chancery.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;

/** Two records of one thing become one. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergeTest {
    private static final String PEOPLE = "/people";

    private static List<String> values(JsonNode items, String member) {
        List<String> values = new ArrayList<>();
        items.forEach(item -> values.add(item.path(member).asText()));
        return values;
    }

    private static List<Object> identifier(String scheme, String value) {
        return List.of(Json.of("scheme", scheme, "value", value));
    }

    private static String unique(String word) {
        return Make.unique(word).replace(' ', '-');
    }

    @Test
    void references_shouldGoToTheSurvivor() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        UUID state = Make.state();
        UUID occupancy = Api.id(Make.occupancy(gone, Make.presidency(state), "start", "2020-01-01"));
        UUID membership = Api.id(Make.membership(gone, Make.organization("party")));
        UUID declaration = Api.id(Make.declaration("participants", List.of(Make.participant(gone))));
        String parts = "/declarations/" + declaration;
        Api.create(parts + "/signatures", Make.signature(gone, "onBehalfOfId", state));
        Api.create(parts + "/commitments", Make.commitment("obligorId", gone, "beneficiaryId", state));
        JsonNode report = Merging.merge(PEOPLE, gone, kept);

        assertThat(values(report.get("moved"), "recordType")).containsExactlyInAnyOrder("occupancy", "membership", "participation", "signature",
                "commitment");
        assertThat(report.at("/moved/0/count").intValue()).isEqualTo(1);
        assertThat(Api.get("/occupancies/" + occupancy).get("personId").textValue()).isEqualTo(kept.toString());
        assertThat(Api.get("/memberships/" + membership).get("memberId").textValue()).isEqualTo(kept.toString());
        JsonNode after = Api.get(parts, "include", "participants,signatures,commitments");
        assertThat(after.at("/participants/0/actorId").textValue()).isEqualTo(kept.toString());
        assertThat(after.at("/participants/0/version").intValue()).isEqualTo(2);
        assertThat(after.at("/signatures/0/actorId").textValue()).isEqualTo(kept.toString());
        assertThat(after.at("/commitments/0/obligorId").textValue()).isEqualTo(kept.toString());
    }

    @Test
    void survivor_shouldGetNamesAndIdentifiers_andWhatItLacks() throws Exception {
        String kept = Make.unique("Kept");
        String gone = Make.unique("Gone");
        String id = unique("M");
        UUID survivor = Make.person("names", List.of(Make.name(kept, "en")), "birthDate", "1970");
        UUID merged = Make.person("names", List.of(Make.name(gone, "en"),
                Json.of("value", kept, "lang", "en", "kind", "common"), Make.name("Інша " + gone, "uk")), "birthDate", "1971",
                "description", "somebody", "identifiers", identifier("opensanctions", id));
        JsonNode report = Merging.merge(PEOPLE, merged, survivor);
        JsonNode after = Api.get("/people/" + survivor, "include", "names");

        assertThat(report.get("pointers").toString()).isEqualTo("[\"/description\",\"/identifiers\",\"/names\"]");
        assertThat(values(after.get("names"), "value")).containsExactly(kept, gone, "Інша " + gone);
        assertThat(values(after.get("names"), "display")).containsExactly("true", "false", "true");
        assertThat(after.at("/birthDate/edtf").textValue()).isEqualTo("1970");
        assertThat(after.get("description").textValue()).isEqualTo("somebody");
        assertThat(Api.get("/lookup", "scheme", "opensanctions", "value", id).get("id").textValue()).isEqualTo(survivor.toString());
        assertThat(Api.ids(Api.get("/search", "q", gone))).contains(survivor).doesNotContain(merged);
    }

    @Test
    void citation_shouldOnlyMention_whereWhatItBearsOutDidNotComeAlong() throws Exception {
        UUID source = Make.source();
        String name = Make.unique("Cited");
        UUID survivor = Make.person("birthDate", "1970");
        UUID merged = Make.person("names", Make.names(name), "birthDate", "1971", "description", "somebody", "citations",
                List.of(Json.of("sourceId", source, "field", "/birthDate"), Json.of("sourceId", source, "field", "/names/0/value"),
                        Json.of("sourceId", source, "field", "/description")));
        Merging.merge(PEOPLE, merged, survivor);
        JsonNode evidence = Api.get("/people/" + survivor + "/evidence").get("items");

        assertThat(values(evidence, "field")).containsExactly("", "/description", "/names/1/value");
        assertThat(evidence.at("/0/citations/0/stance").textValue()).isEqualTo("mentions");
        assertThat(evidence.at("/2/citations/0/stance").textValue()).isEqualTo("supports");
    }

    @Test
    void oldId_shouldLeadToTheSurvivor_withAllBelowIt() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        Merging.merge(PEOPLE, gone, kept);

        for (String below : List.of("", "/evidence", "/timeline?limit=3&lang=uk", "/counterparts", ".jsonld", "/events.ics", "/evidence.csv")) {
            Response answer = Merging.fetch("/people/" + gone + below);
            assertThat(answer.statusCode()).as(below).isEqualTo(308);
            assertThat(answer.header("Location")).isEqualTo("/v1/people/" + kept + below);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(Merging.fetch("/leaders/" + gone).header("Location")).isEqualTo("/v1/leaders/" + kept);
        assertThat(given().redirects().follow(false).head("/v1/people/" + gone).statusCode()).isEqualTo(308);
        assertThat(Api.get("/people/" + gone).get("id").textValue()).isEqualTo(kept.toString());
    }

    @Test
    void encounters_shouldBeThoseOfTheSurvivor_whoeverIsNamed() throws Exception {
        UUID gone = Make.person();
        UUID kept = Make.person();
        UUID other = Make.person();
        UUID meeting = Api.id(Make.meeting("start", Json.of("date", "2026-05-05")));
        Api.create("/meetings/" + meeting + "/participants", Make.participant(gone));
        Api.create("/meetings/" + meeting + "/participants", Make.participant(other));

        Merging.merge(PEOPLE, gone, kept);

        for (UUID named : new UUID[] {gone, kept}) {
            JsonNode met = Api.get("/encounters", "actorId", named, "withId", other);
            assertThat(met.at("/actor/id").textValue()).isEqualTo(kept.toString());
            assertThat(met.at("/summary/count").intValue()).isEqualTo(1);
            assertThat(Api.get("/encounters", "actorId", other, "withId", named).get("items").get(0).get("id").textValue()).isEqualTo(meeting.toString());
        }
    }

    @Test
    void filter_shouldTakeTheOldIdForTheSurvivor() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        UUID membership = Api.id(Make.membership(gone, Make.organization("party")));
        Merging.merge(PEOPLE, gone, kept);

        assertThat(Api.ids(Api.get("/memberships", "personId", gone))).containsExactly(membership);
        assertThat(Api.ids(Api.get(PEOPLE, "ids", gone))).containsExactly(kept);
        assertThat(Api.get("/changes", "recordId", gone).get("items").findValuesAsText("operation")).containsExactly("created", "merged");
    }

    @Test
    void reconciliation_shouldTakeTheOldIdForTheSurvivor() throws Exception {
        UUID kept = Make.person("description", "somebody");
        UUID gone = Make.person();
        Merging.merge(PEOPLE, gone, kept);
        JsonNode extension = Json.read(given().queryParam("extend", "{\"ids\": [\"" + gone + "\", \"" + kept + "\"], \"properties\": [{\"id\": \"description\"}]}")
                .get("/reconcile").asString());

        assertThat(extension.get("rows").findValuesAsText("str")).containsExactly("somebody", "somebody");
        assertThat(given().get("/reconcile/preview/" + gone).asString()).contains("somebody");
        assertThat(given().redirects().follow(false).get("/reconcile/entity/" + gone).header("Location")).endsWith("/v1/people/" + kept);
    }

    @Test
    void chain_shouldLeadStraightToItsEnd() throws Exception {
        UUID first = Make.source();
        UUID second = Make.source();
        UUID third = Make.source();
        Merging.merge("/sources", first, second);
        Merging.merge("/sources", second, third);

        assertThat(Merging.fetch("/sources/" + first).header("Location")).isEqualTo("/v1/sources/" + third);
        Api.delete("/sources/" + third, Api.get("/sources/" + third));
        assertThat(Api.fetch("/sources/" + first).statusCode()).isEqualTo(410);
    }

    @Test
    void mergedRecord_shouldNotBeWritten() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        JsonNode before = Api.get("/people/" + gone);
        Merging.merge(PEOPLE, gone, kept);
        List<Response> answers = List.of(Api.sendPatch("/people/" + gone, before, Json.of("description", "x")),
                Api.sendDelete("/people/" + gone, before), Merging.send(PEOPLE, gone, Make.person(), false),
                given().header("If-Match", "*").post("/v1/people/" + gone + "/revisions/1/restore"));

        answers.forEach(answer -> {
            JsonNode error = Api.error(answer, 409);
            assertThat(error.get("code").textValue()).isEqualTo("merged");
            assertThat(error.get("recordId").textValue()).isEqualTo(kept.toString());
        });
    }

    @Test
    void mergedRecord_shouldNotBeReferredTo() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        Merging.merge(PEOPLE, gone, kept);
        JsonNode error = Api.error(Api.post("/occupancies", Make.occupancyOf(gone, Make.presidency(Make.state()))), 422);

        assertThat(error.get("code").textValue()).isEqualTo("reference-merged");
        assertThat(error.get("pointer").textValue()).isEqualTo("/personId");
        assertThat(error.get("recordId").textValue()).isEqualTo(kept.toString());
    }

    @Test
    void mergedRecord_shouldNotBeListed_butKeepsItsHistory() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        Merging.merge(PEOPLE, gone, kept);

        assertThat(Api.ids(Api.get(PEOPLE, "limit", 200))).doesNotContain(gone).contains(kept);
        assertThat(values(Api.get("/people/" + gone + "/revisions").get("items"), "operation")).containsExactly("merged", "created");
    }

    @Test
    void log_shouldTellOfBoth_andOfAllThatWasTurned() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person("description", "somebody");
        UUID meeting = Api.id(Make.meeting("participants", List.of(Make.participant(gone))));
        UUID participant = UUID.fromString(Api.get("/meetings/" + meeting, "include", "participants").at("/participants/0/id").textValue());
        Merging.merge(PEOPLE, gone, kept);
        Merging.unmerge(PEOPLE, gone);

        assertThat(told(gone)).containsExactly("created null [\"\"]", "merged " + kept + " [\"\"]", "unmerged " + kept + " [\"\"]");
        assertThat(told(kept)).containsExactly("created null [\"\"]", "merged " + gone + " [\"/description\",\"/names\"]",
                "unmerged " + gone + " [\"/description\",\"/names\"]");
        assertThat(told(participant)).containsExactly("created null [\"\"]", "updated " + gone + " [\"/actorId\"]",
                "updated " + gone + " [\"/actorId\"]");
    }

    private static List<String> told(UUID record) {
        List<String> told = new ArrayList<>();
        Api.get("/changes", "recordId", record).get("items").forEach(change -> told.add(change.get("operation").textValue() + " "
                + change.path("withId").textValue() + " " + change.get("pointers")));
        return told;
    }

    @Test
    void partsOfAnEvent_shouldGoToTheSurvivor() throws Exception {
        UUID kept = Api.id(Make.declaration("seriesId", Make.series(), "ordinal", 3));
        UUID gone = Api.id(Make.declaration("seriesId", Make.series(), "ordinal", 4, "start", Make.day("2026-01-06")));
        UUID child = Api.id(Make.meeting("partOfId", gone));
        UUID follower = Api.id(Make.meeting("relations", List.of(Json.of("relation", "follows", "eventId", gone))));
        UUID person = Make.person();
        UUID participant = Api.id(Api.create("/declarations/" + gone + "/participants", Make.participant(person)));
        UUID signature = Api.id(Api.create("/declarations/" + gone + "/signatures", Make.signature(person)));
        Merging.merge("/declarations", gone, kept);
        JsonNode after = Api.get("/declarations/" + kept, "include", "children,participants,signatures");

        assertThat(after.get("ordinal").intValue()).isEqualTo(3);
        assertThat(after.at("/start/edtf").textValue()).isEqualTo("2026-01-06");
        assertThat(after.at("/children/0/id").textValue()).isEqualTo(child.toString());
        assertThat(after.at("/participants/0/id").textValue()).isEqualTo(participant.toString());
        assertThat(after.at("/signatures/0/id").textValue()).isEqualTo(signature.toString());
        assertThat(Api.get("/meetings/" + follower, "include", "relations").at("/relations/0/eventId").textValue()).isEqualTo(kept.toString());
        assertThat(Merging.fetch("/declarations/" + gone + "/participants/" + participant).header("Location"))
                .isEqualTo("/v1/declarations/" + kept + "/participants/" + participant);
        assertThat(told(participant)).last().isEqualTo("updated " + gone + " [\"/eventId\"]");
        assertThat(told(signature)).last().isEqualTo("updated " + gone + " [\"/declarationId\"]");
    }

    @Test
    void revision_shouldFollowWhatWasMergedSince_whenRestored() throws Exception {
        UUID kept = Make.state();
        UUID gone = Make.state();
        UUID organization = Make.organization("ngo", "stateId", gone);
        Api.patch("/organizations/" + organization, Api.get("/organizations/" + organization), Json.of("stateId", null));
        Merging.merge("/states", gone, kept);
        JsonNode restored = Api.body(given().header("If-Match", "*").post("/v1/organizations/" + organization + "/revisions/1/restore"), 200);

        assertThat(restored.get("stateId").textValue()).isEqualTo(kept.toString());
    }

    @Test
    void survivor_shouldBeOfTheType_andAtTheVersion() throws Exception {
        UUID person = Make.person();
        UUID state = Make.state();
        String path = "/v1/people/" + person + "/merge";

        assertThat(code(path, Json.of("survivorId", state, "survivorVersion", 1), 422)).isEqualTo("reference-type");
        assertThat(code(path, Json.of("survivorId", person, "survivorVersion", 1), 422)).isEqualTo("own-survivor");
        assertThat(code(path, Json.of("survivorId", UUID.randomUUID(), "survivorVersion", 1), 422)).isEqualTo("reference-not-found");
        assertThat(code(path, Json.of("survivorId", Make.person(), "survivorVersion", 2), 409)).isEqualTo("stale-version");
    }

    private static String code(String path, Object body, int status) {
        return Api.error(given().contentType("application/json").header("If-Match", "*").body(body).post(path), status).get("code").textValue();
    }

    @Test
    void statements_shouldNotGrowWithWhatMoves() throws Exception {
        List<Integer> counts = new ArrayList<>();
        for (int meetings : List.of(2, 20)) {
            UUID kept = Make.person();
            UUID gone = Make.person();
            for (int i = 0; i < meetings; i++) {
                Make.meeting("participants", List.of(Make.participant(gone)));
            }
            int version = Api.get("/people/" + kept).get("version").intValue();
            counts.add(Statements.of(() -> assertThat(given().contentType("application/json").header("If-Match", "*")
                    .body("{\"survivorId\": \"" + kept + "\", \"survivorVersion\": " + version + "}").post("/v1/people/" + gone + "/merge").statusCode())
                    .isEqualTo(200)).size());
            counts.add(Statements.of(() -> Merging.unmerge(PEOPLE, gone)).size());
        }

        assertThat(counts.subList(2, 4)).isEqualTo(counts.subList(0, 2));
        System.out.println("a merge takes " + counts.get(0) + " statements, undoing it " + counts.get(1));
    }
}
