package org.chancery.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class RetractionTest {
    private static void retract(String path) {
        Api.delete(path, Api.get(path));
    }

    private static Response tryRetract(String path) {
        return Api.sendDelete(path, Api.get(path));
    }

    @Test
    void record_shouldLeaveATombstone_whenRetracted() {
        UUID person = Make.person();
        retract("/people/" + person);
        JsonNode tombstone = Api.body(Api.fetch("/people/" + person), 410).get("tombstone");

        assertThat(tombstone).isEqualTo(Json.read("""
                {"id": "%s", "recordType": "person", "retractedAt": "2026-11-23T09:00:00Z", "reason": "entered by mistake"}""".formatted(person)));
    }

    @Test
    void record_shouldNotBeListed_whenRetracted() {
        UUID person = Make.person();
        retract("/people/" + person);

        assertThat(Api.ids(Api.get("/people", "ids", person))).isEmpty();
    }

    @Test
    void record_shouldNotBeChanged_whenRetracted() {
        UUID person = Make.person();
        JsonNode before = Api.get("/people/" + person);
        retract("/people/" + person);

        assertThat(Api.sendPatch("/people/" + person, before, Json.of("description", "x")).statusCode()).isEqualTo(410);
        assertThat(Api.sendDelete("/people/" + person, before).statusCode()).isEqualTo(410);
    }

    @Test
    void officesAndMemberships_shouldGoWithThePerson() {
        UUID person = Make.person();
        UUID occupancy = Api.id(Make.occupancy(person, Make.presidency(Make.state()), "start", "2020"));
        UUID membership = Api.id(Make.membership(person, Make.organization("party")));
        retract("/people/" + person);

        assertThat(Api.fetch("/occupancies/" + occupancy).statusCode()).isEqualTo(410);
        assertThat(Api.fetch("/memberships/" + membership).statusCode()).isEqualTo(410);
    }

    @Test
    void participantsSignaturesAndCommitments_shouldGoWithTheEvent() {
        UUID declaration = Api.id(Make.declaration());
        String path = "/declarations/" + declaration;
        UUID person = Make.person();
        Api.create(path + "/participants", Make.participant(person));
        Api.create(path + "/signatures", Make.signature(person));
        Api.create(path + "/commitments", Make.commitment("obligorId", person));
        retract(path);

        assertThat(Api.fetch(path + "/participants").statusCode()).isEqualTo(410);
        assertThat(tryRetract("/people/" + person).statusCode()).isEqualTo(204);
    }

    @Test
    void seat_shouldBeFree_whenItsHolderIsRetracted() {
        UUID presidency = Make.presidency(Make.state());
        UUID person = Make.person();
        Make.occupancy(person, presidency, "start", "2010-01-01", "end", "2015-01-01");
        retract("/people/" + person);

        assertThat(Api.post("/occupancies", Make.occupancyOf(Make.person(), presidency, "start", "2011-01-01", "end", "2012-01-01")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void person_shouldStay_whileAnEventRefersToIt() {
        UUID person = Make.person();
        JsonNode meeting = Make.meeting("participants", List.of(Make.participant(person)));
        JsonNode participant = Api.get("/meetings/" + Api.id(meeting), "include", "participants").at("/participants/0");
        JsonNode error = Api.error(tryRetract("/people/" + person), 409);

        assertThat(error.get("code").textValue()).isEqualTo("still-referenced");
        assertThat(error.get("recordId")).isEqualTo(participant.get("id"));
        assertThat(Api.fetch("/people/" + person).statusCode()).isEqualTo(200);
    }

    @Test
    void state_shouldStay_whileAnOfficeBelongsToIt() {
        UUID state = Make.state();
        UUID presidency = Make.presidency(state);

        assertThat(Api.error(tryRetract("/states/" + state), 409).get("recordId").textValue()).isEqualTo(presidency.toString());
    }

    @Test
    void office_shouldStay_whileItIsHeld() {
        UUID presidency = Make.presidency(Make.state());
        JsonNode occupancy = Make.occupancy(Make.person(), presidency);

        assertThat(Api.error(tryRetract("/positions/" + presidency), 409).get("recordId")).isEqualTo(occupancy.get("id"));
    }

    @Test
    void source_shouldStay_whileItIsCited() {
        UUID source = Make.source();
        UUID person = Make.person("citations", List.of(Json.of("sourceId", source)));

        assertThat(Api.error(tryRetract("/sources/" + source), 409).get("recordId").textValue()).isEqualTo(person.toString());
    }

    @Test
    void source_shouldBeRetracted_whenWhatCitesItIsRetracted() {
        UUID source = Make.source();
        UUID person = Make.person("citations", List.of(Json.of("sourceId", source)));
        retract("/people/" + person);

        assertThat(tryRetract("/sources/" + source).statusCode()).isEqualTo(204);
    }

    @Test
    void organization_shouldStay_whileAStateIsItsMember() {
        UUID alliance = Make.organization("igo");
        JsonNode membership = Make.membership(Make.state(), alliance);

        assertThat(Api.error(tryRetract("/organizations/" + alliance), 409).get("recordId")).isEqualTo(membership.get("id"));
    }

    @Test
    void identifier_shouldBeFreeAgain_whenItsRecordIsRetracted() {
        Object identifiers = List.of(Json.of("scheme", "opensanctions", "value", Make.unique("Q").replace(' ', '-')));
        UUID first = Make.person("identifiers", identifiers);

        JsonNode taken = Api.error(Api.post("/people", Json.of("names", Make.names("Other"), "identifiers", identifiers)), 409);
        assertThat(taken.get("recordId").textValue()).isEqualTo(first.toString());

        retract("/people/" + first);
        assertThat(Api.post("/people", Json.of("names", Make.names("Other"), "identifiers", identifiers)).statusCode()).isEqualTo(201);
    }

    @Test
    void retractedRecord_shouldNotBeReferredTo() {
        UUID person = Make.person();
        retract("/people/" + person);
        JsonNode error = Api.error(Api.post("/occupancies", Make.occupancyOf(person, Make.presidency(Make.state()))), 422);

        assertThat(error.get("code").textValue()).isEqualTo("reference-not-found");
        assertThat(error.get("pointer").textValue()).isEqualTo("/personId");
    }
}
