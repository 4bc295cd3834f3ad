package org.chancery.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters that all lists of events share; the clock stands at 2026-11-23. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class EventFilterTest {
    private static final String EVENTS = "/events";
    private static final String MEETINGS = "/meetings";
    private static final String SUMMITS = "/summits";
    private static final String DECLARATIONS = "/declarations";

    private static final Map<String, Rows> ROWS = new HashMap<>();
    private static UUID person;
    private static UUID behalf;
    private static UUID delegation;
    private static UUID state;
    private static UUID series;
    private static UUID whole;
    private static UUID source;
    private static String city;

    private static synchronized Rows rows(String path) {
        if (person == null) {
            person = Make.person();
            behalf = Make.state();
            delegation = Make.organization("delegation");
            state = Make.state();
            series = Make.series();
            whole = Api.id(Make.summit());
            source = Make.source();
            city = Make.unique("Zürich");
        }
        return ROWS.computeIfAbsent(path, EventFilterTest::make);
    }

    private static Rows make(String path) {
        Rows rows = new Rows(path);
        put(rows, "day", "status", "held", "start", Make.day("2024-03-05"), "place", Json.of("city", city, "stateId", state),
                "seriesId", series, "partOfId", whole, "citations", List.of(Json.of("sourceId", source)),
                "participants", List.of(Make.participant(person, "onBehalfOfId", behalf)));
        put(rows, "interval", "status", "announced", "start", Make.day("2024-03-01/2024-03-10"),
                "participants", List.of(Make.participant(delegation, "role", "guest", "citations", List.of(Json.of("sourceId", source)))));
        put(rows, "month", "status", "confirmed", "start", Make.day("2024-06"), "place", Json.of("city", "Bern"));
        put(rows, "now", "status", "in-progress", "start", Make.day("2026-11-20"), "end", Make.day("2026-11-30"));
        put(rows, "future", "status", "confirmed", "start", Make.day("2027-02-01"));
        put(rows, "undated", "status", "cancelled");
        return rows;
    }

    private static void put(Rows rows, String name, Object... members) {
        rows.put(name, Api.id(type(rows, name).equals(MEETINGS) ? Make.meeting(members)
                : type(rows, name).equals(SUMMITS) ? Make.summit(members) : Make.declaration(members)));
    }

    /** On the timeline of all events each third is of another type. */
    private static String type(Rows rows, String name) {
        String path = rows.path();
        return !path.equals(EVENTS) ? path : name.equals("day") || name.equals("now") ? MEETINGS
                : name.equals("interval") || name.equals("future") ? SUMMITS : DECLARATIONS;
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void list_shouldBeInOrderOfStart_whenNoSortIsGiven(String path) {
        assertThat(rows(path).where()).containsExactly("interval", "day", "month", "now", "future", "undated");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void status_shouldSelectEventsOfIt(String path) {
        Rows rows = rows(path);

        assertThat(rows.where("status", "held")).containsExactly("day");
        assertThat(rows.where("status", "confirmed", "status", "cancelled")).containsExactly("month", "future", "undated");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void phase_shouldSelectByTheClock(String path) {
        Rows rows = rows(path);

        assertThat(rows.where("phase", "past")).containsExactly("interval", "day", "month");
        assertThat(rows.where("phase", "ongoing")).containsExactly("now");
        assertThat(rows.where("phase", "upcoming")).containsExactly("future");
        assertThat(rows.where("phase", "upcoming", "phase", "ongoing")).containsExactly("now", "future");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void startFromAndTo_shouldSelectWhatMayOverlap(String path) {
        Rows rows = rows(path);

        assertThat(rows.where("startFrom", "2024-03-05", "startTo", "2024-03-05")).containsExactly("interval", "day");
        assertThat(rows.where("startFrom", "2024-03-10", "startTo", "2024-03-11")).containsExactly("interval");
        assertThat(rows.where("startFrom", "2024-06-15", "startTo", "2024-06-15")).containsExactly("month");
        assertThat(rows.where("startFrom", "2026-11-25")).containsExactly("now", "future");
        assertThat(rows.where("startTo", "2024-03-01")).containsExactly("interval");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void participantId_shouldSelectEventsOfThePerson(String path) {
        assertThat(rows(path).where("participantId", person)).containsExactly("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void participantId_shouldSelectEventsInWhoseNameSomebodyTookPart(String path) {
        Rows rows = rows(path);

        assertThat(rows.where("participantId", behalf)).containsExactly("day");
        assertThat(rows.where("participantId", behalf, "participantId", delegation)).containsExactly("interval", "day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void role_shouldSelectEventsWithSuchAParticipant(String path) {
        assertThat(rows(path).where("role", "guest")).containsExactly("interval");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void role_shouldBeThatOfTheParticipant_whenTogether(String path) {
        Rows rows = rows(path);

        assertThat(rows.where("participantId", person, "role", "guest")).isEmpty();
        assertThat(rows.where("participantId", behalf, "role", "principal")).containsExactly("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void placeStateId_shouldSelectEventsThere(String path) {
        assertThat(rows(path).where("placeStateId", state)).containsExactly("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void city_shouldMatchWithoutCaseAndAccents(String path) {
        assertThat(rows(path).where("city", city.replace('ü', 'u').toUpperCase(java.util.Locale.ROOT))).containsExactly("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void seriesId_shouldSelectItsEvents(String path) {
        assertThat(rows(path).where("seriesId", series)).containsExactly("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void partOfId_shouldSelectItsParts(String path) {
        assertThat(rows(path).where("partOfId", whole)).containsExactly("day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void sourceId_shouldSelectWhatItSpeaksOf(String path) {
        assertThat(rows(path).where("sourceId", source)).containsExactly("interval", "day");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void needsConfirmation_shouldSelectPastEventsWithoutOutcome_whenTrue(String path) {
        assertThat(rows(path).where("needsConfirmation", true)).containsExactly("interval", "month");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, MEETINGS, SUMMITS, DECLARATIONS})
    void needsConfirmation_shouldSelectTheRest_whenFalse(String path) {
        assertThat(rows(path).where("needsConfirmation", false)).containsExactly("day", "now", "future", "undated");
    }

    @Test
    void recordType_shouldSelectEventsOfIt() {
        Rows rows = rows(EVENTS);

        assertThat(rows.where("recordType", "summit")).containsExactly("interval", "future");
        assertThat(rows.where("recordType", "meeting", "recordType", "declaration")).containsExactly("day", "month", "now", "undated");
    }

    @Test
    void kind_shouldSelectEventsOfIt() {
        Rows rows = new Rows(EVENTS).put("visit", Api.id(Make.meeting("kind", "visit"))).put("speech", Api.id(Make.declaration("kind", "speech")))
                .put("call", Api.id(Make.meeting("kind", "phone-call")));

        assertThat(rows.where("kind", "visit")).containsExactly("visit");
        assertThat(rows.where("kind", "speech", "kind", "phone-call")).containsExactlyInAnyOrder("speech", "call");
    }

    @Test
    void kind_shouldSelectMeetingsOfIt() {
        Rows rows = new Rows(MEETINGS).put("visit", Api.id(Make.meeting("kind", "visit"))).put("call", Api.id(Make.meeting("kind", "phone-call")));

        assertThat(rows.where("kind", "visit")).containsExactly("visit");
    }

    @Test
    void kind_shouldSelectDeclarationsOfIt() {
        Rows rows = new Rows(DECLARATIONS).put("speech", Api.id(Make.declaration("kind", "speech")))
                .put("interview", Api.id(Make.declaration("kind", "interview")));

        assertThat(rows.where("kind", "interview")).containsExactly("interview");
    }

    @Test
    void sourceId_shouldSelectDeclarations_whenItSpeaksOfASignatureOrACommitment() {
        UUID cited = Make.source();
        Object citations = List.of(Json.of("sourceId", cited));
        Rows rows = new Rows(DECLARATIONS).put("signed", Api.id(Make.declaration())).put("owed", Api.id(Make.declaration()))
                .put("other", Api.id(Make.declaration()));
        Api.create("/declarations/" + rows.id("signed") + "/signatures",
                Json.of("actorId", Make.person(), "action", "signed", "citations", citations));
        Api.create("/declarations/" + rows.id("owed") + "/commitments",
                Json.of("text", "To act.", "lang", "en", "status", "pending", "citations", citations));

        assertThat(rows.where("sourceId", cited)).containsExactlyInAnyOrder("signed", "owed");
    }

    @Test
    void participants_shouldBeSelectedByRoleAndAttendance() {
        String path = "/meetings/" + Api.id(Make.meeting()) + "/participants";
        Rows rows = new Rows(path).put("guest", Api.id(Api.create(path, Make.participant(Make.person(), "role", "guest"))))
                .put("absent", Api.id(Api.create(path, Make.participant(Make.person(), "attendance", "absent"))));

        assertThat(rows.where("role", "guest")).containsExactly("guest");
        assertThat(rows.where("attendance", "absent", "attendance", "declined")).containsExactly("absent");
    }
}
