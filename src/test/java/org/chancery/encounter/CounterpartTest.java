package org.chancery.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class CounterpartTest {
    private static final UUID ZELENSKY = Starter.id("person:volodymyr-zelensky");

    private static JsonNode of(String collection, UUID id, Object... query) {
        return Api.get("/" + collection + "/" + id + "/counterparts", query);
    }

    private static JsonNode row(JsonNode page, UUID id) {
        return page.get("items").get(Api.ids(page).indexOf(id));
    }

    private static List<Integer> counts(JsonNode page) {
        List<Integer> counts = new ArrayList<>();
        page.get("items").forEach(item -> counts.add(item.get("count").intValue()));
        return counts;
    }

    @Test
    void counterparts_shouldTellWhomOneMet() {
        JsonNode people = of("people", ZELENSKY, "recordType", "person", "limit", 200);
        JsonNode macron = row(people, Starter.id("person:emmanuel-macron"));

        assertThat(Api.names(people)).contains("Emmanuel Macron", "Donald Trump", "Steve Witkoff", "Jared Kushner", "Andrzej Duda")
                // at the summit they were only expected
                .doesNotContain("Keir Starmer", "Friedrich Merz", "Volodymyr Zelensky");
        assertThat(macron.get("count").intValue()).isEqualTo(2);
        assertThat(macron.at("/first/id").textValue()).isEqualTo(Starter.id("meeting:2026-01-06-zelensky-arrival").toString());
        assertThat(macron.at("/last/id").textValue()).isEqualTo(Starter.id("meeting:2026-01-06-zelensky-macron").toString());
        assertThat(counts(people)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** One definition of a meeting: the two resources must not disagree. */
    @ParameterizedTest
    @CsvSource({"people,person:volodymyr-zelensky", "people,person:steve-witkoff", "states,state:UA", "states,state:FR",
        "organizations,organization:coalition-of-the-willing"})
    void counts_shouldBeThoseOfEncounters(String collection, String key) {
        JsonNode page = of(collection, Starter.id(key), "limit", 200);

        assertThat(page.get("items")).isNotEmpty();
        for (JsonNode row : page.get("items")) {
            JsonNode summary = Api.get("/encounters", "actorId", Starter.id(key), "withId", Api.id(row)).get("summary");
            assertThat(row.get("count")).as(row.at("/name/value").asText()).isEqualTo(summary.get("count"));
            assertThat(row.at("/first/id")).isEqualTo(summary.at("/first/id"));
            assertThat(row.at("/last/id")).isEqualTo(summary.at("/last/id"));
        }
    }

    @Test
    void session_shouldCountOnce_whenItIsPartOfASummit() {
        UUID one = Make.person();
        UUID other = Make.person();
        List<Object> both = List.of(Make.participant(one), Make.participant(other));
        UUID summit = Api.id(Make.summit("start", Make.day("2021-05-01"), "participants", both));
        UUID session = Api.id(Make.meeting("start", Make.day("2021-05-01"), "partOfId", summit, "participants", both));
        Api.id(Make.meeting("start", Make.day("2021-05-01"), "partOfId", session, "status", "cancelled", "participants", both));
        Api.id(Make.meeting("start", Make.day("2021-05-02"), "partOfId", summit,
                "participants", List.of(Make.participant(one), Make.participant(other, "attendance", "absent"))));

        JsonNode met = row(of("people", one), other);

        assertThat(met.get("count").intValue()).isEqualTo(1);
        assertThat(met.at("/first/id").textValue()).isEqualTo(session.toString());
        assertThat(Api.get("/encounters", "actorId", one, "withId", other).at("/summary/count").intValue()).isEqualTo(1);
        assertThat(Api.get("/encounters", "actorId", one, "withId", other).at("/items/0/partOf/id").textValue()).isEqualTo(summit.toString());
    }

    @Test
    void counterparts_shouldNotBeThoseInWhoseNameOneActs() {
        List<UUID> states = Api.ids(of("people", Starter.id("person:emmanuel-macron"), "recordType", "state", "limit", 200));

        assertThat(states).contains(Starter.id("state:UA"), Starter.id("state:US")).doesNotContain(Starter.id("state:FR"));
    }

    @Test
    void counterparts_shouldBeOfAPeriodAndAKind() {
        assertThat(Api.names(of("people", ZELENSKY, "startFrom", "2023-01-01", "startTo", "2023-12-31", "recordType", "person")))
                .containsExactly("Andrzej Duda");
        assertThat(Api.names(of("people", ZELENSKY, "kind", "working-meal", "recordType", "person", "sort", "name")))
                .containsExactly("Jared Kushner", "Steve Witkoff");
    }

    @ParameterizedTest
    @CsvSource({"count", "-count", "first", "-first", "last", "-last", "name", "-name"})
    void counterparts_shouldBePaged(String sort) {
        List<UUID> whole = Api.ids(of("people", ZELENSKY, "sort", sort, "limit", 200));
        List<UUID> paged = new ArrayList<>();
        JsonNode page = of("people", ZELENSKY, "sort", sort, "limit", 3);
        paged.addAll(Api.ids(page));
        while (page.has("nextCursor")) {
            page = of("people", ZELENSKY, "sort", sort, "limit", 3, "cursor", page.get("nextCursor").textValue());
            paged.addAll(Api.ids(page));
        }

        assertThat(paged).hasSizeGreaterThan(6).containsExactlyElementsOf(whole);
    }

    @Test
    void counterparts_shouldTakeTheSameNumberOfStatements_howeverMany() {
        // the first cursor of all makes the key that signs it
        of("people", ZELENSKY, "limit", 1);
        assertThat(Statements.of(() -> of("people", ZELENSKY, "limit", 1))).hasSizeLessThanOrEqualTo(9);
        assertThat(Statements.of(() -> of("people", ZELENSKY, "limit", 200)))
                .hasSameSizeAs(Statements.of(() -> of("people", ZELENSKY, "limit", 1)));
    }
}
