package org.chancery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.fixture.Curl;
import org.chancery.fixture.Json;
import org.chancery.fixture.Readme;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The questions that the registry is for, each one request of the README's tour. What is expected is what the five articles
 * say, and for who led NATO in 2026 the reference data.
 */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class TourTest {
    private static final String PARIS = Starter.id("summit:2026-01-06-paris-coalition").toString();
    private static final Map<Integer, List<Curl>> TOUR = Readme.tour();

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    @Test
    void tour_shouldAnswerEveryQuestion() {
        assertThat(TOUR.keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void question1_whoLed() {
        JsonNode summer = json(1, 0);
        JsonNode winter = json(1, 1);
        JsonNode ukrainian = json(1, 2);

        assertThat(led(summer)).containsExactlyInAnyOrder("Emmanuel Macron of France", "Jens Stoltenberg of NATO");
        assertThat(led(winter)).containsExactlyInAnyOrder("Emmanuel Macron of France", "Mark Rutte of NATO");
        assertThat(texts(ukrainian.at("/items/0/leaders"), "/personName/value")).containsExactly("Емманюель Макрон");
    }

    private static Stream<String> led(JsonNode leaders) {
        return list(leaders.get("items")).flatMap(person -> list(person.at("/standing/offices")).filter(office -> office.get("leads").booleanValue())
                .map(office -> person.at("/name/value").asText() + " of " + office.at("/actorName/value").asText()));
    }

    @Test
    void question2_whomDidZelenskyMeet() {
        JsonNode events = json(2, 0).get("items");
        JsonNode talks = events(events, "bilateral");
        JsonNode meal = events(events, "working-meal");

        // received by Macron, private talks, the meal, the session at 15:00, a separate meeting in the evening
        assertThat(texts(events, "/kind")).containsSubsequence("visit", "bilateral", "working-meal", "session", "negotiation-round");
        assertThat(talks.at("/place/city").asText()).isEqualTo("Paris");
        assertThat(talks.at("/place/venue").asText()).contains("Élysée");
        assertThat(present(talks)).containsExactlyInAnyOrder("Volodymyr Zelensky for Ukraine as [head-of-state]", "Emmanuel Macron for France as [head-of-state]");
        assertThat(present(meal)).containsExactlyInAnyOrder("Volodymyr Zelensky for Ukraine as [head-of-state]",
                "Steve Witkoff for United States as [special-envoy]", "Jared Kushner for United States as [adviser]");
        assertThat(events(events, "session").at("/start/time").asText()).isEqualTo("15:00");
        assertThat(events(events, "session").at("/status").asText()).as("the article announces it").isEqualTo("announced");
    }

    private static JsonNode events(JsonNode events, String kind) {
        return list(events).filter(event -> event.path("kind").asText().equals(kind)).findFirst().orElseThrow();
    }

    private static Stream<String> present(JsonNode event) {
        return list(event.get("participants")).filter(each -> each.get("attendance").asText().equals("attended")).map(each -> each.at("/name/value").asText()
                + " for " + each.at("/onBehalfOfName/value").asText() + " as [" + String.join(", ", texts(each.at("/capacity/functions"), "").toList()) + "]");
    }

    @Test
    void question3_whoWasAtTheParisSummit() {
        JsonNode summit = json(3, 0);

        assertThat(summit.get("countriesReported").intValue()).isEqualTo(35);
        assertThat(summit.get("representedByLeaders").intValue()).isEqualTo(27);
        assertThat(list(summit.get("participants")).map(TourTest::participant)).contains(
                "Steve Witkoff for United States attended in-person official", "Jared Kushner for United States attended in-person official",
                "Keir Starmer for United Kingdom expected  leader", "Friedrich Merz for Germany expected  leader",
                "Emmanuel Macron for France expected  leader");
        assertThat(texts(summit.get("children"), "/name/value")).contains("Draft declaration of the Coalition of the Willing");
    }

    private static String participant(JsonNode each) {
        return each.at("/name/value").asText() + " for " + each.at("/onBehalfOfName/value").asText() + " " + each.get("attendance").asText() + " "
                + each.path("mode").asText() + " " + each.at("/capacity/standing").asText();
    }

    @Test
    void question4_whenHaveZelenskyAndMacronMet() {
        JsonNode summary = json(4, 0).get("summary");

        // Macron received him at the Élysée and they talked there; at the summit neither is reported as having been
        assertThat(summary.get("count").intValue()).isEqualTo(2);
        assertThat(summary.get("days").intValue()).isEqualTo(1);
        assertThat(summary.at("/first/event/kind").asText()).isEqualTo("visit");
        assertThat(summary.at("/last/event/kind").asText()).isEqualTo("bilateral");
        assertThat(summary.at("/last/event/start/edtf").asText()).isEqualTo("2026-01-06");
        assertThat(summary.at("/last/inPerson").booleanValue()).isTrue();
        assertThat(summary.has("next")).isFalse();
        assertThat(summary.at("/last/actorParticipants/0/capacity/functions/0").asText()).isEqualTo("head-of-state");
        assertThat(summary.at("/last/withParticipants/0/capacity/functions/0").asText()).isEqualTo("head-of-state");
    }

    @Test
    void question5_whatWasDeclared() {
        JsonNode declarations = json(5, 0).get("items");
        JsonNode draft = declaration(declarations, "Draft declaration of the Coalition of the Willing");
        JsonNode statement = declaration(declarations, "Statement of the Coalition of the Willing on security guarantees");

        assertThat(draft.get("textStatus").asText()).isEqualTo("draft");
        assertThat(draft.get("status").asText()).as("it was to be approved").isEqualTo("announced");
        assertThat(draft.get("signatures")).isEmpty();
        assertThat(list(draft.get("commitments")).map(each -> each.at("/obligorName/value").asText() + " to " + each.at("/beneficiaryName/value").asText()))
                .contains("coalition of the willing to Ukraine", "United States to coalition of the willing");
        assertThat(texts(draft.get("commitments"), "/text")).contains("capacități militare", "sprijin logistic și de informații",
                "inițiative diplomatice", "adoptarea de sancțiuni suplimentare");
        assertThat(texts(draft.get("commitments"), "/status")).containsOnly("pending");
        assertThat(list(statement.get("participants")).map(each -> each.at("/name/value").asText() + " " + each.get("role").asText()))
                .containsExactly("coalition of the willing issuer");
        assertThat(statement.get("status").asText()).as("it was published").isEqualTo("held");
    }

    private static JsonNode declaration(JsonNode declarations, String name) {
        return list(declarations).filter(each -> each.at("/name/value").asText().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void question6_whoSaysSo() {
        JsonNode evidence = json(6, 0).get("items");
        JsonNode itself = list(evidence).filter(each -> each.get("field").asText().isEmpty()).findFirst().orElseThrow();
        JsonNode countries = list(evidence).filter(each -> each.get("field").asText().equals("/countriesReported")).findFirst().orElseThrow();

        assertThat(itself.get("independentOrigins").intValue()).isEqualTo(3);
        assertThat(texts(itself.get("citations"), "/quoteLang")).contains("ro", "uk");
        assertThat(countries.get("independentOrigins").intValue()).isEqualTo(1);
        assertThat(texts(countries.get("citations"), "/quote")).containsExactly("Summitul reuneşte 35 de ţări");
    }

    @Test
    void question7_areTheyOnePerson() {
        JsonNode described = json(7, 0).get("items");

        assertThat(described).hasSize(4);
        assertThat(texts(described, "/candidates/0/entity/id")).hasSize(4).containsOnly(Starter.id("person:volodymyr-zelensky").toString());
    }

    @Test
    void question8_whatHasChanged() {
        JsonNode changes = json(8, 0);

        assertThat(list(changes.get("items")).filter(each -> each.get("recordId").asText().equals(PARIS)).map(each -> each.get("operation").asText()))
                .contains("created");
        assertThat(changes.get("resumeCursor").asText()).isNotEmpty();
    }

    @Test
    void question9_whatIsPlanned() {
        TestClock.at("2026-01-05T20:00:00Z");
        ICalendar upcoming = Biweekly.parse(answer(9, 0)).first();
        ICalendar weeks = Biweekly.parse(answer(9, 1)).first();

        assertThat(upcoming.getEvents()).extracting(event -> event.getSummary().getValue())
                .contains("Evening meeting of Volodymyr Zelensky with the American delegation");
        assertThat(weeks.getEvents()).allMatch(event -> !event.getStatus().isConfirmed());
        VEvent conference = weeks.getEvents().stream().filter(event -> event.getSummary().getValue().startsWith("Joint press conference")).findFirst().orElseThrow();
        assertThat(conference.getDateStart().getValue().toInstant()).as("18:15 in Paris").isEqualTo(Instant.parse("2026-01-06T17:15:00Z"));
        assertThat(conference.getStatus().isTentative()).isTrue();
        assertThat(weeks.getEvents()).extracting(event -> event.getSummary().getValue())
                .contains("Negotiations of the American and Ukrainian delegations on 7 January");
        assertThat(conference.getAttendees()).extracting(attendee -> attendee.getCommonName()).contains("Keir Starmer", "Friedrich Merz");
    }

    @Test
    void question10_allOfIt() {
        List<String> lines = answer(10, 0).lines().toList();
        String table = answer(10, 1);
        String linked = answer(10, 2);
        String calendar = answer(10, 3);
        String feed = answer(10, 4);

        assertThat(lines).anySatisfy(line -> assertThat(texts(Json.read(line).get("names"), "/value")).contains("Zelensk", "Зеленський"));
        assertThat(table.lines().skip(1)).anyMatch(row -> row.contains("Volodymyr Zelensky")).noneMatch(row -> row.contains("Jens Stoltenberg"));
        assertThat(Json.read(linked).at("/@type/0").asText()).isEqualTo("Event");
        assertThat(Json.read(linked).at("/startDate").asText()).isEqualTo("2026-01-06T15:00:00+01:00");
        assertThat(Biweekly.parse(calendar).first().getEvents()).extracting(event -> event.getSummary().getValue())
                .contains("Paris summit of the Coalition of the Willing");
        assertThat(feed).contains("<feed", "Paris summit of the Coalition of the Willing");
        assertThat(json(10, 5)).as("what the registry said before there was one").isEqualTo(Json.read("{\"items\":[]}"));
    }

    /** The text of the answer, which is 200. */
    private static String answer(int question, int command) {
        Curl curl = TOUR.get(question).get(command);
        RequestSpecification request = given().urlEncodingEnabled(false);
        for (int i = 0; i < curl.headers().size(); i += 2) {
            request.header(curl.headers().get(i), curl.headers().get(i + 1));
        }
        if (curl.compressed()) {
            request.header("Accept-Encoding", "gzip");
        }
        if (curl.body() != null) {
            request.body(curl.body());
        }
        return request.request(curl.method(), curl.path()).then().statusCode(200).extract().asString();
    }

    private static JsonNode json(int question, int command) {
        return Json.read(answer(question, command));
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode array, String pointer) {
        return list(array).map(each -> each.at(pointer)).filter(text -> !text.isMissingNode()).map(JsonNode::asText);
    }
}
