package org.chancery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Attendee;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written with one library of iCalendar is read with another. */
@QuarkusTest
class CalendarTest {
    private static final String SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";
    private static final String ZELENSKY = "019b95c0-d000-735c-be9d-ec82bb3a0f08";
    private static final String MACRON = "019b95c0-d000-7f52-9028-3b7329304988";
    private static final String UKRAINE = "019b95c0-d000-7dfa-afe0-db9ece9d5161";
    private static final String FRANCE = "019b95c0-d000-7a7d-8da4-12f60b30655f";

    @Test
    void event_shouldKeepItsWallTimeAndZone_whenItHasAClockTime() throws IOException {
        String text = only(SUMMIT).asString();

        VEvent event = read(text).getEvents().get(0);
        assertThat(text).contains("DTSTART;TZID=Europe/Paris:20260106T150000\r\n");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-01-06T14:00:00Z"));
        assertThat(event.getUid().getValue()).isEqualTo(SUMMIT);
        assertThat(event.getUrl().getValue()).endsWith("/v1/summits/" + SUMMIT).startsWith("http://");
        assertThat(event.getCategories().get(0).getValues()).containsExactly("summit");
        assertThat(event.getSummary().getValue()).isEqualTo("Paris summit of the Coalition of the Willing");
        assertThat(event.getLocation().getValue()).contains("Paris");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-07-06, 10:00, 2026-07-06T08:00:00Z", "Europe/Kyiv, 2026-03-29, 09:30, 2026-03-29T06:30:00Z",
        "Asia/Riyadh, 1999-12-31, 23:59, 1999-12-31T20:59:00Z", "America/New_York, 2026-11-01, 09:00, 2026-11-01T14:00:00Z",
        "UTC, 2026-02-01, 00:00, 2026-02-01T00:00:00Z", "Asia/Kolkata, 2026-01-02, 08:15, 2026-01-02T02:45:00Z"})
    void event_shouldBeAtTheSameInstantForAnotherReader(String zone, String day, String time, String instant) throws IOException {
        String id = meeting("held", Map.of("date", day, "time", time, "zone", zone), null);

        VEvent event = read(only(id).asString()).getEvents().get(0);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse(instant));
    }

    @Test
    void calendar_shouldShowEachEventAtItsInstant_whenTheClocksChangeBetweenThem() throws IOException {
        List<String> ids = List.of(meeting("held", Map.of("date", "2026-03-28", "time", "12:00", "zone", "Europe/Paris"), null),
                meeting("held", Map.of("date", "2026-03-30", "time", "12:00", "zone", "Europe/Paris"), null),
                meeting("held", Map.of("date", "2026-11-30", "time", "12:00", "zone", "Europe/Paris"), null));

        ICalendar calendar = read(given().queryParam("ids", ids).get("/v1/events.ics").asString());
        assertThat(calendar.getEvents()).extracting(event -> event.getDateStart().getValue().toInstant()).containsExactly(
                Instant.parse("2026-11-30T11:00:00Z"), Instant.parse("2026-03-30T10:00:00Z"), Instant.parse("2026-03-28T11:00:00Z"));
        assertThat(calendar.getTimezoneInfo().getComponents()).hasSize(1);
    }

    @Test
    void event_shouldHaveNoClockTime_whenOnlyItsDayIsKnown() {
        assertThat(lines(meeting("held", Map.of("date", "2026-01-06", "dayPart", "afternoon", "zone", "Europe/Paris"), null)))
                .contains("DTSTART;VALUE=DATE:20260106").noneMatch(line -> line.startsWith("DTEND"));
    }

    @Test
    void event_shouldSpanItsDays_whenItHasAnEndOrAnInterval() {
        assertThat(lines(meeting("held", Map.of("date", "2023-07-11"), Map.of("date", "2023-07-12"))))
                .contains("DTSTART;VALUE=DATE:20230711", "DTEND;VALUE=DATE:20230713");
        assertThat(lines(meeting("held", Map.of("date", "2026-01-05/2026-01-07"), null)))
                .contains("DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260108");
    }

    @Test
    void event_shouldEndAtItsTime_whenBothClockTimesAreKnown() {
        assertThat(lines(meeting("held", Map.of("date", "2026-01-06", "time", "15:00", "zone", "Europe/Paris"),
                Map.of("date", "2026-01-06", "time", "17:30", "zone", "Europe/Paris"))))
                .contains("DTEND;TZID=Europe/Paris:20260106T173000");
    }

    @Test
    void event_shouldSayHowItIsInDoubt() {
        assertThat(lines(meeting("held", Map.of("date", "2026-01-06?"), null))).contains("DTSTART;VALUE=DATE:20260106", "X-CHANCERY-EDTF:2026-01-06?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-01", "2026-01-XX", "2026-01-06/..", "../2026-01-06", "2026-01/2026-02"})
    void event_shouldBeLeftOut_whenItsDayIsNotKnown(String date) throws IOException {
        assertThat(read(only(meeting("held", Map.of("date", date), null)).asString()).getEvents()).isEmpty();
    }

    @Test
    void event_shouldBeLeftOut_whenItHasNoDate() throws IOException {
        assertThat(read(only(meeting("rumoured", null, null)).asString()).getEvents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "held, CONFIRMED", "confirmed, CONFIRMED", "in-progress, CONFIRMED", "announced, TENTATIVE", "proposed, TENTATIVE", "rumoured, TENTATIVE",
        "postponed, TENTATIVE", "unknown, TENTATIVE", "cancelled, CANCELLED", "not-held, CANCELLED"})
    void event_shouldHaveTheStatusOfCalendars(String status, String expected) {
        assertThat(lines(meeting(status, Map.of("date", "2026-12-06"), null))).contains("STATUS:" + expected, "X-CHANCERY-STATUS:" + status);
    }

    @Test
    void event_shouldKeepItsUidAndCountItsSchedules_whenItMoves() throws IOException {
        String id = meeting("announced", Map.of("date", "2026-12-06"), null);
        VEvent before = read(only(id).asString()).getEvents().get(0);

        patch(id, Map.of("start", Map.of("date", "2026-12-08"), "scheduleReason", "a strike"));
        patch(id, Map.of("status", "cancelled"));

        VEvent after = read(only(id).asString()).getEvents().get(0);
        assertThat(before.getSequence().getValue()).isZero();
        assertThat(after.getSequence().getValue()).isEqualTo(1);
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue()).isEqualTo(id);
        assertThat(after.getStatus().isCancelled()).isTrue();
        assertThat(after.getLastModified().getValue()).isAfterOrEqualTo(before.getLastModified().getValue());
    }

    @Test
    void participants_shouldBeAttendeesWithoutMailAddress() throws IOException {
        String id = given().contentType("application/json").body(Map.of("kind", "bilateral", "status", "announced", "start", Map.of("date", "2026-12-06"),
                "participants", List.of(
                        Map.of("actorId", ZELENSKY, "role", "principal", "attendance", "confirmed", "onBehalfOfId", UKRAINE),
                        Map.of("actorId", MACRON, "role", "host", "attendance", "declined", "onBehalfOfId", FRANCE),
                        Map.of("reportedName", "Jane \"JD\" Doe, Jr; X", "reportedNameLang", "en", "role", "observer", "attendance", "invited"),
                        Map.of("actorId", FRANCE, "role", "guest", "attendance", "expected"))))
                .post("/v1/meetings").then().statusCode(201).extract().path("id");

        Response answer = given().queryParam("ids", id).header("Accept-Language", "uk").get("/v1/events.ics");
        VEvent event = read(answer.asString()).getEvents().get(0);
        List<Attendee> attendees = event.getAttendees();
        assertThat(attendees).extracting(Attendee::getCommonName)
                .containsExactly("Володимир Зеленський", "Емманюель Макрон", "Jane 'JD' Doe, Jr; X", "Франція");
        assertThat(attendees.get(0).getUri()).isEqualTo("urn:uuid:" + ZELENSKY);
        assertThat(attendees).extracting(attendee -> attendee.getParticipationStatus().getValue())
                .containsExactly("ACCEPTED", "DECLINED", "NEEDS-ACTION", "TENTATIVE");
        assertThat(attendees).extracting(attendee -> attendee.getRole() == null ? attendee.getParticipationLevel().getValue(ICalVersion.V2_0)
                : attendee.getRole().getValue()).containsExactly("REQ-PARTICIPANT", "CHAIR", "OPT-PARTICIPANT", "OPT-PARTICIPANT");
        assertThat(attendees).extracting(attendee -> attendee.getCalendarUserType().getValue())
                .containsExactly("INDIVIDUAL", "INDIVIDUAL", "UNKNOWN", "GROUP");
        assertThat(answer.asString()).doesNotContainIgnoringCase("mailto:");
        assertThat(answer.header("Content-Language")).contains("uk");
    }

    @Test
    void calendar_shouldSayHowOftenToComeBack_andItsName() throws IOException {
        Response answer = given().header("Accept-Language", "uk").get("/v1/people/" + ZELENSKY + "/events.ics");

        ICalendar calendar = read(answer.asString());
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(calendar.getVersion()).isEqualTo(ICalVersion.V2_0);
        assertThat(calendar.getNames().get(0).getValue()).isEqualTo("Володимир Зеленський – Chancery");
        assertThat(calendar.getRefreshInterval().getValue().getHours()).isEqualTo(1);
        assertThat(calendar.getMethod()).isNull();
        assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue()).contains(SUMMIT);
        assertThat(calendar.getEvents()).allMatch(event -> event.getAttendees().stream().anyMatch(a -> a.getUri().endsWith(ZELENSKY)));
    }

    @Test
    void calendarOfState_shouldHaveWhatWasDoneInItsName() throws IOException {
        assertThat(read(given().get("/v1/states/" + UKRAINE + "/events.ics").asString()).getEvents())
                .extracting(event -> event.getUid().getValue()).contains(SUMMIT);
    }

    @Test
    void calendar_shouldHaveTheFiltersOfTheList() throws IOException {
        ICalendar calendar = read(given().queryParam("recordType", "summit").queryParam("startFrom", "2026-01-06").queryParam("startTo", "2026-01-06")
                .get("/v1/people/" + ZELENSKY + "/events.ics").asString());

        assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue()).containsExactly(SUMMIT);
    }

    @Test
    void calendarOfSeries_shouldHaveItsEventsAlone() throws IOException {
        String series = given().contentType("application/json").body(Map.of("names", List.of(Map.of("value", "Talks", "lang", "en", "kind", "common"))))
                .post("/v1/series").then().statusCode(201).extract().path("id");
        String id = given().contentType("application/json").body(Map.of("kind", "session", "status", "held", "start", Map.of("date", "2025-12-06"),
                "seriesId", series)).post("/v1/meetings").then().statusCode(201).extract().path("id");

        ICalendar calendar = read(given().get("/v1/series/" + series + "/events.ics").asString());
        assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue()).containsExactly(id);
    }

    @Test
    void calendar_shouldNameTheRest_whenThereIsMore() throws IOException {
        Response first = given().queryParam("limit", 2).get("/v1/events.ics");
        String link = first.header("Link");

        ICalendar next = read(given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>'))).asString());
        assertThat(read(first.asString()).getEvents()).hasSize(2).extracting(event -> event.getUid().getValue())
                .doesNotContainAnyElementsOf(next.getEvents().stream().map(event -> event.getUid().getValue()).toList());
    }

    @Test
    void calendar_shouldAnswerNotModified_untilAnEventChanges() {
        String id = meeting("announced", Map.of("date", "2026-12-06"), null);
        String tag = only(id).header("ETag");

        assertThat(poll(id, tag).statusCode()).isEqualTo(304);
        assertThat(poll(id, tag).asByteArray()).isEmpty();

        patch(id, Map.of("status", "confirmed"));

        assertThat(poll(id, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void lines_shouldBeFoldedAt75Bytes() {
        String name = "Зустріч, зі «знаками»; і довгою назвою, яка не вміщається в один рядок календаря\\ніколи";
        String id = given().contentType("application/json").body(Map.of("kind", "session", "status", "held", "start", Map.of("date", "2025-12-06"),
                "names", List.of(Map.of("value", name, "lang", "uk", "kind", "common")))).post("/v1/meetings").then().statusCode(201).extract().path("id");

        String text = only(id).asString();
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertOnlyFullLinesGoOn(text);
        assertOnlyFullLinesGoOn(given().queryParam("limit", 2000).get("/v1/events.ics").asString());
        assertThat(Biweekly.parse(text).first().getEvents().get(0).getSummary().getValue()).isEqualTo(name);
    }

    /** One more letter, of at most three bytes here, would have been too much; and nothing goes on with nothing. */
    private static void assertOnlyFullLinesGoOn(String text) {
        String[] lines = text.split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith(" ")) {
                assertThat(lines[i]).isNotBlank();
                assertThat(lines[i - 1].getBytes(StandardCharsets.UTF_8).length).as(lines[i - 1]).isGreaterThanOrEqualTo(73);
            }
        }
    }

    /** What a name says must not become a line of the calendar. */
    @Test
    void names_shouldStayInTheirPlace_whateverTheyAre() throws IOException {
        String name = "A\r\nEND:VEVENT\u0001\nX";
        String id = given().contentType("application/json").body(Map.of("kind", "session", "status", "held", "start", Map.of("date", "2025-12-06"),
                "names", List.of(Map.of("value", name, "lang", "en", "kind", "common")), "summary", name, "place", Map.of("venue", name),
                "participants", List.of(Map.of("reportedName", name, "reportedNameLang", "en", "role", "guest", "attendance", "unknown"))))
                .post("/v1/meetings").then().statusCode(201).extract().path("id");

        VEvent event = read(only(id).asString()).getEvents().get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("A END:VEVENT\uFFFD X");
        assertThat(event.getDescription().getValue()).isEqualToNormalizingNewlines("A\nEND:VEVENT\uFFFD\nX");
        assertThat(event.getAttendees().get(0).getCommonName()).isEqualTo("A END:VEVENT\uFFFD X");
        assertThat(event.getUrl().getValue()).endsWith(id);
    }

    private static Response only(String id) {
        return given().queryParam("ids", id).get("/v1/events.ics");
    }

    private static Response poll(String id, String tag) {
        return given().queryParam("ids", id).header("If-None-Match", tag).get("/v1/events.ics");
    }

    private static List<String> lines(String id) {
        return Arrays.asList(only(id).asString().split("\r\n"));
    }

    /** The calendar, if the other library has nothing to say against it. */
    private static ICalendar read(String text) throws IOException {
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).as(text).isEmpty();
            if (calendar.getEvents().isEmpty()) {
                // this reader does not count time zones as components
                assertThat(text).contains("BEGIN:VTIMEZONE");
            } else {
                assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).as(text).isEmpty();
            }
            return calendar;
        }
    }

    private static String meeting(String status, Map<String, String> start, Map<String, String> end) {
        Map<String, Object> document = new HashMap<>(Map.of("kind", "session", "status", status));
        if (start != null) {
            document.put("start", start);
        }
        if (end != null) {
            document.put("end", end);
        }
        return given().contentType("application/json").body(document).post("/v1/meetings").then().statusCode(201).extract().path("id");
    }

    private static void patch(String id, Map<String, Object> change) {
        RequestSpecification request = given().contentType("application/merge-patch+json").header("If-Match", "*").body(change);
        request.patch("/v1/meetings/" + id).then().statusCode(200);
    }
}
