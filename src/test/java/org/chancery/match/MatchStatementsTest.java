package org.chancery.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred descriptions take as many SQL statements as one. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MatchStatementsTest {
    private static final int MOST = 14;
    private static final List<String> PERSONS = List.of("Zelensky", "Macron", "Кушнер", "Keir Starmer", "Nobody Atall");

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("/people/match", (IntFunction<Map<String, Object>>) i -> Matches.named(PERSONS.get(i % PERSONS.size()),
                        "identifiers", List.of(Json.of("scheme", "opensanctions", "value", "no-one-" + i)), "birthDate", "19" + (10 + i % 90),
                        "offices", List.of(Json.of("title", "President " + i, "ofActorId", Starter.id("state:UA"))))),
                Arguments.of("/organizations/match", (IntFunction<Map<String, Object>>) i -> Matches.named("NATO", "stateId", Starter.id("state:UA"))),
                Arguments.of("/states/match", (IntFunction<Map<String, Object>>) i -> Matches.named("Франція", "capital", "Paris")),
                Arguments.of("/events/match", (IntFunction<Map<String, Object>>) i -> Json.of("names", List.of(Json.of("value", "Paris summit " + i)),
                        "start", Json.of("date", "2026-01-06"), "place", Json.of("city", "Paris", "stateId", Starter.id("state:FR")),
                        "identifiers", List.of(Json.of("scheme", "wikidata", "value", "Q" + (1000 + i))),
                        "participants", List.of(Json.of("reportedName", PERSONS.get(i % PERSONS.size())),
                                Json.of("actorId", Starter.id("person:emmanuel-macron"))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void match_shouldTakeAsManyStatementsForAHundredAsForOne(String path, IntFunction<Map<String, Object>> description) {
        List<String> one = statements(path, description, 1);
        List<String> hundred = statements(path, description, 100);

        assertThat(hundred).as(String.join("\n", hundred)).hasSize(one.size()).hasSizeLessThanOrEqualTo(MOST);
        System.out.println(path + ": " + one.size() + " statements for 1 and for 100 descriptions");
    }

    private static List<String> statements(String path, IntFunction<Map<String, Object>> description, int count) {
        List<Object> descriptions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            descriptions.add(description.apply(i));
        }
        return Statements.of(() -> Api.body(Api.post(path, Json.of("descriptions", descriptions)), 200));
    }
}
