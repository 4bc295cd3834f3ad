package org.chancery.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** JSON Merge Patch (RFC 7396) on records. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergePatchTest {
    private static JsonNode meeting() {
        return Make.meeting("summary", "Talks.", "place", Json.of("venue", "Hall", "city", "Bern"), "start", Make.day("2030"));
    }

    private static String path(JsonNode meeting) {
        return "/meetings/" + Api.id(meeting);
    }

    @Test
    void member_shouldBeKept_whenAbsent() {
        JsonNode meeting = meeting();
        JsonNode patched = Api.patch(path(meeting), meeting, Json.of("status", "cancelled"));

        assertThat(patched.get("summary").textValue()).isEqualTo("Talks.");
        assertThat(patched.get("status").textValue()).isEqualTo("cancelled");
        assertThat(patched.get("version").intValue()).isEqualTo(2);
    }

    @Test
    void member_shouldBeCleared_whenNull() {
        JsonNode meeting = meeting();

        assertThat(Api.patch(path(meeting), meeting, Json.of("summary", null)).has("summary")).isFalse();
    }

    @Test
    void nestedMember_shouldBeCleared_whenNull() {
        JsonNode meeting = meeting();
        JsonNode place = Api.patch(path(meeting), meeting, Json.of("place", Json.of("venue", null))).get("place");

        assertThat(place.has("venue")).isFalse();
        assertThat(place.get("city").textValue()).isEqualTo("Bern");
    }

    @Test
    void nestedMember_shouldBeSetBesideTheOthers() {
        JsonNode meeting = meeting();
        JsonNode place = Api.patch(path(meeting), meeting, Json.of("place", Json.of("venue", "Palace"))).get("place");

        assertThat(place.get("venue").textValue()).isEqualTo("Palace");
        assertThat(place.get("city").textValue()).isEqualTo("Bern");
    }

    @Test
    void object_shouldBeRemoved_whenNothingIsLeftInIt() {
        JsonNode meeting = meeting();

        assertThat(Api.patch(path(meeting), meeting, Json.of("place", Json.of("venue", null, "city", null))).has("place")).isFalse();
    }

    @Test
    void object_shouldBeRemoved_whenNull() {
        JsonNode meeting = meeting();
        JsonNode patched = Api.patch(path(meeting), meeting, Json.of("place", null, "start", null));

        assertThat(patched.has("place")).isFalse();
        assertThat(patched.has("start")).isFalse();
    }

    @Test
    void version_shouldStay_whenAnObjectThatIsNotThereIsNull() {
        JsonNode meeting = Make.meeting();

        assertThat(Api.patch(path(meeting), meeting, Json.of("place", null)).get("version").intValue()).isEqualTo(1);
    }

    @Test
    void array_shouldBeReplacedWhole() {
        UUID person = Make.person("names", List.of(Make.name("One", "en"), Make.name("Один", "uk")));
        String path = "/people/" + person;
        Api.patch(path, Api.get(path), Json.of("names", List.of(Make.name("Two", "en"))));

        assertThat(Api.get(path, "include", "names").get("names").findValuesAsText("value")).containsExactly("Two");
    }

    @Test
    void result_shouldBeValidated_asOnCreation() {
        UUID person = Make.person();
        String path = "/people/" + person;

        JsonNode required = Api.error(Api.sendPatch(path, Api.get(path), Json.of("names", null)), 400);
        JsonNode order = Api.error(Api.sendPatch(path, Api.get(path), Json.of("birthDate", "1990", "deathDate", "1980")), 422);

        assertThat(required.get("pointer").textValue()).isEqualTo("/names");
        assertThat(order.get("code").textValue()).isEqualTo("end-before-start");
        assertThat(Api.get(path).get("version").intValue()).isEqualTo(1);
    }

    @Test
    void version_shouldStay_whenThePatchIsEmpty() {
        JsonNode meeting = meeting();

        assertThat(Api.patch(path(meeting), meeting, Json.of()).get("version").intValue()).isEqualTo(1);
    }

    @Test
    void version_shouldStay_whenThePatchSaysWhatIsThere() {
        JsonNode meeting = meeting();
        JsonNode patched = Api.patch(path(meeting), meeting, Json.of("summary", "Talks.", "place", Json.of("city", "Bern"), "visibility", null));

        assertThat(patched.get("version").intValue()).isEqualTo(1);
        assertThat(patched.get("updatedAt")).isEqualTo(meeting.get("updatedAt"));
    }

    @Test
    void version_shouldStay_whenThePatchSaysTheDefault() {
        JsonNode occupancy = Make.occupancy(Make.person(), Make.presidency(Make.state()), "start", "2020");
        JsonNode patched = Api.patch("/occupancies/" + Api.id(occupancy), occupancy, Json.of("acting", false, "ended", false, "designate", false));

        assertThat(patched.get("version").intValue()).isEqualTo(1);
    }

    @Test
    void version_shouldStay_whenANestedMemberSaysTheDefault() {
        JsonNode meeting = meeting();
        JsonNode patched = Api.patch(path(meeting), meeting, Json.of("place", Json.of("online", false)));

        assertThat(patched.get("version").intValue()).isEqualTo(1);
    }

    @Test
    void flag_shouldBeClearedAgain_whenFalse() {
        JsonNode occupancy = Make.occupancy(Make.person(), Make.presidency(Make.state()), "acting", true);
        JsonNode patched = Api.patch("/occupancies/" + Api.id(occupancy), occupancy, Json.of("acting", false));

        assertThat(patched.get("version").intValue()).isEqualTo(2);
        assertThat(patched.get("acting").booleanValue()).isFalse();
    }

    @Test
    void version_shouldStay_whenAListThatWasEmptyIsEmptied() {
        JsonNode meeting = meeting();
        JsonNode patched = Api.patch(path(meeting), meeting, Json.of("relations", List.of(), "identifiers", List.of(), "citations", List.of()));

        assertThat(patched.get("version").intValue()).isEqualTo(1);
    }

    @Test
    void version_shouldStay_whenAnObjectWithoutMembersIsAdded() {
        JsonNode meeting = Make.meeting();
        JsonNode patched = Api.patch(path(meeting), meeting, Json.of("place", Json.of()));

        assertThat(patched.get("version").intValue()).isEqualTo(1);
        assertThat(patched.has("place")).isFalse();
    }

    @Test
    void participants_shouldBeRefused_inAPatchOfTheEvent() {
        JsonNode meeting = meeting();

        assertThat(Api.sendPatch(path(meeting), meeting, Json.of("participants", List.of())).statusCode()).isEqualTo(400);
    }
}
