package org.chancery.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.Sample;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How many SQL statements a request takes, with 1 and 200 records, 2 and 60 participants. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class StatementCountTest {
    private static final int RECORD = 4;
    private static final int LIST = 6;
    private static final int INCLUDE = 2;
    /** Of linked data: what is cited, the sources with their origins, and what records are that others name. */
    private static final int SOURCES_AND_TYPES = 5;
    private static final int ROWS = 200;

    /** Members that can be included, by collection. */
    private static final Map<String, List<String>> INCLUDES = new LinkedHashMap<>();
    private static final List<String> OF_EVENTS = List.of("names", "participants", "children", "partOf", "series", "relations", "scheduleRevisions");

    /** A record of each collection that has all that can be included, and 200 of each. */
    private static final Map<String, UUID> FULL = new LinkedHashMap<>();

    static {
        INCLUDES.put("/people", List.of("names", "occupancies", "memberships"));
        INCLUDES.put("/leaders", INCLUDES.get("/people"));
        INCLUDES.put("/officials", INCLUDES.get("/people"));
        INCLUDES.put("/states", List.of("names", "leaders"));
        INCLUDES.put("/organizations", List.of("names", "leaders", "members", "parent", "state"));
        INCLUDES.put("/positions", List.of("names", "actor", "holders"));
        INCLUDES.put("/occupancies", List.of("person", "position"));
        INCLUDES.put("/memberships", List.of("member", "organization"));
        INCLUDES.put("/meetings", OF_EVENTS);
        INCLUDES.put("/summits", OF_EVENTS);
        INCLUDES.put("/declarations", Stream.concat(OF_EVENTS.stream(), Stream.of("signatures", "commitments")).toList());
        INCLUDES.put("/series", List.of("names", "organization"));
        INCLUDES.put("/sources", List.of("origin"));
        INCLUDES.put("/entities", List.of());
        INCLUDES.put("/events", List.of("participants"));
    }

    /** Before the first test: only then is the port known. */
    @BeforeEach
    void fill() throws SQLException {
        if (!FULL.isEmpty()) {
            return;
        }
        if (!FULL.isEmpty()) {
            return;
        }
        Sample sample = Sample.make();
        FULL.putAll(sample.records());
        try (Connection connection = Clones.connect()) {
            Clones.make(connection, sample.all(), ROWS);
        }
        List.of("/meetings", "/summits", "/declarations").forEach(StatementCountTest::enrich);
    }

    /** 60 participants, children and an earlier schedule. */
    private static void enrich(String path) {
        UUID event = FULL.get(path);
        for (int i = 0; i < 60; i++) {
            Api.create(path + "/" + event + "/participants", Json.of("reportedName", "Somebody " + i, "reportedNameLang", "en", "role", "guest",
                    "attendance", "expected"));
        }
        for (int i = 0; i < 3; i++) {
            Make.meeting("partOfId", event);
        }
        Api.patch(path + "/" + event, Api.get(path + "/" + event), Json.of("start", Make.day("2031-01-02")));
    }

    private static int count(String path, Object... query) {
        List<String> statements = Statements.of(() -> Api.get(path, query));
        return statements.size();
    }

    @TestFactory
    Stream<DynamicTest> record_shouldTakeAtMostFourStatements() {
        return FULL.entrySet().stream().filter(entry -> !List.of("/events", "/entities").contains(entry.getKey()))
                .map(entry -> dynamicTest(entry.getKey(), () -> atMost(RECORD, entry.getKey() + "/" + entry.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> includeInARecord_shouldTakeAtMostTwoStatementsMore() {
        return FULL.entrySet().stream().filter(entry -> !entry.getKey().equals("/events")).flatMap(entry -> INCLUDES.get(entry.getKey()).stream().map(member ->
                dynamicTest(entry.getKey() + " " + member, () -> {
                    String path = entry.getKey() + "/" + entry.getValue();
                    atMost(count(path) + INCLUDE, path, "include", member);
                })));
    }

    @TestFactory
    Stream<DynamicTest> list_shouldTakeAtMostSixStatements_whateverTheNumberOfRows() {
        return INCLUDES.keySet().stream().flatMap(path -> Stream.of(
                dynamicTest(path + " with 1", () -> atMost(LIST, path, "ids", FULL.get(path), "includeTotal", true)),
                dynamicTest(path + " with 200", () -> {
                    assertThat(Api.get(path, "limit", ROWS).get("items").size()).isEqualTo(ROWS);
                    atMost(LIST, path, "limit", ROWS, "includeTotal", true);
                })));
    }

    @TestFactory
    Stream<DynamicTest> includeInAList_shouldTakeAtMostTwoStatementsMore_whateverTheNumberOfRows() {
        return INCLUDES.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(member ->
                dynamicTest(entry.getKey() + " " + member, () -> {
                    atMost(count(entry.getKey(), "ids", FULL.get(entry.getKey())) + INCLUDE, entry.getKey(), "ids", FULL.get(entry.getKey()),
                            "include", member);
                    atMost(count(entry.getKey(), "limit", ROWS) + INCLUDE, entry.getKey(), "limit", ROWS, "include", member);
                })));
    }

    @TestFactory
    Stream<DynamicTest> linkedData_shouldTakeAtMostFiveStatementsMore_whateverTheNumberOfRows() {
        return INCLUDES.entrySet().stream().map(entry -> dynamicTest(entry.getKey(), () -> {
            for (int limit : List.of(1, ROWS)) {
                int nested = entry.getValue().isEmpty() ? count(entry.getKey(), "limit", limit)
                        : count(entry.getKey(), "limit", limit, "include", String.join(",", entry.getValue()));
                List<String> statements = Statements.of(() -> Api.fetch(entry.getKey() + ".jsonld", "limit", limit).then().statusCode(200));
                assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(nested + SOURCES_AND_TYPES);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> partsOfAnEvent_shouldTakeAtMostSixStatements_whateverTheirNumber() {
        List<String> paths = new ArrayList<>();
        for (String events : List.of("/meetings", "/summits", "/declarations")) {
            paths.add(events + "/" + FULL.get(events) + "/participants");
        }
        String declaration = "/declarations/" + FULL.get("/declarations");
        paths.addAll(List.of(declaration + "/signatures", declaration + "/commitments"));
        return paths.stream().flatMap(path -> Stream.of("actor", "obligor", "beneficiary")
                .filter(member -> path.endsWith("commitments") != member.equals("actor")).map(member -> dynamicTest(path + " " + member, () -> {
                    for (int limit : List.of(2, ROWS)) {
                        atMost(LIST, path, "limit", limit, "includeTotal", true);
                        atMost(count(path, "limit", limit) + INCLUDE, path, "limit", limit, "include", member);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> evidence_shouldTakeAtMostSixStatements_whateverTheNumberOfCitations() {
        String paris = "/summits/" + org.chancery.fixture.Starter.id("summit:2026-01-06-paris-coalition") + "/evidence";
        return Stream.of(1, 2, ROWS).map(limit -> dynamicTest("limit " + limit, () -> atMost(LIST, paris, "limit", limit)));
    }

    private static void atMost(int most, String path, Object... query) {
        List<String> statements = Statements.of(() -> Api.get(path, query));
        assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(most).isNotEmpty();
    }
}
