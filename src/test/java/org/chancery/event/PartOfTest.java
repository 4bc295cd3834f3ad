package org.chancery.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class PartOfTest {
    private JsonNode summit;
    private UUID whole;

    @BeforeEach
    void make() {
        summit = Make.summit("start", Make.day("2030-05-05"));
        whole = Api.id(summit);
    }

    @Test
    void children_shouldBeThePartsOfAnyTypeInOrder_whenIncluded() {
        UUID late = Api.id(Make.meeting("partOfId", whole, "start", Make.day("2030-05-06")));
        UUID early = Api.id(Make.declaration("partOfId", whole, "start", Make.day("2030-05-05")));

        assertThat(Api.get("/summits/" + whole, "include", "children").get("children").findValuesAsText("id"))
                .containsExactly(early.toString(), late.toString());
    }

    @Test
    void partOf_shouldBeTheWhole_whenIncluded() {
        UUID part = Api.id(Make.meeting("partOfId", whole));
        JsonNode meeting = Api.get("/meetings/" + part, "include", "partOf");

        assertThat(meeting.get("partOfId").textValue()).isEqualTo(whole.toString());
        assertThat(meeting.at("/partOf/id").textValue()).isEqualTo(whole.toString());
        assertThat(meeting.at("/partOf/href").textValue()).isEqualTo("/v1/summits/" + whole);
    }

    @Test
    void partOfId_shouldBeRefused_whenTheEventItself() {
        JsonNode error = Api.error(Api.sendPatch("/summits/" + whole, summit, Json.of("partOfId", whole)), 422);

        assertThat(error.get("code").textValue()).isEqualTo("part-of-cycle");
        assertThat(error.get("pointer").textValue()).isEqualTo("/partOfId");
    }

    @Test
    void partOfId_shouldBeRefused_whenAPartOfItsParts() {
        UUID session = Api.id(Make.meeting("partOfId", whole));
        UUID statement = Api.id(Make.declaration("partOfId", session));
        JsonNode error = Api.error(Api.sendPatch("/summits/" + whole, summit, Json.of("partOfId", statement)), 422);

        assertThat(error.get("code").textValue()).isEqualTo("part-of-cycle");
        assertThat(Api.get("/summits/" + whole).get("version").intValue()).isEqualTo(1);
    }

    @Test
    void partOfId_shouldBeRefused_whenItIsNoEvent() {
        JsonNode error = Api.error(Api.sendPatch("/summits/" + whole, summit, Json.of("partOfId", Make.person())), 422);

        assertThat(error.get("code").textValue()).isEqualTo("reference-type");
    }

    @Test
    void event_shouldNotBeRetracted_whileItHasParts() {
        UUID part = Api.id(Make.meeting("partOfId", whole));
        JsonNode error = Api.error(Api.sendDelete("/summits/" + whole, summit), 409);

        assertThat(error.get("recordId").textValue()).isEqualTo(part.toString());
    }
}
