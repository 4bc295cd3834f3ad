package org.chancery.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Volume;
import org.chancery.search.Spellings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The starter data among 250 states, 12,000 persons and 200,000 events: found first, by the indexes of the keys of names. */
@QuarkusTest
@TestProfile(VolumeProfile.class)
class SearchPlanTest {
    /** What a step of a plan may read of the million keys that there are. */
    private static final long BOUND = 20_000;

    @BeforeEach
    void fill() throws SQLException {
        VolumeProfile.fill();
        Plans.listen();
    }

    @TestFactory
    Stream<DynamicTest> eachSpelling_shouldFindItsRecordFirst_byIndexes() {
        return Spellings.ALL.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(typed -> dynamicTest(typed, () -> {
            JsonNode hits = Api.get("/search", "q", typed).get("items");
            assertThat(hits.at("/0/id").textValue()).as(hits.toString()).isEqualTo(Starter.id(entry.getKey()).toString());

            List<JsonNode> plans = Plans.assertBounded("/search?q=" + typed, BOUND);
            Set<String> indexes = plans.stream().flatMap(plan -> Volume.nodes(plan.get("Plan")).stream())
                    .map(node -> node.path("Index Name").asText()).collect(Collectors.toSet());
            assertThat(indexes).contains("name_key_by_key", "name_key_by_entity_word", "name_key_by_event_word", "name_key_by_entity_likeness");
        })));
    }
}
