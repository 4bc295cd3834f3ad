package org.chancery.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons, organizations and states as articles and tables name them. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class EntityMatchTest {

    /** A surname alone finds its bearer and is not safe: relatives share it. */
    @ParameterizedTest
    @ValueSource(strings = {"Зеленский", "Зеленський", "Zelenski", "Zelenskyy", "Zelensky"})
    void surname_shouldFindThePerson_withoutBeingSafe(String name) {
        JsonNode candidates = Matches.candidates("/people/match", Matches.named(name));

        assertThat(Matches.id(candidates.get(0))).isEqualTo(Starter.id("person:volodymyr-zelensky"));
        assertThat(candidates.get(0).get("match").booleanValue()).isFalse();
        assertThat(candidates.get(0).at("/reasons/0/weight").doubleValue()).isEqualTo(0.75);
    }

    @Test
    void surname_shouldBeSafe_withTheOfficeHeldThen() {
        JsonNode candidates = Matches.candidates("/people/match", Matches.named("Зеленский", "offices",
                List.of(Json.of("function", "head-of-state", "ofActorId", Starter.id("state:UA"), "date", "2026-01-06"))));

        assertThat(Matches.id(candidates.get(0))).isEqualTo(Starter.id("person:volodymyr-zelensky"));
        assertThat(candidates.get(0).get("match").booleanValue()).isTrue();
        assertThat(Matches.reasons(candidates.get(0), "office")).containsExactly("agrees");
    }

    @Test
    void office_shouldBeFoundByItsTitle() {
        JsonNode candidates = Matches.candidates("/people/match", Matches.named("Zelenski", "offices", List.of(Json.of("title", "President of Ukraine"))));

        assertThat(candidates.get(0).get("match").booleanValue()).isTrue();
        assertThat(Matches.reasons(candidates.get(0), "office")).containsExactly("agrees");
    }

    @ParameterizedTest
    @CsvSource({"Alexus Grynkewich,person:alexus-grynkewich", "Алексус Гринкевич,person:alexus-grynkewich", "Кушнер Джаред,person:jared-kushner",
        "Jared Kushner,person:jared-kushner", "Charles Kushner,person:charles-kushner", "Чарльз Кушнер,person:charles-kushner",
        "Емманюелем Макроном,person:emmanuel-macron", "Стивен Виткофф,"})
    void fullName_shouldMatch(String name, String key) {
        JsonNode candidates = Matches.candidates("/people/match", Matches.named(name));

        if (key == null) {
            candidates.forEach(each -> assertThat(each.get("match").booleanValue()).as(each.toString()).isFalse());
        } else {
            assertThat(Matches.id(candidates.get(0))).as(candidates.toString()).isEqualTo(Starter.id(key));
            assertThat(candidates.get(0).get("match").booleanValue()).as(candidates.toString()).isTrue();
        }
    }

    /** Jared and Charles Kushner, and a Kushner whom the registry does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"Kushner", "Кушнер", "Joshua Kushner", "Josh Kushner"})
    void namesake_shouldNotBeTakenForAnother(String name) {
        Matches.candidates("/people/match", Matches.named(name))
                .forEach(each -> assertThat(each.get("match").booleanValue()).as(each.toString()).isFalse());
    }

    @Test
    void birthDate_shouldTellNamesakesApart() {
        String name = Make.unique("Namesake Sample");
        UUID elder = Make.person("names", Make.names(name), "birthDate", "1950-05-01");
        UUID younger = Make.person("names", Make.names(name), "birthDate", "1980");

        JsonNode both = Matches.candidates("/people/match", Matches.named(name));
        JsonNode born = Matches.candidates("/people/match", Matches.named(name, "birthDate", "1980-07"));

        assertThat(List.of(Matches.id(both.get(0)), Matches.id(both.get(1)))).containsExactlyInAnyOrder(elder, younger);
        assertThat(both.get(0).get("match").booleanValue()).isFalse();
        assertThat(Matches.id(born.get(0))).isEqualTo(younger);
        assertThat(born.get(0).get("match").booleanValue()).isTrue();
        assertThat(born.findValuesAsText("id")).doesNotContain(elder.toString());
    }

    @Test
    void identifier_shouldDecide_andAnotherOneContradict() {
        JsonNode same = Matches.candidates("/people/match", Matches.named("V. Z.", "identifiers", List.of(Json.of("scheme", "wikidata", "value", "Q3874799"))));
        JsonNode other = Matches.candidates("/people/match",
                Matches.named("Volodymyr Zelensky", "identifiers", List.of(Json.of("scheme", "wikidata", "value", "Q999999999"))));

        assertThat(Matches.id(same.get(0))).isEqualTo(Starter.id("person:volodymyr-zelensky"));
        assertThat(same.get(0).get("score").doubleValue()).isEqualTo(1);
        assertThat(same.get(0).get("match").booleanValue()).isTrue();
        assertThat(other.isEmpty() || !other.get(0).get("match").booleanValue()).as(other.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"коаліція охочих", "коаліція рішучих", "Coaliţia voluntarilor", "Coaliția Voluntarilor", "coalition of the willing"})
    void coalition_shouldMatch_underAllItsNames(String name) {
        JsonNode candidates = Matches.candidates("/organizations/match", Matches.named(name, "class", "coalition"));

        assertThat(Matches.id(candidates.get(0))).isEqualTo(Starter.id("organization:coalition-of-the-willing"));
        assertThat(candidates.get(0).get("match").booleanValue()).as(candidates.toString()).isTrue();
    }

    @Test
    void state_shouldMatch_byNameAndCode() {
        JsonNode page = Api.body(Api.post("/states/match", Json.of("descriptions", List.of(Matches.named("Франція"), Matches.named("Franţa"),
                Json.of("identifiers", List.of(Json.of("scheme", "iso3166-1-alpha2", "value", "UA"))), Matches.named("Atlantis")))), 200);

        assertThat(page.get("items").findValuesAsText("index")).containsExactly("0", "1", "2", "3");
        assertThat(Matches.id(page.at("/items/0/candidates/0"))).isEqualTo(Starter.id("state:FR"));
        assertThat(Matches.id(page.at("/items/1/candidates/0"))).isEqualTo(Starter.id("state:FR"));
        assertThat(Matches.id(page.at("/items/2/candidates/0"))).isEqualTo(Starter.id("state:UA"));
        page.at("/items/3/candidates").forEach(each -> assertThat(each.get("match").booleanValue()).isFalse());
    }

    @Test
    void errors_shouldAllBeReportedWithTheirPlaces() {
        JsonNode problem = Api.body(Api.post("/people/match", Json.of("descriptions", List.of(Json.of("birthDate", "1978"),
                Matches.named("A B", "offices", List.of(Json.of("positionId", UUID.randomUUID())))))), 422);

        assertThat(problem.get("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/descriptions/0", "/descriptions/1/offices/0/positionId");
    }
}
