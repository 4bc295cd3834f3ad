package org.chancery.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock moves the phase, never the status. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class PhaseTest {
    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static UUID meeting(String status, Object... more) {
        return Api.id(Make.meeting(java.util.stream.Stream.concat(java.util.stream.Stream.of("status", status), java.util.stream.Stream.of(more))
                .toArray()));
    }

    private static JsonNode at(String instant, UUID meeting) {
        TestClock.at(instant);
        return Api.get("/meetings/" + meeting);
    }

    @ParameterizedTest
    @CsvSource({"2030-05-04T21:59:59Z,upcoming", "2030-05-04T22:00:00Z,ongoing", "2030-05-05T21:59:59Z,ongoing", "2030-05-05T22:00:00Z,past"})
    void phase_shouldFollowTheDayInItsZone(String now, String phase) {
        UUID meeting = meeting("confirmed", "start", Json.of("date", "2030-05-05", "zone", "Europe/Paris"));

        assertThat(at(now, meeting).get("phase").textValue()).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({"2030-05-05T12:59:00Z,upcoming", "2030-05-05T13:00:00Z,ongoing", "2030-05-05T14:59:00Z,ongoing", "2030-05-05T15:00:00Z,past"})
    void phase_shouldFollowTheTimes_whenStartAndEndAreKnown(String now, String phase) {
        UUID meeting = meeting("confirmed", "start", Json.of("date", "2030-05-05", "time", "15:00", "zone", "Europe/Paris"),
                "end", Json.of("date", "2030-05-05", "time", "17:00", "zone", "Europe/Paris"));

        assertThat(at(now, meeting).get("phase").textValue()).isEqualTo(phase);
    }

    @Test
    void phase_shouldBeAbsent_whenThereIsNoDate() {
        assertThat(at("2030-05-05T12:00:00Z", meeting("confirmed")).has("phase")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rumoured", "proposed", "announced", "confirmed", "in-progress", "unknown"})
    void status_shouldStayAndNeedConfirmation_whenNobodyReportedTheOutcome(String status) {
        UUID meeting = meeting(status, "start", Make.day("2030-05-05"));

        assertThat(at("2030-05-05T23:00:00Z", meeting).get("needsConfirmation").booleanValue()).isFalse();
        JsonNode after = at("2030-05-06T00:00:00Z", meeting);
        assertThat(after.get("needsConfirmation").booleanValue()).isTrue();
        assertThat(after.get("status").textValue()).isEqualTo(status);
        assertThat(after.get("version").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"held", "postponed", "cancelled", "not-held"})
    void event_shouldNotNeedConfirmation_whenItsOutcomeIsKnown(String status) {
        UUID meeting = meeting(status, "start", Make.day("2030-05-05"));

        assertThat(at("2031-01-01T00:00:00Z", meeting).get("needsConfirmation").booleanValue()).isFalse();
    }

    @Test
    void needsConfirmation_shouldEnd_whenTheEventIsReportedAsHeld() {
        UUID id = meeting("confirmed", "start", Make.day("2030-05-05"));
        JsonNode meeting = at("2031-01-01T00:00:00Z", id);

        assertThat(Api.patch("/meetings/" + id, meeting, Json.of("status", "held")).get("needsConfirmation").booleanValue()).isFalse();
    }
}
