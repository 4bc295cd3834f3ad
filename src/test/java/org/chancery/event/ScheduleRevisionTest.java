package org.chancery.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class ScheduleRevisionTest {
    private JsonNode meeting;
    private String path;

    @BeforeEach
    void make() {
        meeting = Make.meeting("status", "announced", "start", Make.day("2030-05-05"), "end", Make.day("2030-05-06"));
        path = "/meetings/" + Api.id(meeting);
    }

    private JsonNode revisions() {
        return Api.get(path, "include", "scheduleRevisions").get("scheduleRevisions");
    }

    @Test
    void schedule_shouldBeKeptWithTheReason_whenReplaced() {
        JsonNode changed = Api.patch(path, meeting, Json.of("start", Make.day("2030-06-05"), "end", Make.day("2030-06-06"),
                "scheduleReason", "The host is ill."));

        assertThat(changed.get("scheduleSequence").intValue()).isEqualTo(1);
        assertThat(changed.get("status").textValue()).isEqualTo("announced");
        assertThat(revisions()).hasSize(1);
        JsonNode first = revisions().get(0);
        assertThat(first.get("sequence").intValue()).isEqualTo(1);
        assertThat(first.at("/start/edtf").textValue()).isEqualTo("2030-05-05");
        assertThat(first.at("/end/edtf").textValue()).isEqualTo("2030-05-06");
        assertThat(first.get("reason").textValue()).isEqualTo("The host is ill.");
        assertThat(first.get("replacedAt").textValue()).isEqualTo(changed.get("updatedAt").textValue());
    }

    @Test
    void schedules_shouldBeKeptInOrder_whenReplacedTwice() {
        JsonNode second = Api.patch(path, meeting, Json.of("start", Make.day("2030-05-06")));
        Api.patch(path, second, Json.of("start", Make.day(null), "end", Make.day(null), "scheduleReason", "Postponed."));

        assertThat(revisions().findValuesAsText("edtf")).containsExactly("2030-05-05", "2030-05-06", "2030-05-06", "2030-05-06");
        assertThat(revisions().findValuesAsText("sequence")).containsExactly("1", "2");
    }

    @Test
    void schedule_shouldStay_whenOtherMembersChange() {
        JsonNode changed = Api.patch(path, meeting, Json.of("status", "postponed"));

        assertThat(changed.get("scheduleSequence").intValue()).isZero();
        assertThat(revisions()).isEmpty();
    }

    @Test
    void reason_shouldNotChangeTheRecord_whenTheScheduleStays() {
        JsonNode changed = Api.patch(path, meeting, Json.of("scheduleReason", "No reason at all."));

        assertThat(changed.get("version").intValue()).isEqualTo(1);
    }

    @Test
    void filters_shouldFindTheNewDate() {
        Api.patch(path, meeting, Json.of("start", Make.day("2043-06-05"), "end", Make.day(null)));

        assertThat(Api.ids(Api.get("/meetings", "startFrom", "2043-06-05", "startTo", "2043-06-05"))).containsExactly(Api.id(meeting));
    }
}
