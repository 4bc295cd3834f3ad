package org.chancery.merge;

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
import org.junit.jupiter.api.Test;

/** A merge is undone, also when things were changed since. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class UnmergeTest {
    private static final String PEOPLE = "/people";

    private static String name(UUID person) {
        return Api.get("/people/" + person).at("/name/value").textValue();
    }

    private static void patch(String path, Object... members) {
        Api.patch(path, Api.get(path), Json.of(members));
    }

    @Test
    void laterAdditions_shouldStayAtTheSurvivor() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person("description", "somebody", "birthDate", "1970");
        String name = name(gone);
        Merging.merge(PEOPLE, gone, kept);
        UUID later = Api.id(Make.membership(kept, Make.organization("party")));
        JsonNode merged = Api.get("/people/" + kept, "include", "names");
        patch("/people/" + kept, "description", "somebody else", "names",
                List.of(Make.name(name(kept), "en"), Json.of("value", name, "lang", "en", "kind", "common"), Make.name("Later", "fr")));
        JsonNode back = Merging.unmerge(PEOPLE, gone);
        JsonNode left = Api.get("/people/" + kept, "include", "names");

        assertThat(merged.get("names")).hasSize(2);
        assertThat(back.at("/name/value").textValue()).isEqualTo(name);
        assertThat(back.get("description").textValue()).isEqualTo("somebody");
        assertThat(left.get("names").findValuesAsText("value")).hasSize(2).contains("Later").doesNotContain(name);
        assertThat(left.get("description").textValue()).isEqualTo("somebody else");
        assertThat(left.has("birthDate")).isFalse();
        assertThat(Api.get("/memberships/" + later).get("memberId").textValue()).isEqualTo(kept.toString());
    }

    @Test
    void whatWasTurnedElsewhere_shouldStayThere() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        UUID third = Make.person();
        UUID turned = Api.id(Make.membership(gone, Make.organization("party")));
        UUID left = Api.id(Make.membership(gone, Make.organization("party")));
        UUID retracted = Api.id(Make.membership(gone, Make.organization("party")));
        Merging.merge(PEOPLE, gone, kept);
        patch("/memberships/" + turned, "memberId", third);
        Api.delete("/memberships/" + retracted, Api.get("/memberships/" + retracted));
        Merging.unmerge(PEOPLE, gone);

        assertThat(Api.get("/memberships/" + turned).get("memberId").textValue()).isEqualTo(third.toString());
        assertThat(Api.get("/memberships/" + left).get("memberId").textValue()).isEqualTo(gone.toString());
        assertThat(Api.fetch("/memberships/" + retracted).statusCode()).isEqualTo(410);
    }

    @Test
    void unmerge_shouldBeRefused_whileItsIdentifierIsTaken() throws Exception {
        Object identifiers = List.of(Json.of("scheme", "opensanctions", "value", Make.unique("U").replace(' ', '-')));
        UUID kept = Make.person();
        UUID gone = Make.person("identifiers", identifiers);
        Merging.merge(PEOPLE, gone, kept);
        patch("/people/" + kept, "identifiers", List.of());
        UUID taker = Make.person("identifiers", identifiers);
        JsonNode error = Api.error(Merging.sendUnmerge(PEOPLE, gone), 409);

        assertThat(error.get("code").textValue()).isEqualTo("identifier-taken");
        assertThat(error.get("recordId").textValue()).isEqualTo(taker.toString());
        assertThat(Merging.fetch("/people/" + gone).statusCode()).isEqualTo(308);
    }

    @Test
    void unmerge_shouldBeRefused_whileTheSurvivorIsNotThere() throws Exception {
        UUID kept = Make.person();
        UUID gone = Make.person();
        UUID last = Make.person();
        Merging.merge(PEOPLE, gone, kept);
        Merging.merge(PEOPLE, kept, last);
        JsonNode merged = Api.error(Merging.sendUnmerge(PEOPLE, gone), 409);

        assertThat(merged.get("code").textValue()).isEqualTo("survivor-merged");
        assertThat(merged.get("recordId").textValue()).isEqualTo(kept.toString());
        Merging.unmerge(PEOPLE, kept);
        Api.delete("/people/" + kept, Api.get("/people/" + kept));
        assertThat(Api.error(Merging.sendUnmerge(PEOPLE, gone), 409).get("code").textValue()).isEqualTo("survivor-retracted");
    }

    @Test
    void unmerge_shouldBeRefused_whenNothingIsMerged() {
        assertThat(Api.error(Merging.sendUnmerge(PEOPLE, Make.person()), 409).get("code").textValue()).isEqualTo("not-merged");
        assertThat(Merging.sendUnmerge(PEOPLE, UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void unmerge_shouldBeRefused_whenWhatTheRecordNeedsIsGone() throws Exception {
        UUID parent = Make.organization("igo");
        UUID kept = Make.organization("igo", "parentId", Make.organization("igo"));
        UUID gone = Make.organization("igo", "parentId", parent);
        Merging.merge("/organizations", gone, kept);
        Api.delete("/organizations/" + parent, Api.get("/organizations/" + parent));
        JsonNode error = Api.error(Merging.sendUnmerge("/organizations", gone), 409);

        assertThat(error.get("pointer").textValue()).isEqualTo("/parentId");
        assertThat(error.get("recordId").textValue()).isEqualTo(parent.toString());
    }

    @Test
    void merges_shouldBeUndoneInAnyOrder() throws Exception {
        String shared = Make.unique("Shared");
        UUID kept = Make.person();
        UUID first = Make.person("names", List.of(Make.name(shared, "en")), "description", "the first");
        UUID second = Make.person("names", List.of(Make.name(shared, "en"), Make.name("Deuxième", "fr")), "description", "the second");
        JsonNode before = Api.get("/people/" + kept, "include", "names");
        Merging.merge(PEOPLE, first, kept);
        Merging.merge(PEOPLE, second, kept);
        Merging.unmerge(PEOPLE, first);
        JsonNode between = Api.get("/people/" + kept, "include", "names");
        Merging.unmerge(PEOPLE, second);
        JsonNode after = Api.get("/people/" + kept, "include", "names");

        assertThat(between.get("description").textValue()).isEqualTo("the second");
        assertThat(between.get("names").findValuesAsText("value")).contains(shared, "Deuxième");
        assertThat(after.get("names")).isEqualTo(before.get("names"));
        assertThat(after.has("description")).isFalse();
    }

    @Test
    void schedules_shouldComeBackWithTheirEvent() throws Exception {
        UUID kept = Api.id(Make.meeting("start", Make.day("2027-01-06")));
        UUID gone = Api.id(Make.meeting("start", Make.day("2027-01-06")));
        patch("/meetings/" + gone, "start", Make.day("2027-01-08"), "scheduleReason", "fog");
        JsonNode before = Api.get("/meetings/" + gone, "include", "scheduleRevisions");
        Merging.merge("/meetings", gone, kept);
        JsonNode back = Merging.unmerge("/meetings", gone);

        assertThat(back.get("scheduleSequence").intValue()).isEqualTo(1);
        assertThat(Api.get("/meetings/" + gone, "include", "scheduleRevisions").get("scheduleRevisions")).isEqualTo(before.get("scheduleRevisions"));
    }
}
