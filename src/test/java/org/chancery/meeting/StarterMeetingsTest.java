package org.chancery.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class StarterMeetingsTest {
    @Test
    void delegationsMeeting_shouldHaveAnUncertainDateAndNotBeHeld() {
        JsonNode meeting = Api.get("/meetings/" + Starter.id("meeting:2025-11-28-ukraine-us-delegations"), "include", "participants,series");

        assertThat(meeting.at("/start/uncertain").booleanValue()).isTrue();
        assertThat(meeting.get("status").textValue()).isNotEqualTo("held");
        assertThat(meeting.at("/start").has("time")).isFalse();
        assertThat(meeting.at("/start").has("utc")).isFalse();
        Json.assertEquals(meeting, "meeting-delegations-003");
    }
}
