package org.chancery.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as each of the articles tells of them, in its language; the words are theirs. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class EventMatchTest {
    private static final String SUMMIT = "summit:2026-01-06-paris-coalition";
    private static final String BILATERAL = "meeting:2026-01-06-zelensky-macron";
    private static final String CHIEFS = "meeting:2026-01-06-chiefs-of-staff";

    private static Map<String, Object> event(String title, String day, Object... more) {
        Map<String, Object> description = Json.of(more);
        if (title != null) {
            description.put("names", List.of(Json.of("value", title)));
        }
        description.put("start", Json.of("date", day));
        return description;
    }

    private static List<Object> names(String... names) {
        return Arrays.stream(names).map(name -> (Object) Json.of("reportedName", name)).toList();
    }

    private static Map<String, Object> paris(String city) {
        return Json.of("city", city, "stateId", Starter.id("state:FR"));
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                // 000, Romanian
                Arguments.of("000 summit", SUMMIT, event("summit-ul Coaliţiei Voluntarilor", "2026-01-06", "recordType", "summit", "place", paris("Paris"),
                        "participants", names("Volodimir Zelenski", "Emmanuel Macron", "Keir Starmer", "Friedrich Merz", "Steve Witkoff", "Jared Kushner"))),
                Arguments.of("000 talks", BILATERAL, event("discuții private la Palatul Elysee", "2026-01-06", "recordType", "meeting", "kind", "bilateral",
                        "place", Json.of("venue", "Palatul Elysee", "city", "Paris"), "participants", names("Zelenski", "Macron"))),
                Arguments.of("000 chiefs", CHIEFS, event("Discuții privind implementarea garanțiilor de securitate pentru Kiev", "2026-01-06",
                        "kind", "military-talks", "place", paris("Paris"), "participants", names("Alexus Grynkewich", "Fabien Mandon", "Andrii Hnatov",
                                "Rich Knighton"))),
                // 001, Ukrainian, the day after, without the presidents
                Arguments.of("001 summit", SUMMIT, event("зустріч \"коаліції рішучих\" у Парижі", "2026-01-06", "place", paris("Париж"), "participants",
                        names("Стів Віткофф", "Джаред Кушнер"))),
                // 002, Ukrainian, the other name of the coalition
                Arguments.of("002 summit", SUMMIT, event("зустріч лідерів «коаліції охочих»", "2026-01-06", "place", paris("Париж"), "participants",
                        names("Зеленський"))),
                Arguments.of("002 talks", BILATERAL, event("Президенти України та Франції обговорили посилення захисту нашої держави від російських атак",
                        "2026-01-06", "recordType", "meeting", "kind", "bilateral", "place", paris("Париж"), "participants",
                        names("Володимир Зеленський", "Емманюель Макрон"))),
                Arguments.of("002 chiefs", CHIEFS, event("зустріч начальників генеральних штабів збройних сил країн «коаліції охочих»", "2026-01-06",
                        "kind", "military-talks", "place", paris("Париж"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void event_shouldBeFound_asEachArticleTellsOfIt(String report, String key, Map<String, Object> description) {
        JsonNode candidates = Matches.candidates("/events/match", description);

        assertThat(Matches.id(candidates.get(0))).as(candidates.toPrettyString()).isEqualTo(Starter.id(key));
        assertThat(candidates.get(0).get("match").booleanValue()).as(candidates.toPrettyString()).isTrue();
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                Arguments.of("another day", event("Meeting of Volodymyr Zelensky and Emmanuel Macron in Paris", "2026-02-10", "kind", "bilateral",
                        "place", paris("Paris"), "participants", names("Zelensky", "Macron"))),
                Arguments.of("other persons", event("Meeting in Paris", "2026-01-06", "kind", "bilateral", "place", paris("Paris"), "participants",
                        names("Andrzej Duda", "Olaf Scholz"))),
                Arguments.of("another state", event("Meeting of Zelensky and Merz", "2026-01-06", "kind", "bilateral", "place",
                        Json.of("city", "Berlin", "stateId", Starter.id("state:DE")), "participants", names("Zelensky", "Friedrich Merz"))),
                Arguments.of("too little", Json.of("start", Json.of("date", "2026-01-06"), "place", paris("Paris"))),
                Arguments.of("no such summit", event("NATO summit in Ankara", "2026-07-07", "recordType", "summit", "participants", names("NATO"))),
                Arguments.of("a declaration", event("Paris summit of the Coalition of the Willing", "2025-09-04", "recordType", "declaration")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elsewhere")
    void event_shouldNotMatch_whenItIsAnother(String what, Map<String, Object> description) {
        Matches.candidates("/events/match", description)
                .forEach(each -> assertThat(each.get("match").booleanValue()).as(each.toPrettyString()).isFalse());
    }

    @Test
    void reasons_shouldTellWhatAgreedAndWhatDidNot() {
        JsonNode summit = Matches.of(Matches.candidates("/events/match", event("Summit al Coaliţiei Voluntarilor", "2026-01-07", "place", paris("Paris"),
                "kind", "bilateral", "participants", names("Zelenski", "Andrzej Duda"))), SUMMIT);

        assertThat(Matches.reasons(summit, "name")).containsExactly("agrees");
        assertThat(Matches.reasons(summit, "date")).containsExactly("agrees");
        assertThat(summit.get("reasons")).filteredOn(reason -> reason.get("feature").textValue().equals("date"))
                .allSatisfy(reason -> assertThat(reason.get("strength").doubleValue()).isEqualTo(0.6));
        assertThat(Matches.reasons(summit, "city")).containsExactly("agrees");
        assertThat(Matches.reasons(summit, "state")).containsExactly("agrees");
        assertThat(Matches.reasons(summit, "participant")).containsExactlyInAnyOrder("agrees", "contradicts");
    }

    @Test
    void state_shouldContradict_whereItIsAnother() {
        JsonNode talks = Matches.of(Matches.candidates("/events/match", event("Meeting of Volodymyr Zelensky and Emmanuel Macron in Paris", "2026-01-06",
                "place", Json.of("stateId", Starter.id("state:DE")), "participants", names("Zelensky", "Macron"))), BILATERAL);

        assertThat(Matches.reasons(talks, "state")).containsExactly("contradicts");
        assertThat(talks.get("match").booleanValue()).as("a grave contradiction").isFalse();
        assertThat(talks.get("score").doubleValue()).isLessThan(0.4);
    }

    @Test
    void participant_shouldAgree_byIdOrThroughTheStateInWhoseNameItCame() {
        Map<String, Object> description = Json.of("start", Json.of("date", "2026-01"), "participants",
                List.of(Json.of("actorId", Starter.id("person:emmanuel-macron")), Json.of("actorId", Starter.id("state:UA"))));

        JsonNode talks = Matches.of(Matches.candidates("/events/match", description), BILATERAL);

        assertThat(talks.get("reasons")).filteredOn(reason -> reason.get("feature").textValue().equals("participant"))
                .extracting(reason -> reason.get("found").textValue()).containsExactlyInAnyOrder("Emmanuel Macron", "Volodymyr Zelensky");
    }
}
