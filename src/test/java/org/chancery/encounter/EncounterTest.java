package org.chancery.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.chancery.fixture.Api;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class EncounterTest {
    private static final String ZELENSKY = id("person:volodymyr-zelensky");
    private static final String MACRON = id("person:emmanuel-macron");
    private static final String WITKOFF = id("person:steve-witkoff");
    private static final String UKRAINE = id("state:UA");
    private static final String UNITED_STATES = id("state:US");

    private static String id(String key) {
        return Starter.id(key).toString();
    }

    private static JsonPath between(String actor, String with, String... more) {
        var request = given().queryParam("actorId", actor).queryParam("withId", with);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i], more[i + 1]);
        }
        return request.get("/v1/encounters").then().statusCode(200).extract().jsonPath();
    }

    /** Question 4: when have Zelensky and Macron met: first, last, next, how often, as what? */
    @Test
    void encounters_shouldTellFirstLastNextHowOftenAndAsWhat() {
        JsonPath answer = between(ZELENSKY, MACRON);

        assertThat(answer.getString("actor.name.value")).isEqualTo("Volodymyr Zelensky");
        assertThat(answer.getString("withActor.name.value")).isEqualTo("Emmanuel Macron");
        assertThat(answer.getInt("summary.count")).isEqualTo(2);
        assertThat(answer.getInt("summary.days")).isEqualTo(1);
        // at the summit both were only expected
        assertThat(answer.getInt("summary.possible")).isEqualTo(1);
        assertThat(answer.getInt("summary.plannedCount")).isZero();
        assertThat(answer.getList("planned")).isEmpty();
        assertThat(answer.getMap("summary")).doesNotContainKey("next");
        assertThat(answer.getString("summary.first.id")).isEqualTo(id("meeting:2026-01-06-zelensky-arrival"));
        assertThat(answer.getString("summary.last.id")).isEqualTo(id("meeting:2026-01-06-zelensky-macron"));
        assertThat(answer.getList("items.id")).containsExactly(id("summit:2026-01-06-paris-coalition"),
                id("meeting:2026-01-06-zelensky-macron"), id("meeting:2026-01-06-zelensky-arrival"));
        assertThat(answer.getList("items.met")).containsExactly(false, true, true);

        assertThat(answer.getString("items[1].event.start.edtf")).isEqualTo("2026-01-06");
        assertThat(answer.getString("items[1].event.place.city")).isEqualTo("Paris");
        assertThat(answer.getBoolean("items[1].inPerson")).isTrue();
        assertThat(answer.getList("items[1].actorParticipants.capacity.functions")).containsExactly(List.of("head-of-state"));
        assertThat(answer.getList("items[1].actorParticipants.capacity.standing")).containsExactly("leader");
        assertThat(answer.getList("items[1].withParticipants.actorId")).containsExactly(MACRON);
        assertThat(answer.getList("items[1].withParticipants.onBehalfOfName.value")).containsExactly("France");
    }

    @Test
    void encounters_shouldBeTheSame_whoeverIsNamedFirst() {
        JsonPath one = between(ZELENSKY, MACRON);
        JsonPath other = between(MACRON, ZELENSKY);

        assertThat(other.getList("items.id")).isEqualTo(one.getList("items.id"));
        assertThat(other.getInt("summary.count")).isEqualTo(one.getInt("summary.count"));
        assertThat(other.getList("items[1].actorParticipants")).isEqualTo(one.getList("items[1].withParticipants"));
    }

    @Test
    void encounters_shouldSetWhatIsAheadApart_seenFromADay() {
        JsonPath before = between(ZELENSKY, WITKOFF, "asOf", "2026-01-05");
        JsonPath that = between(ZELENSKY, WITKOFF, "asOf", "2026-01-06");
        JsonPath after = between(ZELENSKY, WITKOFF, "asOf", "2026-01-07");

        assertThat(before.getInt("summary.count")).isZero();
        assertThat(before.getList("items")).isEmpty();
        assertThat(before.getList("planned.id")).containsExactly(id("meeting:2026-01-06-us-ukrainian-delegations"),
                id("meeting:2026-01-06-lunch-witkoff-kushner"), id("summit:2026-01-06-paris-coalition"),
                id("meeting:2026-01-06-evening-delegations"));
        assertThat(before.getInt("summary.plannedCount")).isEqualTo(4);
        // what became of them nobody knew that day
        assertThat(before.getList("planned.met")).containsOnly(false);
        assertThat(before.getBoolean("summary.next.met")).isFalse();
        assertThat(between(ZELENSKY, WITKOFF, "asOf", "2026-01-05", "status", "held", "met", "true").getList("items")).isEmpty();
        assertThat(before.getString("summary.next.id")).isEqualTo(id("meeting:2026-01-06-us-ukrainian-delegations"));

        assertThat(that.getInt("summary.count")).isEqualTo(2);
        assertThat(that.getList("planned.id")).containsExactly(id("meeting:2026-01-06-evening-delegations"));
        assertThat(that.getList("planned.met")).containsExactly(false);
        assertThat(that.getString("summary.next.event.status")).isEqualTo("announced");

        assertThat(after.getInt("summary.count")).isEqualTo(2);
        assertThat(after.getList("planned")).isEmpty();
    }

    @Test
    void kind_shouldBeAWordOfTheContract() {
        given().queryParam("actorId", ZELENSKY).queryParam("withId", WITKOFF).queryParam("kind", "bilaterl").get("/v1/encounters").then()
                .statusCode(400).body("errors[0].parameter", equalTo("kind"));
        given().queryParam("kind", "speach").get("/v1/events").then().statusCode(400).body("errors[0].detail", containsString("speech"));
    }

    @Test
    void encounters_shouldBeOfStates_whenSomebodyTookPartInTheirName() {
        JsonPath answer = between(UKRAINE, UNITED_STATES, "met", "true", "sort", "start");

        assertThat(answer.getList("items.id")).startsWith(id("meeting:2025-11-23-geneva-ukraine-us"),
                id("meeting:2025-12-28-zelensky-trump-mar-a-lago"));
        assertThat(answer.getList("items[1].withParticipants.actorId")).containsExactly(id("person:donald-trump"));
        // no source says how the delegations took part
        assertThat(answer.getMap("items[0]")).doesNotContainKey("inPerson");
        assertThat(answer.getInt("summary.count")).isEqualTo(answer.getList("items").size());
    }

    @Test
    void encounters_shouldNotBeWithThoseInWhoseNameOneActs() {
        JsonPath answer = between(ZELENSKY, id("state:FR"), "met", "true");
        JsonPath own = between(MACRON, id("state:FR"));

        assertThat(answer.getList("items.withParticipants.actorId.flatten()")).containsOnly(MACRON);
        assertThat(own.getList("items")).isEmpty();
        assertThat(own.getInt("summary.count")).isZero();
    }

    @Test
    void encounters_shouldBeNone_whenOneIsNoActor() {
        JsonPath answer = between(id("summit:2026-01-06-paris-coalition"), MACRON);

        assertThat(answer.getMap("")).doesNotContainKey("actor").containsKey("withActor");
        assertThat(answer.getList("items")).isEmpty();
    }

    @Test
    void calls_shouldNotBeInPerson() {
        JsonPath answer = between(id("person:sergei-lavrov"), id("person:hakan-fidan"));

        assertThat(answer.getList("items.inPerson")).containsExactly(false);
        assertThat(answer.getList("items.met")).containsExactly(true);
    }

    @Test
    void encounters_shouldBeFiltered() {
        assertThat(between(ZELENSKY, MACRON, "kind", "bilateral").getList("items.id")).containsExactly(id("meeting:2026-01-06-zelensky-macron"));
        assertThat(between(ZELENSKY, MACRON, "kind", "bilateral").getInt("summary.count")).isEqualTo(1);
        assertThat(between(ZELENSKY, MACRON, "startTo", "2026-01-05").getList("items")).isEmpty();
        assertThat(between(ZELENSKY, WITKOFF, "status", "announced").getList("items.id"))
                .containsExactly(id("meeting:2026-01-06-evening-delegations"));
        assertThat(between(ZELENSKY, MACRON, "met", "false").getList("items.id")).containsExactly(id("summit:2026-01-06-paris-coalition"));
    }

    @Test
    void encounters_shouldBePaged() {
        JsonPath first = between(ZELENSKY, MACRON, "limit", "2", "includeTotal", "true");
        JsonPath second = between(ZELENSKY, MACRON, "limit", "2", "cursor", first.getString("nextCursor"));

        assertThat(first.getInt("total")).isEqualTo(3);
        assertThat(first.getList("items")).hasSize(2);
        assertThat(second.getList("items.id")).containsExactly(id("meeting:2026-01-06-zelensky-arrival"));
        assertThat(second.getMap("")).doesNotContainKey("nextCursor");
        assertThat(second.getInt("summary.count")).isEqualTo(2);
        given().queryParam("actorId", MACRON).queryParam("withId", ZELENSKY).queryParam("limit", 2)
                .queryParam("cursor", first.getString("nextCursor")).get("/v1/encounters").then().statusCode(400);
    }

    @Test
    void encounters_shouldShowNoActor_whereItWasRetracted() {
        JsonNode person = Api.get("/people/" + Make.person());
        Api.delete("/people/" + person.get("id").textValue(), person);
        JsonPath answer = between(person.get("id").textValue(), MACRON);

        assertThat(answer.getMap("")).doesNotContainKey("actor").containsKey("withActor");
        assertThat(answer.getInt("summary.count")).isZero();
    }

    @Test
    void encounters_shouldTakeTheSameNumberOfStatements_howeverMany() {
        // the first cursor of all makes the key that signs it
        between(ZELENSKY, MACRON, "limit", "1");
        assertThat(Statements.of(() -> between(ZELENSKY, MACRON, "limit", "1"))).hasSizeLessThanOrEqualTo(11);
        assertThat(Statements.of(() -> between(UKRAINE, UNITED_STATES, "limit", "200"))).hasSizeLessThanOrEqualTo(11);
    }
}
