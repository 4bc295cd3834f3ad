package org.chancery.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which capacity somebody takes part, and that it stays as it was when it was written. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class CapacityTest {
    private UUID state;
    private UUID alliance;
    private UUID person;
    private UUID ministry;
    private UUID seat;

    @BeforeEach
    void make() {
        state = Make.state();
        alliance = Make.organization("igo");
        person = Make.person();
        ministry = Make.position(state, List.of("minister"), "names", Make.names("Minister of Tests"));
        seat = Make.position(alliance, List.of("permanent-representative"));
    }

    private JsonNode minister(Object... more) {
        return Make.occupancy(person, ministry, more.length == 0 ? new Object[] {"start", "2020-01-01", "end", "2030-01-01"} : more);
    }

    private JsonNode meeting(Map<String, Object> participant) {
        return Make.meeting("start", Make.day("2024-05-05"), "participants", List.of(participant));
    }

    private static JsonNode participant(JsonNode meeting) {
        return Api.get("/meetings/" + Api.id(meeting), "include", "participants").at("/participants/0");
    }

    private static JsonNode capacity(JsonNode meeting) {
        return participant(meeting).get("capacity");
    }

    private static String path(JsonNode meeting) {
        return "/meetings/" + Api.id(meeting) + "/participants/" + Api.id(participant(meeting));
    }

    @Test
    void capacity_shouldBeAsserted_whenATitleIsGiven() {
        minister();
        JsonNode meeting = meeting(Make.participant(person, "capacity", Json.of("title", "міністр", "titleLang", "uk")));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("asserted");
        assertThat(capacity(meeting).get("title").textValue()).isEqualTo("міністр");
        assertThat(capacity(meeting).get("titleLang").textValue()).isEqualTo("uk");
    }

    @Test
    void capacity_shouldBeAsserted_whenAnOccupancyIsGiven() {
        JsonNode occupancy = minister();
        Make.occupancy(person, seat, "start", "2020-01-01");
        JsonNode meeting = meeting(Make.participant(person, "capacity", Json.of("occupancyId", Api.id(occupancy))));

        assertThat(capacity(meeting)).isEqualTo(Json.read("""
                {"basis": "asserted", "title": "Minister of Tests", "titleLang": "en", "occupancyId": "%s", "positionId": "%s",
                 "functions": ["minister"], "standing": "official"}""".formatted(Api.id(occupancy), ministry)));
    }

    @Test
    void capacity_shouldBeInferred_whenOneOfficeIsHeld() {
        JsonNode occupancy = minister();
        JsonNode meeting = meeting(Make.participant(person));

        assertThat(capacity(meeting)).isEqualTo(Json.read("""
                {"basis": "inferred", "title": "Minister of Tests", "titleLang": "en", "occupancyId": "%s", "positionId": "%s",
                 "functions": ["minister"], "standing": "official"}""".formatted(Api.id(occupancy), ministry)));
    }

    @Test
    void capacity_shouldBeAmbiguous_whenTwoOfficesAreHeld() {
        minister();
        Make.occupancy(person, seat, "start", "2020-01-01", "end", "2030-01-01");
        JsonNode meeting = meeting(Make.participant(person));

        assertThat(capacity(meeting)).isEqualTo(Json.read("{\"basis\": \"ambiguous\", \"functions\": [], \"standing\": \"official\"}"));
    }

    @Test
    void capacity_shouldBeThatOfTheNamedActor_whenTwoOfficesAreHeld() {
        minister();
        Make.occupancy(person, seat, "start", "2020-01-01", "end", "2030-01-01");
        JsonNode meeting = meeting(Make.participant(person, "onBehalfOfId", alliance));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("inferred");
        assertThat(capacity(meeting).get("positionId").textValue()).isEqualTo(seat.toString());
    }

    @Test
    void capacity_shouldBeThatOfABodyOfTheNamedState_whenTwoOfficesAreHeld() {
        UUID office = Make.position(Make.organization("government-body", "stateId", state), List.of("adviser"));
        Make.occupancy(person, office, "start", "2020-01-01", "end", "2030-01-01");
        Make.occupancy(person, seat, "start", "2020-01-01", "end", "2030-01-01");
        JsonNode meeting = meeting(Make.participant(person, "onBehalfOfId", state));

        assertThat(capacity(meeting).get("positionId").textValue()).isEqualTo(office.toString());
    }

    @Test
    void capacity_shouldBeTheCertainOne_whenTheOtherIsDoubtful() {
        minister();
        Make.occupancy(person, seat, "start", "2010", "citations", Make.attestedOn("2012-01-01"));
        JsonNode meeting = meeting(Make.participant(person));

        assertThat(capacity(meeting).get("positionId").textValue()).isEqualTo(ministry.toString());
    }

    @Test
    void capacity_shouldBeNone_whenNoOfficeIsHeldOnTheDay() {
        minister("start", "2010-01-01", "end", "2015-01-01");
        JsonNode meeting = meeting(Make.participant(person));

        assertThat(capacity(meeting)).isEqualTo(Json.read("{\"basis\": \"none\", \"functions\": [], \"standing\": \"none\"}"));
    }

    @Test
    void capacity_shouldBeNone_whenTheParticipantIsAState() {
        JsonNode meeting = meeting(Make.participant(state));

        assertThat(capacity(meeting)).isEqualTo(Json.read("{\"basis\": \"none\", \"functions\": []}"));
    }

    @Test
    void capacity_shouldBeNone_whenTheEventHasNoDate() {
        minister();
        JsonNode meeting = Make.meeting("participants", List.of(Make.participant(person)));

        assertThat(capacity(meeting)).isEqualTo(Json.read("{\"basis\": \"none\", \"functions\": []}"));
    }

    @Test
    void capacity_shouldSayLeader_whenSomebodyLeadsOnTheDay() {
        Make.occupancy(person, Make.presidency(state), "start", "2020-01-01", "end", "2030-01-01");
        JsonNode meeting = meeting(Make.participant(person));

        assertThat(capacity(meeting).get("standing").textValue()).isEqualTo("leader");
    }

    @Test
    void capacity_shouldNotFollow_whenTheOfficeIsLeftBeforeTheEvent() {
        JsonNode occupancy = minister();
        JsonNode meeting = meeting(Make.participant(person));
        JsonNode before = capacity(meeting);
        Api.patch("/occupancies/" + Api.id(occupancy), occupancy, Json.of("end", "2021-01-01"));

        assertThat(capacity(meeting)).isEqualTo(before);
    }

    @Test
    void capacity_shouldKeepTheTitle_whenTheOfficeIsRenamed() {
        minister();
        JsonNode meeting = meeting(Make.participant(person));
        Api.patch("/positions/" + ministry, Api.get("/positions/" + ministry), Json.of("names", Make.names("Minister of Trials")));

        assertThat(capacity(meeting).get("title").textValue()).isEqualTo("Minister of Tests");
    }

    @Test
    void capacity_shouldKeepTitleAndOffice_whenTheOccupancyIsRetracted() {
        JsonNode occupancy = minister();
        JsonNode meeting = meeting(Make.participant(person));
        Api.delete("/occupancies/" + Api.id(occupancy), occupancy);

        assertThat(capacity(meeting)).isEqualTo(Json.read("""
                {"basis": "inferred", "title": "Minister of Tests", "titleLang": "en", "positionId": "%s", "functions": ["minister"],
                 "standing": "official"}""".formatted(ministry)));
    }

    @Test
    void capacity_shouldNotFollow_whenTheEventIsRescheduled() {
        minister();
        JsonNode meeting = meeting(Make.participant(person));
        Api.patch("/meetings/" + Api.id(meeting), meeting, Json.of("start", Make.day("2035-05-05")));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("inferred");
    }

    @Test
    void capacity_shouldStay_whenOnlyTheAttendanceChanges() {
        JsonNode meeting = meeting(Make.participant(person));
        minister();
        Api.patch(path(meeting), participant(meeting), Json.of("attendance", "absent", "role", "guest"));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("none");
    }

    @Test
    void capacity_shouldBeDeterminedAnew_whenSomebodyActsInAnotherName() {
        JsonNode meeting = meeting(Make.participant(person));
        minister();
        Api.patch(path(meeting), participant(meeting), Json.of("onBehalfOfId", state));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("inferred");
    }

    @Test
    void capacity_shouldBeDeterminedAnew_whenTheActorIsAnother() {
        minister();
        JsonNode meeting = meeting(Make.participant(Make.person()));
        Api.patch(path(meeting), participant(meeting), Json.of("actorId", person));

        assertThat(capacity(meeting).get("positionId").textValue()).isEqualTo(ministry.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"title\":null,\"titleLang\":null}"})
    void capacity_shouldBeInferredAgain_whenTheAssertionIsCleared(String cleared) {
        minister();
        JsonNode meeting = meeting(Make.participant(person, "capacity", Json.of("title", "міністр", "titleLang", "uk")));
        Api.patch(path(meeting), participant(meeting), Json.of("capacity", Json.read(cleared)));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("inferred");
        assertThat(capacity(meeting).get("title").textValue()).isEqualTo("Minister of Tests");
    }

    @Test
    void capacity_shouldStayAsserted_whenTheAssertedOccupancyIsRetracted() {
        JsonNode occupancy = minister();
        JsonNode meeting = meeting(Make.participant(person, "capacity", Json.of("occupancyId", Api.id(occupancy))));
        Api.delete("/occupancies/" + Api.id(occupancy), occupancy);
        Api.patch(path(meeting), participant(meeting), Json.of("attendance", "absent"));

        assertThat(capacity(meeting).get("basis").textValue()).isEqualTo("asserted");
        assertThat(capacity(meeting).get("title").textValue()).isEqualTo("Minister of Tests");
    }

    @Test
    void capacity_shouldBeRefused_whenTheOccupancyIsOfSomebodyElse() {
        JsonNode other = Make.occupancy(Make.person(), seat, "start", "2020-01-01");
        Response answer = Api.post("/meetings", Json.of("kind", "bilateral", "status", "held", "participants",
                List.of(Make.participant(person, "capacity", Json.of("occupancyId", Api.id(other))))));

        assertThat(Api.error(answer, 422).get("code").textValue()).isEqualTo("occupancy-of-another");
    }

    @Test
    void capacityOfASignature_shouldBeThatOfItsDay() {
        minister("start", "2020-01-01", "end", "2022-01-01");
        String path = "/declarations/" + Api.id(Make.declaration("start", Make.day("2024-05-05"))) + "/signatures";

        JsonNode signed = Api.create(path, Make.signature(person, "date", "2021-05-05"));
        JsonNode joined = Api.create(path, Json.of("actorId", person, "action", "joined"));

        assertThat(signed.at("/capacity/basis").textValue()).isEqualTo("inferred");
        assertThat(joined.at("/capacity/basis").textValue()).isEqualTo("none");
    }

    @Test
    void unresolvedParticipant_shouldBeShownAsReported() {
        JsonNode meeting = meeting(Json.of("reportedName", "посли", "reportedNameLang", "uk", "role", "guest", "attendance", "expected"));

        assertThat(participant(meeting).get("name")).isEqualTo(Json.read("{\"value\": \"посли\", \"lang\": \"uk\", \"fallback\": true}"));
        assertThat(participant(meeting).has("actorId")).isFalse();
    }
}
