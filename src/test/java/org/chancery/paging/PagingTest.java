package org.chancery.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pages of every list in every order, over records some of which are equal in what they are sorted by. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class PagingTest {
    private static final int ROWS = 5;

    /** Where a row shows what it is sorted by. */
    private static final Map<String, String> SHOWN = Map.of("name", "/name/value", "updated", "/updatedAt", "created", "/createdAt",
            "start", "/start/earliest", "published", "/publishedDate/earliest", "ordinal", "/ordinal", "date", "/date/earliest",
            "due", "/due/earliest");

    private static final Map<String, List<UUID>> ROWS_OF = new LinkedHashMap<>();

    @BeforeEach
    void fill() {
        if (!ROWS_OF.isEmpty()) {
            return;
        }
        UUID state = Make.state();
        UUID alliance = Make.organization("igo");
        UUID presidency = Make.position(state, List.of("head-of-state"));
        UUID ministry = Make.position(state, List.of("minister"));
        UUID meeting = Api.id(Make.meeting());
        UUID declaration = Api.id(Make.declaration());
        for (int i = 0; i < ROWS; i++) {
            // 2, 1, 0, 2, 1: neither in order nor all different
            int rank = (ROWS - i) % 3;
            if (i > 2) {
                TestClock.advance(Duration.ofMinutes(1));
            }
            Object names = Make.names("Paging " + (char) ('a' + rank));
            String date = "203" + rank;
            UUID person = Make.person("names", names);
            add("/people", person);
            UUID leader = Make.person("names", names);
            Make.occupancy(leader, presidency, "start", "2001");
            add("/leaders", leader);
            UUID official = Make.person("names", names);
            add("/officials", official);
            add("/occupancies", Api.id(Make.occupancy(official, ministry, "start", i == 1 ? null : "200" + rank)));
            Make.occupancy(official, ministry, "start", "2001");
            add("/memberships", Api.id(Make.membership(person, alliance, "start", i == 1 ? null : "200" + rank)));
            add("/states", Make.state("names", names));
            add("/organizations", Make.organization("igo", "names", names));
            add("/positions", Make.position(state, List.of(), "names", names));
            add("/series", Make.series("names", names));
            add("/sources", Make.source("publishedDate", i == 1 ? null : date));
            Object[] event = {"names", names, "start", i == 1 ? null : Make.day(date)};
            add("/meetings", Api.id(Make.meeting(event)));
            add("/summits", Api.id(Make.summit(event)));
            add("/declarations", Api.id(Make.declaration(event)));
            add("/meetings/" + meeting + "/participants", Api.id(Api.create("/meetings/" + meeting + "/participants",
                    Make.participant(person, "ordinal", rank))));
            add("/declarations/" + declaration + "/signatures", Api.id(Api.create("/declarations/" + declaration + "/signatures",
                    Make.signature(person, "date", i == 1 ? null : date))));
            add("/declarations/" + declaration + "/commitments", Api.id(Api.create("/declarations/" + declaration + "/commitments",
                    Make.commitment("due", i == 1 ? null : date))));
        }
        ROWS_OF.put("/entities", Stream.of("/people", "/states", "/organizations", "/positions").flatMap(path -> ROWS_OF.get(path).stream()).toList());
        ROWS_OF.put("/events", Stream.of("/meetings", "/summits", "/declarations").flatMap(path -> ROWS_OF.get(path).stream()).toList());
        TestClock.reset();
    }

    private static void add(String path, UUID id) {
        ROWS_OF.computeIfAbsent(path, key -> new ArrayList<>()).add(id);
    }

    private static List<String> sortKeys(String path) {
        String collection = path.substring(path.lastIndexOf('/'));
        List<String> own = switch (collection) {
            case "/occupancies", "/memberships" -> List.of("start");
            case "/meetings", "/summits", "/declarations", "/events" -> List.of("start", "name");
            case "/sources" -> List.of("published");
            case "/participants" -> List.of("ordinal");
            case "/signatures" -> List.of("date");
            case "/commitments" -> List.of("due");
            default -> List.of("name");
        };
        return Stream.concat(own.stream(), Stream.of("updated", "created")).toList();
    }

    private static Object[] query(String path, Object... more) {
        List<Object> query = new ArrayList<>(List.of(more));
        ROWS_OF.get(path).forEach(id -> query.addAll(List.of("ids", id)));
        return query.toArray();
    }

    private static Stream<DynamicTest> everyOrder(java.util.function.BiConsumer<String, String> test) {
        return ROWS_OF.keySet().stream().flatMap(path -> sortKeys(path).stream().map(key ->
                dynamicTest(path + " " + key, () -> test.accept(path, key))));
    }

    /** All ids, page by page. */
    private static List<UUID> walk(String path, String sort) {
        List<UUID> walked = new ArrayList<>();
        Object[] query = query(path, "sort", sort, "limit", 2);
        JsonNode page = Api.get(path, query);
        walked.addAll(Api.ids(page));
        while (page.has("nextCursor")) {
            Object[] next = Stream.concat(Stream.of(query), Stream.of("cursor", page.get("nextCursor").textValue())).toArray();
            page = Api.get(path, next);
            assertThat(page.get("items")).isNotEmpty();
            walked.addAll(Api.ids(page));
        }
        return walked;
    }

    @TestFactory
    Stream<DynamicTest> pages_shouldHaveEachRowOnceInTheOrderOfTheList() {
        return everyOrder((path, key) -> {
            List<UUID> walked = walk(path, key);

            assertThat(walked).containsExactlyInAnyOrderElementsOf(ROWS_OF.get(path))
                    .isEqualTo(Api.ids(Api.get(path, query(path, "sort", key, "limit", 200))));
        });
    }

    @TestFactory
    Stream<DynamicTest> pages_shouldBeReversed_whenDescending() {
        return everyOrder((path, key) -> {
            List<UUID> descending = new ArrayList<>(walk(path, "-" + key));
            Collections.reverse(descending);

            assertThat(descending).isEqualTo(walk(path, key));
        });
    }

    @TestFactory
    Stream<DynamicTest> rows_shouldBeSortedWithTheUnknownLast() {
        return everyOrder((path, key) -> {
            List<String> values = new ArrayList<>();
            Api.get(path, query(path, "sort", key, "limit", 200)).get("items").forEach(row -> values.add(
                    key.equals("created") ? created(path, row).toString() : row.at(SHOWN.get(key)).asText()));
            values.replaceAll(value -> value.isEmpty() ? "~" : value);

            assertThat(values).isSorted().hasSizeGreaterThan(1);
            assertThat(Set.copyOf(values)).hasSizeGreaterThan(1).hasSizeLessThan(values.size());
        });
    }

    @TestFactory
    Stream<DynamicTest> linkHeader_shouldLeadToTheNextPage() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            Response first = Api.fetch(path, query(path, "limit", 2));
            JsonNode page = Api.body(first, 200);
            String link = first.header("Link");

            assertThat(link).startsWith("</v1" + path + "?").endsWith(">; rel=\"next\"")
                    .contains("cursor=" + page.get("nextCursor").textValue());
            String next = link.substring(1, link.indexOf('>'));
            JsonNode followed = Api.body(io.restassured.RestAssured.given().urlEncodingEnabled(false).get(next), 200);
            assertThat(followed).isEqualTo(Api.get(path, query(path, "limit", 2, "cursor", page.get("nextCursor").textValue())));
        }));
    }

    @TestFactory
    Stream<DynamicTest> lastPage_shouldHaveNeitherCursorNorLink() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            Response whole = Api.fetch(path, query(path, "limit", ROWS_OF.get(path).size()));

            assertThat(Api.body(whole, 200).has("nextCursor")).isFalse();
            assertThat(whole.header("Link")).isNull();
        }));
    }

    @TestFactory
    Stream<DynamicTest> total_shouldCountAllPages_whenAsked() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            JsonNode first = Api.get(path, query(path, "limit", 2, "includeTotal", true));
            JsonNode second = Api.get(path, query(path, "limit", 2, "includeTotal", true, "cursor", first.get("nextCursor").textValue()));

            assertThat(first.get("total").intValue()).isEqualTo(ROWS_OF.get(path).size());
            assertThat(second.get("total").intValue()).isEqualTo(ROWS_OF.get(path).size());
            assertThat(Api.get(path, query(path, "limit", 2)).has("total")).isFalse();
        }));
    }

    @TestFactory
    Stream<DynamicTest> cursor_shouldBeRefused_whenOfOtherFilters() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            String cursor = Api.get(path, query(path, "limit", 2)).get("nextCursor").textValue();

            assertRefused(Api.fetch(path, "cursor", cursor));
            assertRefused(Api.fetch(path, query(path, "cursor", cursor, "updatedFrom", "2020-01-01T00:00:00Z")));
        }));
    }

    @TestFactory
    Stream<DynamicTest> cursor_shouldBeRefused_whenOfAnotherOrder() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            String cursor = Api.get(path, query(path, "limit", 2, "sort", "updated")).get("nextCursor").textValue();

            assertRefused(Api.fetch(path, query(path, "cursor", cursor, "sort", "-updated")));
            assertRefused(Api.fetch(path, query(path, "cursor", cursor)));
        }));
    }

    @TestFactory
    Stream<DynamicTest> cursor_shouldBeRefused_whenChanged() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            String cursor = Api.get(path, query(path, "limit", 2)).get("nextCursor").textValue();
            char first = cursor.charAt(0) == 'A' ? 'B' : 'A';

            assertRefused(Api.fetch(path, query(path, "cursor", first + cursor.substring(1))));
        }));
    }

    private static void assertRefused(Response answer) {
        JsonNode error = Api.error(answer, 400);
        assertThat(error.get("parameter").textValue()).isEqualTo("cursor");
    }

    @TestFactory
    Stream<DynamicTest> sort_shouldBeRefused_whenNotOfTheList() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            JsonNode error = Api.error(Api.fetch(path, "sort", "colour"), 400);

            assertThat(error.get("parameter").textValue()).isEqualTo("sort");
        }));
    }

    @TestFactory
    Stream<DynamicTest> sort_shouldUseTheSecondKey_whenTheFirstIsEqual() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            String first = sortKeys(path).get(0);
            List<String> values = new ArrayList<>();
            Api.get(path, query(path, "sort", first + ",-created", "limit", 200)).get("items").forEach(row -> values.add(
                    row.at(SHOWN.get(first)).asText() + "|" + (java.time.Instant.MAX.getEpochSecond()
                            - created(path, row).getEpochSecond())));

            assertThat(values.stream().filter(value -> !value.startsWith("|")).toList()).isSorted();
        }));
    }

    /** Flat rows do not show it. */
    private static java.time.Instant created(String path, JsonNode row) {
        JsonNode shown = row.has("createdAt") ? row : Api.get(row.get("href").textValue().substring(3));
        return java.time.Instant.parse(shown.get("createdAt").textValue());
    }

    @TestFactory
    Stream<DynamicTest> ids_shouldSelectThoseRecords() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            UUID one = ROWS_OF.get(path).get(1);
            UUID other = ROWS_OF.get(path).get(3);

            assertThat(Api.ids(Api.get(path, "ids", one, "ids", other))).containsExactlyInAnyOrder(one, other);
            assertThat(Api.ids(Api.get(path, "ids", "019b95c0-d000-7000-8000-000000000000"))).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> updatedFromAndTo_shouldSelectInclusively() {
        return ROWS_OF.keySet().stream().map(path -> dynamicTest(path, () -> {
            Map<UUID, String> times = new LinkedHashMap<>();
            Api.get(path, query(path, "sort", "updated", "limit", 200)).get("items").forEach(row -> times.put(Api.id(row), row.get("updatedAt").textValue()));
            List<String> sorted = times.values().stream().sorted().toList();
            String last = sorted.get(sorted.size() - 1);
            List<UUID> latest = times.keySet().stream().filter(id -> times.get(id).equals(last)).toList();
            List<UUID> earlier = times.keySet().stream().filter(id -> times.get(id).compareTo(sorted.get(0)) <= 0).toList();

            assertThat(Api.ids(Api.get(path, query(path, "updatedFrom", last, "limit", 200)))).containsExactlyInAnyOrderElementsOf(latest);
            assertThat(Api.ids(Api.get(path, query(path, "updatedTo", sorted.get(0), "limit", 200)))).containsExactlyInAnyOrderElementsOf(earlier);
            assertThat(latest.size()).isLessThan(times.size());
        }));
    }
}
