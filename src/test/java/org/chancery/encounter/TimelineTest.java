package org.chancery.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class TimelineTest {
    private static List<String> entries(JsonNode page) {
        List<String> entries = new ArrayList<>();
        page.get("items").forEach(item -> entries.add(item.get("entry").textValue() + " " + item.at("/at/edtf").asText()));
        return entries;
    }

    @Test
    void timeline_shouldHaveOfficesAndEventsInOneOrder() {
        UUID person = Make.person();
        UUID state = Make.state();
        UUID office = Make.presidency(state);
        Make.occupancy(person, office, "start", "2030-05-01", "end", "2030-05-01");
        UUID later = Api.id(Make.occupancy(person, office, "start", "2031-02"));
        List<Object> taking = List.of(Make.participant(person, "onBehalfOfId", state));
        Make.meeting("start", Json.of("date", "2030-05-01", "time", "10:00", "zone", "Europe/Kyiv"), "participants", taking);
        UUID pledge = Api.id(Make.declaration("start", Make.day("2030-07-01")));
        Api.create("/declarations/" + pledge + "/signatures", Json.of("actorId", person, "action", "signed"));
        Make.summit("participants", taking);
        Make.occupancy(person, Make.presidency(Make.state()), "start", "2029-01-01", "designate", true);

        JsonNode all = Api.get("/people/" + person + "/timeline", "includeTotal", true);

        assertThat(entries(all)).containsExactly("office-taken 2030-05-01", "meeting 2030-05-01", "office-left 2030-05-01",
                "declaration 2030-07-01", "office-taken 2031-02", "summit ");
        assertThat(all.get("total").intValue()).isEqualTo(6);
        assertThat(all.at("/items/4/occupancy/id").textValue()).isEqualTo(later.toString());
        assertThat(all.at("/items/1/event/place").isMissingNode()).isTrue();
        assertThat(entries(Api.get("/states/" + state + "/timeline"))).containsExactly("office-taken 2030-05-01", "meeting 2030-05-01",
                "office-left 2030-05-01", "office-taken 2031-02", "summit ");
        assertThat(entries(Api.get("/people/" + person + "/timeline", "entry", "office-left"))).containsExactly("office-left 2030-05-01");
        assertThat(entries(Api.get("/people/" + person + "/timeline", "startFrom", "2030-06-01", "startTo", "2031-02-01")))
                .containsExactly("declaration 2030-07-01", "office-taken 2031-02");
    }

    @Test
    void timeline_shouldHaveTheDayOfTheSummit() {
        JsonNode day = Api.get("/people/" + Starter.id("person:volodymyr-zelensky") + "/timeline", "startFrom", "2026-01-06",
                "startTo", "2026-01-06", "entry", "meeting", "limit", 200);

        assertThat(Api.ids(day)).contains(Starter.id("meeting:2026-01-06-zelensky-macron"), Starter.id("meeting:2026-01-06-us-ukrainian-delegations"));
        assertThat(Api.ids(day)).isEqualTo(Api.ids(Api.get("/events", "participantId", Starter.id("person:volodymyr-zelensky"),
                "startFrom", "2026-01-06", "startTo", "2026-01-06", "recordType", "meeting", "limit", 200)));
    }

    @Test
    void timeline_shouldBePaged() {
        String path = "/states/" + Starter.id("state:UA") + "/timeline";
        for (String sort : List.of("start", "-start")) {
            List<String> whole = entries(Api.get(path, "sort", sort, "limit", 200));
            List<String> paged = new ArrayList<>();
            JsonNode page = Api.get(path, "sort", sort, "limit", 4);
            paged.addAll(entries(page));
            while (page.has("nextCursor")) {
                page = Api.get(path, "sort", sort, "limit", 4, "cursor", page.get("nextCursor").textValue());
                paged.addAll(entries(page));
            }

            assertThat(paged).hasSizeGreaterThan(8).containsExactlyElementsOf(whole);
        }
    }

    @Test
    void timeline_shouldTakeTheSameNumberOfStatements_howeverMany() {
        String path = "/states/" + Starter.id("state:UA") + "/timeline";
        // the first cursor of all makes the key that signs it
        Api.get(path, "limit", 1);
        assertThat(Statements.of(() -> Api.get(path, "limit", 200))).hasSizeLessThanOrEqualTo(8);
        assertThat(Statements.of(() -> Api.get(path, "limit", 20))).hasSizeLessThanOrEqualTo(8);
    }
}
