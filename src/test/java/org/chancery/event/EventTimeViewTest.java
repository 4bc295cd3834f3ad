package org.chancery.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class EventTimeViewTest {
    private static JsonNode start(Object time) {
        return Make.meeting("start", time).get("start");
    }

    @Test
    void start_shouldHaveNoClockTime_whenOnlyTheDateIsKnown() {
        assertThat(start(Json.of("date", "2026-01-06", "zone", "Europe/Paris"))).isEqualTo(Json.read("""
                {"edtf": "2026-01-06", "earliest": "2026-01-06", "latest": "2026-01-06", "precision": "day", "uncertain": false,
                 "approximate": false, "zone": "Europe/Paris"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-06", "2026-01", "2026", "2026-01-06?", "2026-01-XX", "2026-01-05/2026-01-07"})
    void event_shouldHaveNoClockTimeAnywhere_whenOnlyTheDateIsKnown(String date) {
        JsonNode meeting = Make.meeting("start", Make.day(date), "end", date.contains("/") ? null : Make.day(date));
        Make.meeting("partOfId", Api.id(meeting), "start", Make.day(date));
        JsonNode whole = Api.get("/meetings/" + Api.id(meeting), "include", "children,participants,relations,scheduleRevisions");
        String text = whole.toString().replace(whole.get("createdAt").textValue(), "");

        assertThat(whole.findValue("time")).isNull();
        assertThat(whole.findValue("utc")).isNull();
        assertThat(text).doesNotContain("00:00", "T00");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-06,15:00,Europe/Paris,2026-01-06T14:00:00Z", "2026-07-06,15:00,Europe/Paris,2026-07-06T13:00:00Z",
        "2026-01-06,15:00,Europe/Kyiv,2026-01-06T13:00:00Z", "2026-01-06,23:30,America/New_York,2026-01-07T04:30:00Z"})
    void utc_shouldBeComputed_whenTheTimeIsKnown(String date, String time, String zone, String utc) {
        JsonNode start = start(Json.of("date", date, "time", time, "zone", zone));

        assertThat(start.get("utc").textValue()).isEqualTo(utc);
        assertThat(start.get("time").textValue()).isEqualTo(time);
        assertThat(start.get("precision").textValue()).isEqualTo("minute");
    }

    @Test
    void utc_shouldBeAbsent_whenTheDayIsUncertain() {
        JsonNode start = start(Json.of("date", "2026-01-06?", "time", "15:00", "zone", "Europe/Paris"));

        assertThat(start.has("utc")).isFalse();
        assertThat(start.get("uncertain").booleanValue()).isTrue();
    }

    @Test
    void start_shouldKeepThePartOfTheDay() {
        JsonNode start = start(Json.of("date", "2026-01-06", "dayPart", "evening"));

        assertThat(start.get("dayPart").textValue()).isEqualTo("evening");
        assertThat(start.has("time")).isFalse();
    }

    @Test
    void time_shouldBeRefused_whenTheZoneIsMissing() {
        JsonNode error = Api.error(Api.post("/meetings", Json.of("kind", "visit", "status", "held", "start",
                Json.of("date", "2026-01-06", "time", "15:00"))), 400);

        assertThat(error.get("pointer").textValue()).isEqualTo("/start/zone");
    }

    @Test
    void end_shouldBeRefused_whenBeforeTheStart() {
        JsonNode error = Api.error(Api.post("/meetings", Json.of("kind", "visit", "status", "held", "start", Make.day("2026-01-06"),
                "end", Make.day("2026-01-05"))), 422);

        assertThat(error.get("code").textValue()).isEqualTo("end-before-start");
    }

    @Test
    void events_shouldBeInOrderOfTheDay() {
        List<Object> times = List.of(Json.of("date", "2041-01-06", "time", "15:00", "zone", "Europe/Paris"), Make.day("2041-01-06"),
                Json.of("date", "2041-01-06", "dayPart", "evening"), Json.of("date", "2041-01-06", "dayPart", "morning"), Make.day("2041"));
        times.forEach(EventTimeViewTest::start);
        JsonNode page = Api.get("/meetings", "startFrom", "2041-01-06", "startTo", "2041-01-06");

        assertThat(page.get("items").findValues("start").stream().map(start -> start.get("edtf").textValue() + " "
                + start.path("time").asText(start.path("dayPart").asText()))).containsExactly("2041 ", "2041-01-06 ", "2041-01-06 morning",
                "2041-01-06 15:00", "2041-01-06 evening");
    }

    @Test
    void events_shouldBeInOrderOfTheirSequence_whenTheirTimesAreUnknown() {
        Make.meeting("start", Make.day("2042-01-06"), "daySequence", 20, "summary", "second");
        Make.meeting("start", Make.day("2042-01-06"), "daySequence", 10, "summary", "first");

        assertThat(Api.get("/meetings", "startFrom", "2042-01-06", "startTo", "2042-01-06").get("items").findValuesAsText("summary"))
                .containsExactly("first", "second");
    }
}
