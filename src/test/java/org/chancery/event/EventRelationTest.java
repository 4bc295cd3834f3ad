package org.chancery.event;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class EventRelationTest {
    private UUID summit;
    private JsonNode talks;

    @BeforeEach
    void make() {
        summit = Api.id(Make.summit());
        talks = Make.meeting("relations", List.of(Json.of("relation", "prepares", "eventId", summit)));
    }

    private static JsonNode relations(String path) {
        return Api.get(path, "include", "relations").get("relations");
    }

    @Test
    void relation_shouldBeOutgoing_onTheEventThatStatesIt() {
        JsonNode relation = relations("/meetings/" + Api.id(talks)).get(0);

        assertThat(relation.get("relation").textValue()).isEqualTo("prepares");
        assertThat(relation.get("direction").textValue()).isEqualTo("outgoing");
        assertThat(relation.get("eventId").textValue()).isEqualTo(summit.toString());
        assertThat(relation.at("/event/href").textValue()).isEqualTo("/v1/summits/" + summit);
    }

    @Test
    void relation_shouldBeIncoming_onTheOtherEvent() {
        JsonNode relation = relations("/summits/" + summit).get(0);

        assertThat(relation.get("relation").textValue()).isEqualTo("prepares");
        assertThat(relation.get("direction").textValue()).isEqualTo("incoming");
        assertThat(relation.get("eventId").textValue()).isEqualTo(talks.get("id").textValue());
    }

    @Test
    void relations_shouldBeReplacedWhole_whenPatched() {
        UUID other = Api.id(Make.summit());
        Api.patch("/meetings/" + Api.id(talks), talks, Json.of("relations", List.of(Json.of("relation", "follows", "eventId", other))));

        assertThat(relations("/meetings/" + Api.id(talks)).findValuesAsText("relation")).containsExactly("follows");
        assertThat(relations("/summits/" + summit)).isEmpty();
    }

    @Test
    void relation_shouldBeRefused_whenToItself() {
        JsonNode error = Api.error(Api.sendPatch("/meetings/" + Api.id(talks), talks,
                Json.of("relations", List.of(Json.of("relation", "follows", "eventId", Api.id(talks))))), 422);

        assertThat(error.get("code").textValue()).isEqualTo("own-relation");
    }

    @Test
    void relation_shouldBeRefused_whenGivenTwice() {
        Object relation = Json.of("relation", "follows", "eventId", summit);
        JsonNode error = Api.error(Api.sendPatch("/meetings/" + Api.id(talks), talks, Json.of("relations", List.of(relation, relation))), 422);

        assertThat(error.get("code").textValue()).isEqualTo("duplicate");
    }

    @Test
    void series_shouldBeShown_whenIncluded() {
        UUID series = Make.series();
        UUID first = Api.id(Make.summit("seriesId", series, "ordinal", 1, "start", Make.day("2030")));
        UUID second = Api.id(Make.summit("seriesId", series, "ordinal", 2, "start", Make.day("2031")));
        JsonNode summitOfSeries = Api.get("/summits/" + second, "include", "series");

        assertThat(summitOfSeries.at("/series/id").textValue()).isEqualTo(series.toString());
        assertThat(summitOfSeries.get("ordinal").intValue()).isEqualTo(2);
        assertThat(Api.ids(Api.get("/summits", "seriesId", series))).containsExactly(first, second);
    }
}
