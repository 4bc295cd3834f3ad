package org.chancery.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.contract.Contract;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the database does for a request among 12,000 people and 200,000 events: the plans of the statements that were sent, with
 * the rows that each step met. No large table is read from end to end, and what is read is bounded.
 */
@QuarkusTest
@TestProfile(VolumeProfile.class)
class PlanTest {
    /** Parameters that take no rows away. */
    private static final Set<String> NO_FILTERS = Set.of("limit", "cursor", "sort", "include", "includeTotal", "lang", "asKnownAt");
    private static final Pattern PLANNED = Pattern.compile("/v1/(events|search|suggest|encounters|\\w+/\\{id}/(counterparts|timeline))");
    private static Samples samples;

    @BeforeEach
    void fill() throws SQLException {
        VolumeProfile.fill();
        if (samples == null) {
            try (Connection connection = Clones.connect()) {
                samples = new Samples(connection);
            }
            Plans.listen();
        }
    }

    /** Requests, and how many rows a step of a plan may read for them. */
    private static Stream<String> lines(String text) {
        return text.replace("ORGANIZATION", samples.id("organizations", 0)).replace("BUSY", samples.id("people", 0)).replace("USUAL", samples.id("usual", 0)).replace("STATE", samples.id("states", 0))
                .replace("OTHER", samples.id("states", 1)).replace("NEXT", samples.id("people", 1)).replace("SERIES", samples.id("series", 0)).replace("SUMMIT", samples.id("summits", 0))
                .replace("SOURCE", samples.id("sources", 0)).replace("CITY", samples.id("city", 0)).replace("FAMILY", samples.id("name", 0).replaceAll(".* ", "")).lines();
    }

    @TestFactory
    Stream<DynamicTest> request_shouldReadFewRowsByAnIndex() {
        return lines(REQUESTS).map(line -> dynamicTest(samples.shorten(line), () -> {
            String[] words = line.split(" ");
            Plans.assertBounded(words[1], Long.parseLong(words[0]));
        }));
    }

    /** Whoever adds a filter to the contract adds a request that has it. */
    @TestFactory
    Stream<DynamicTest> everyFilterOfTheContract_shouldBeInARequest() {
        Map<String, Set<String>> asked = new HashMap<>();
        REQUESTS.lines().map(line -> line.split(" ")[1].split("\\?", 2)).filter(request -> request.length == 2).forEach(request -> Stream.of(request[1].split("&"))
                .forEach(pair -> asked.computeIfAbsent("/v1" + request[0].replaceFirst("/[A-Z]+", "/{id}"), path -> new HashSet<>()).add(pair.split("=")[0])));
        return new Contract().operations().stream().filter(operation -> PLANNED.matcher(operation.path()).matches())
                .map(operation -> dynamicTest(operation.path(), () -> assertThat(asked.getOrDefault(operation.path(), Set.of()))
                        .containsAll(operation.parameters().stream().filter(parameter -> parameter.in().equals("query")).map(Contract.Parameter::name)
                                .filter(name -> !NO_FILTERS.contains(name)).toList())));
    }

    /** A page behind a thousand rows, in each order. */
    @TestFactory
    Stream<DynamicTest> deepPage_shouldReadNoMoreThanItShows() {
        return lines(ORDERS).map(line -> line.split(" ")).flatMap(words -> Stream.of(words).skip(2).flatMap(sort -> Stream.of(sort, "-" + sort))
                .map(sort -> dynamicTest(samples.shorten(words[1]) + " " + sort, () -> {
                    String list = words[1] + (words[1].contains("?") ? "&" : "?") + "sort=" + sort;
                    String cursor = "";
                    for (int i = 0; i < 5; i++) {
                        cursor = "&cursor=" + Api.get(list + "&limit=200" + cursor).get("nextCursor").textValue();
                    }
                    Plans.assertBounded(list + cursor, Long.parseLong(words[0]));
                })));
    }

    /** The same number of statements for somebody who was everywhere and for somebody who was not. */
    @TestFactory
    Stream<DynamicTest> statements_shouldNotBeMore_whereThereIsMore() {
        return lines(PAIRS).map(line -> line.split(" ")).map(pair -> dynamicTest(samples.shorten(pair[1]), () -> {
            // what only the first request with a cursor asks for
            Api.get(pair[1]);
            assertThat(Statements.of(() -> Api.get(pair[1]))).hasSameSizeAs(Statements.of(() -> Api.get(pair[0])));
        }));
    }

    /** How many rows a step of a plan may read (of people: who holds an office today; of organizations and offices: all few thousand), a list and its orders. */
    private static final String ORDERS = """
            1500 /events start name updated created
            1500 /events?participantId=BUSY start name updated created
            1500 /events?participantId=STATE&kind=bilateral start name updated created
            1500 /meetings start name updated created
            1500 /summits start name updated created
            1500 /declarations start name updated created
            6000 /people name updated created
            6000 /organizations name updated created
            6000 /positions name updated created
            1500 /occupancies start updated created
            1500 /memberships start name updated created
            1500 /sources published updated created
            1500 /commitments due updated created
            1500 /entities name updated created
            """;

    /** A usual request and a costly one. */
    private static final String PAIRS = """
            /people/USUAL/counterparts /people/BUSY/counterparts
            /people/USUAL/timeline /states/STATE/timeline
            /encounters?actorId=BUSY&withId=NEXT /encounters?actorId=STATE&withId=OTHER
            /events?participantId=USUAL /events?participantId=STATE&limit=200
            /events/summary?groupBy=kind&participantId=USUAL /events/summary?groupBy=kind&participantId=STATE
            /meetings?limit=1&include=participants /meetings?limit=200&include=participants
            """;

    /** How many rows a step of a plan may read, and a request. Whom one actor met is counted over all that it did. */
    private static final String REQUESTS = """
            1500 /people/BUSY
            1500 /events
            1500 /events?recordType=summit
            1500 /events?kind=military-talks
            9000 /events?kind=military-talks&kind=visit&status=cancelled&recordType=meeting
            1500 /events?status=cancelled
            15000 /events?phase=upcoming
            1500 /events?phase=past
            15000 /events?phase=ongoing
            15000 /events?startFrom=2026-10-20
            5000 /events?startTo=1990-01-10
            5000 /events?startFrom=2015-03-01&startTo=2015-03-05
            1500 /events?placeStateId=OTHER
            1500 /events?city=CITY
            1500 /events?city=CITY&kind=bilateral&status=held
            1500 /events?seriesId=SERIES
            1500 /events?partOfId=SUMMIT
            15000 /events?sourceId=SOURCE
            5000 /events?needsConfirmation=true
            1500 /events?ids=SUMMIT
            1500 /events?role=principal
            1500 /events?updatedFrom=2026-06-01T00:00:00Z
            1500 /events?updatedTo=2026-06-01T00:00:00Z&sort=-updated
            1500 /events?participantId=USUAL
            1500 /events?participantId=USUAL&role=principal&kind=bilateral
            1500 /events?participantId=USUAL&includeTotal=true
            1500 /events?participantId=BUSY
            1500 /events?participantId=BUSY&sort=-start
            1500 /events?participantId=BUSY&sort=name
            1500 /events?participantId=BUSY&sort=-updated
            1500 /events?participantId=BUSY&sort=created
            1500 /events?participantId=BUSY&role=principal
            1500 /events?participantId=STATE
            1500 /events?participantId=STATE&recordType=meeting
            1500 /meetings?participantId=STATE&sort=-start
            5000 /people/BUSY/events.ics?limit=20
            1500 /events.atom?participantId=STATE&limit=20
            40000 /events?participantId=BUSY&participantId=NEXT
            40000 /events?participantId=BUSY&kind=bilateral&status=held&startFrom=2015-01-01&startTo=2020-12-31
            1500 /meetings?kind=visit
            1500 /summits?status=held
            1500 /declarations?kind=speech
            1500 /memberships?sort=name
            9000 /encounters?actorId=BUSY&withId=USUAL
            40000 /encounters?actorId=BUSY&withId=NEXT&kind=bilateral&status=held&met=true&startFrom=2015-01-01&startTo=2020-12-31&asOf=2019-01-01
            9000 /people/USUAL/counterparts
            400000 /people/BUSY/counterparts
            400000 /people/BUSY/counterparts?recordType=person&kind=bilateral&startFrom=2015-01-01&startTo=2016-12-31
            2000000 /states/STATE/counterparts?recordType=state&kind=bilateral&startFrom=2015-01-01&startTo=2016-12-31
            400000 /organizations/ORGANIZATION/counterparts?recordType=person&kind=bilateral&startFrom=2015-01-01&startTo=2016-12-31
            5000 /people/USUAL/timeline
            40000 /people/BUSY/timeline
            40000 /people/BUSY/timeline?entry=office-taken&entry=meeting&startFrom=2015-01-01&startTo=2016-12-31
            100000 /states/STATE/timeline?entry=declaration&startFrom=2015-01-01&startTo=2016-12-31
            40000 /organizations/ORGANIZATION/timeline?entry=office-left&startFrom=2015-01-01&startTo=2016-12-31
            20000 /search?q=FAMILY
            20000 /search?q=FAMILYq
            20000 /search?q=FAMILY&recordType=person&recordType=meeting&asOf=2020-01-01
            20000 /suggest?q=FAMILY
            20000 /suggest?q=FAMILY&recordType=summit
            5000 /events/summary?groupBy=kind&participantId=USUAL
            5000 /events/summary?groupBy=person&participantId=USUAL
            """;
}
