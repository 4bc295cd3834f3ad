package org.chancery.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class EventSummaryTest {
    private static final UUID ZELENSKY = Starter.id("person:volodymyr-zelensky");
    private static final Object[] PARIS = {"startFrom", "2026-01-06", "startTo", "2026-01-06", "placeStateId", Starter.id("state:FR")};

    private static Map<String, Integer> counts(Object... query) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Api.get("/events/summary", query).get("items").forEach(item -> counts.put(item.get("key").textValue(), item.get("count").intValue()));
        return counts;
    }

    private static Object[] and(Object[] query, Object... more) {
        List<Object> all = new ArrayList<>(List.of(query));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static int total(Object... query) {
        return Api.get("/events", and(query, "includeTotal", true)).get("total").intValue();
    }

    @Test
    void events_shouldBeCountedByMonth() {
        Map<String, Integer> months = counts("groupBy", "month", "participantId", ZELENSKY, "startTo", "2026-01-31");

        assertThat(new ArrayList<>(months.keySet())).isSorted().contains("2023-07", "2025-11", "2025-12", "2026-01");
        assertThat(months).contains(entry("2023-07", total("participantId", ZELENSKY, "startFrom", "2023-07-01", "startTo", "2023-07-31")));
    }

    @Test
    void start_shouldCountAsPreciselyAsItIsKnown() {
        Object[] vague = {"ids", Starter.id("declaration:2008-oslo-convention")};

        assertThat(counts(and(vague, "groupBy", "day"))).containsOnlyKeys("2008");
        assertThat(counts(and(vague, "groupBy", "month"))).containsOnlyKeys("2008");
        assertThat(counts(and(vague, "groupBy", "year"))).containsOnlyKeys("2008");
        // from 28 to 30 November 2025; from 28 December 2025 to 3 January 2026; until 9 July 2023
        assertThat(counts("groupBy", "day", "startFrom", "2025-11-28", "startTo", "2025-11-30")).containsKey("2025-11").doesNotContainKey("2025-11-28");
        assertThat(counts("groupBy", "year", "startFrom", "2026-01-01", "startTo", "2026-01-01")).isEmpty();
    }

    @Test
    void events_shouldBeCountedByKind() {
        Map<String, Integer> kinds = counts(and(PARIS, "groupBy", "kind"));

        assertThat(kinds).contains(entry("bilateral", 1), entry("military-talks", 1), entry("visit", 2), entry("working-meal", 1));
        assertThat(counts(and(PARIS, "groupBy", "record-type"))).containsEntry("summit", 1);
        assertThat(counts(and(PARIS, "groupBy", "record-type")).values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(total(PARIS));
        assertThat(counts(and(PARIS, "groupBy", "city"))).containsOnlyKeys("Paris");
    }

    @Test
    void events_shouldBeCountedByParticipant_withNames() {
        JsonNode people = Api.get("/events/summary", and(PARIS, "groupBy", "person", "sort", "-count", "limit", 200));
        JsonNode first = people.at("/items/0");

        assertThat(first.at("/name/value").textValue()).isEqualTo("Steve Witkoff");
        assertThat(first.get("href").textValue()).isEqualTo("/v1/people/" + Starter.id("person:steve-witkoff"));
        for (JsonNode row : people.get("items")) {
            assertThat(row.get("count").intValue()).isEqualTo(total(and(PARIS, "participantId", row.get("key").textValue())));
        }
        // one event counts once for a state, however many act in its name
        String france = Starter.id("state:FR").toString();
        assertThat(counts(and(PARIS, "groupBy", "state"))).containsEntry(france, total(and(PARIS, "participantId", france)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "-key", "count", "-count"})
    void groups_shouldBePaged(String sort) {
        List<String> whole = new ArrayList<>(counts(and(PARIS, "groupBy", "person", "sort", sort, "limit", 200)).keySet());
        List<String> paged = new ArrayList<>();
        Object[] query = and(PARIS, "groupBy", "person", "sort", sort, "limit", 3, "includeTotal", true);
        JsonNode page = Api.get("/events/summary", query);
        page.get("items").forEach(item -> paged.add(item.get("key").textValue()));
        assertThat(page.get("total").intValue()).isEqualTo(whole.size());
        while (page.has("nextCursor")) {
            page = Api.get("/events/summary", and(query, "cursor", page.get("nextCursor").textValue()));
            page.get("items").forEach(item -> paged.add(item.get("key").textValue()));
        }

        assertThat(paged).hasSizeGreaterThan(6).containsExactlyElementsOf(whole);
        if (sort.equals("key")) {
            assertThat(whole).isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @Test
    void groups_shouldTakeTheSameNumberOfStatements_howeverMany() {
        assertThat(Statements.of(() -> counts("groupBy", "month", "limit", 200))).hasSize(1);
        assertThat(Statements.of(() -> counts("groupBy", "person", "limit", 200))).hasSize(3);
    }
}
