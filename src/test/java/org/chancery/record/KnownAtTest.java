package org.chancery.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Statements;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code asKnownAt}: what the registry said then. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class KnownAtTest {
    private static final String MONDAY = "2027-01-04T10:00:00Z";
    private static final String TUESDAY = "2027-01-05T10:00:00.000001Z";
    private static final String WEDNESDAY = "2027-01-06T10:00:00Z";

    @AfterEach
    void standStill() {
        TestClock.reset();
    }

    private static UUID madeOnMonday(String name) {
        TestClock.at(MONDAY);
        return Make.person("names", Make.names(name), "description", "one");
    }

    private static JsonNode change(String path, String description) {
        return Api.patch(path, Api.get(path), Json.of("description", description));
    }

    @Test
    void record_shouldBeThatOfEachRevision_atTheRevisionsInstant() {
        String path = "/people/" + madeOnMonday("Somebody");
        TestClock.at(TUESDAY);
        change(path, "two");
        TestClock.at(WEDNESDAY);
        change(path, "three");
        List<String> told = new ArrayList<>();
        Api.get(path + "/revisions").get("items").forEach(revision -> {
            JsonNode then = Api.get(path, "asKnownAt", revision.get("at").textValue());
            told.add(revision.get("number") + " " + then.get("version") + " " + then.get("description").textValue());
        });

        assertThat(told).containsExactly("3 3 three", "2 2 two", "1 1 one");
        assertThat(Api.get(path, "asKnownAt", "2027-01-05T10:00:00.000000999Z").get("version").intValue()).isEqualTo(1);
    }

    @Test
    void record_shouldNotBeThereBefore_andBeGoneAfter() {
        String path = "/people/" + madeOnMonday("Somebody");
        String tag = Api.fetch(path).header("ETag");
        TestClock.at(TUESDAY);
        Api.delete(path, Api.get(path));
        TestClock.at(WEDNESDAY);
        Response then = Api.fetch(path, "asKnownAt", MONDAY);

        assertThat(then.statusCode()).isEqualTo(200);
        assertThat(then.header("ETag")).isEqualTo(tag);
        assertThat(RestAssured.given().header("If-None-Match", tag).queryParam("asKnownAt", MONDAY).get("/v1" + path).statusCode()).isEqualTo(304);
        assertThat(Api.fetch(path, "asKnownAt", "2027-01-04T09:59:59Z").statusCode()).isEqualTo(404);
        assertThat(Api.body(Api.fetch(path, "asKnownAt", TUESDAY), 410).at("/tombstone/reason").textValue()).isEqualTo("entered by mistake");
    }

    @Test
    void registry_shouldBeEmpty_beforeItBegan() {
        for (String instant : List.of("0000-01-01T00:00:00Z", "2020-01-01T00:00:00+14:00")) {
            for (String path : List.of("/people", "/events", "/entities", "/sources", "/leaders")) {
                assertThat(Api.get(path, "asKnownAt", instant, "includeTotal", true)).as(path).isEqualTo(Json.read("""
                        {"items": [], "total": 0}"""));
            }
        }
    }

    @Test
    void instant_shouldBeOneThatWas() {
        TestClock.at(MONDAY);

        assertThat(Api.fetch("/people", "asKnownAt", MONDAY).statusCode()).isEqualTo(200);
        assertThat(Api.error(Api.fetch("/people", "asKnownAt", "2027-01-04T10:00:00.000000001Z"), 400).toString())
                .isEqualTo(Json.read("""
                        {"parameter": "asKnownAt", "code": "in-the-future", "detail": "must not be later than now"}""").toString());
        assertThat(Api.error(Api.fetch("/people", "asKnownAt", "yesterday"), 400).get("parameter").textValue()).isEqualTo("asKnownAt");
        assertThat(Api.error(RestAssured.given().contentType("application/json").body("{}").post("/v1/people?asKnownAt=" + MONDAY), 400).get("code")
                .textValue()).isEqualTo("unknown-parameter");
    }

    @Test
    void cursor_shouldGoOnAtTheSameInstantOnly() {
        madeOnMonday("Somebody");
        TestClock.at(TUESDAY);
        String cursor = Api.get("/people", "asKnownAt", MONDAY, "limit", 1).get("nextCursor").textValue();

        assertThat(Api.fetch("/people", "asKnownAt", MONDAY, "limit", 1, "cursor", cursor).statusCode()).isEqualTo(200);
        assertThat(Api.fetch("/people", "asKnownAt", TUESDAY, "limit", 1, "cursor", cursor).statusCode()).isEqualTo(400);
        assertThat(Api.fetch("/people", "limit", 1, "cursor", cursor).statusCode()).isEqualTo(400);
    }

    @Test
    void search_shouldFindTheNamesOfThen() {
        String path = "/people/" + madeOnMonday("Quirinalia Formerly");
        TestClock.at(TUESDAY);
        Api.patch(path, Api.get(path), Json.of("names", Make.names("Zephyrine Nowadays")));

        assertThat(Api.get("/search", "q", "Quirinalia", "asKnownAt", MONDAY).at("/items/0/name/value").textValue()).isEqualTo("Quirinalia Formerly");
        assertThat(Api.get("/search", "q", "Zephyrine", "asKnownAt", MONDAY).get("items")).isEmpty();
        assertThat(Api.get("/search", "q", "Quirinalia").get("items")).isEmpty();
        assertThat(Api.get("/search", "q", "Zephyrine").get("items")).hasSize(1);
    }

    /** The day of the question is that of the registry: nobody asked on Monday who leads on Wednesday. */
    @Test
    void answer_shouldBeForTheDayOfTheInstant_unlessAskedForAnother() {
        UUID person = madeOnMonday("Somebody");
        Make.occupancy(person, Make.presidency(Make.state()), "start", "2027-01-06");
        TestClock.at(WEDNESDAY);
        String path = "/people/" + person;

        assertThat(Api.get(path).at("/standing/kind").textValue()).isEqualTo("leader");
        assertThat(Api.get(path, "asKnownAt", MONDAY).get("standing").toString()).contains("\"none\"", "2027-01-04");
        assertThat(Api.get(path, "asKnownAt", MONDAY, "asOf", "2027-01-07").at("/standing/kind").textValue()).isEqualTo("leader");
        JsonNode meeting = Make.meeting("start", Make.day("2027-01-08"), "status", "announced");
        TestClock.at("2027-02-01T00:00:00Z");
        assertThat(Api.get("/meetings/" + Api.id(meeting), "asKnownAt", WEDNESDAY).get("phase").textValue()).isEqualTo("upcoming");
        assertThat(Api.ids(Api.get("/meetings", "asKnownAt", WEDNESDAY, "phase", "upcoming", "ids", Api.id(meeting)))).hasSize(1);
        assertThat(Api.ids(Api.get("/meetings", "phase", "upcoming", "ids", Api.id(meeting)))).isEmpty();
    }

    @Test
    void lastOfTwoWritesInOneInstant_shouldBeWhatWasKnown() throws SQLException {
        UUID person = madeOnMonday("Somebody");
        change("/people/" + person, "two");
        change("/people/" + person, "three");

        assertThat(Api.get("/people/" + person, "asKnownAt", MONDAY).get("description").textValue()).isEqualTo("three");
        assertThat(rows("select 1 from history.person where id = '" + person + "'")).isZero();
    }

    @Test
    void clockThatWasSetBack_shouldNotMixTwoVersions() throws SQLException {
        TestClock.at(TUESDAY);
        String path = "/people/" + Make.person("names", Make.names("Somebody"), "description", "one");
        TestClock.at(MONDAY);
        Api.patch(path, Api.get(path), Json.of("description", "two", "names", Make.names("Somebody Else")));
        TestClock.at(WEDNESDAY);

        assertThat(Api.fetch(path, "asKnownAt", MONDAY).statusCode()).isEqualTo(404);
        JsonNode then = Api.get(path, "asKnownAt", TUESDAY);
        assertThat(then.get("description").textValue() + " " + then.at("/name/value").textValue()).isEqualTo("two Somebody Else");
        assertThat(rows("select 1 from versions.record where known_from >= known_to")).isZero();
    }

    @Test
    void merged_shouldBeTwoBefore() {
        UUID gone = madeOnMonday("Somebody Twice");
        UUID kept = madeOnMonday("Somebody Once");
        TestClock.at(TUESDAY);
        JsonNode survivor = Api.get("/people/" + kept);
        assertThat(RestAssured.given().contentType("application/json").header("If-Match", "*")
                .body(Json.read("{\"survivorId\": \"" + kept + "\", \"survivorVersion\": " + survivor.get("version") + "}").toString())
                .post("/v1/people/" + gone + "/merge").statusCode()).isEqualTo(200);
        TestClock.at(WEDNESDAY);

        assertThat(Api.get("/people/" + gone, "asKnownAt", MONDAY).at("/name/value").textValue()).isEqualTo("Somebody Twice");
        assertThat(Api.get("/people/" + kept, "asKnownAt", MONDAY, "include", "names").get("names")).hasSize(1);
        Response moved = RestAssured.given().redirects().follow(false).queryParam("asKnownAt", TUESDAY).get("/v1/people/" + gone);
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.header("Location")).contains(kept.toString()).contains("asKnownAt=");
    }

    /** The settings end with the transaction, so that the next request on the same connection knows nothing of them. */
    @Test
    void instant_shouldBeOfItsRequestOnly() {
        String path = "/people/" + madeOnMonday("Somebody");
        TestClock.at(TUESDAY);
        change(path, "two");
        TestClock.advance(Duration.ofDays(1));

        List<String> told = IntStream.range(0, 300).parallel().mapToObj(i -> i + " " + switch (i % 3) {
            case 0 -> Api.get(path, "asKnownAt", MONDAY).get("description").textValue();
            case 1 -> Api.get(path).get("description").textValue();
            // fails within its transaction
            default -> "" + Api.fetch("/people/" + UUID.randomUUID(), "asKnownAt", MONDAY).statusCode();
        }).toList();

        assertThat(told).isEqualTo(IntStream.range(0, 300).mapToObj(i -> i + " " + List.of("one", "two", "404").get(i % 3)).toList());
    }

    @Test
    void past_shouldTakeOneStatementMoreThanThePresent() {
        String path = "/people/" + madeOnMonday("Somebody");
        for (String each : List.of(path, "/people", "/events", "/leaders")) {
            List<String> now = Statements.of(() -> Api.get(each));
            List<String> then = Statements.of(() -> Api.get(each, "asKnownAt", MONDAY));

            assertThat(then).as(each).hasSize(now.size() + 1).filteredOn(sql -> sql.startsWith("set local")).hasSize(1);
        }
    }

    private static long rows(String sql) throws SQLException {
        try (Connection connection = Clones.connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from (" + sql + ") r")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
