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

/** What two records say that cannot be said of one is answered before anything changes. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergeConflictTest {
    /** The one conflict of the two, answered alike by the dry run and the merge, which changes nothing. */
    private static JsonNode conflict(String collection, UUID gone, UUID kept) throws Exception {
        JsonNode dry = Merging.dryRun(collection, gone, kept).get("conflicts");
        JsonNode real = Api.body(Merging.send(collection, gone, kept, false), 409).get("errors");

        assertThat(dry).hasSize(1).isEqualTo(real);
        assertThat(Api.get(collection + "/" + gone).get("id").textValue()).isEqualTo(gone.toString());
        assertThat(Api.get(collection + "/" + kept).get("version").intValue()).isEqualTo(Api.get(collection + "/" + kept + "/revisions").get("items").size());
        return dry.get(0);
    }

    private static String code(String collection, UUID gone, UUID kept) throws Exception {
        return conflict(collection, gone, kept).get("code").textValue();
    }

    @Test
    void person_shouldNotMeetItself() throws Exception {
        UUID gone = Make.person();
        UUID kept = Make.person();
        JsonNode meeting = Make.meeting("participants", List.of(Make.participant(gone), Make.participant(kept, "role", "host")));
        JsonNode participant = Api.get("/meetings/" + Api.id(meeting), "include", "participants").at("/participants/0");
        JsonNode conflict = conflict("/people", gone, kept);

        assertThat(conflict.get("code").textValue()).isEqualTo("participates-twice");
        assertThat(conflict.get("recordId")).isEqualTo(participant.get("id"));
    }

    @Test
    void person_shouldNotHoldAnOfficeTwiceAtOnce() throws Exception {
        UUID office = Make.position(Make.state(), List.of("minister"));
        UUID gone = Make.person();
        UUID kept = Make.person();
        Make.occupancy(gone, office, "start", "2020-01-01", "end", "2022-01-01");
        Make.occupancy(kept, office, "start", "2021-01-01", "end", "2023-01-01");
        UUID later = Make.person();
        Make.occupancy(later, office, "start", "2024-01-01");

        assertThat(code("/people", gone, kept)).isEqualTo("holds-twice");
        assertThat(Merging.dryRun("/people", later, kept).get("conflicts")).isEmpty();
    }

    @Test
    void dates_shouldFitTogether() throws Exception {
        JsonNode conflict = conflict("/people", Make.person("birthDate", "1990"), Make.person("deathDate", "1980"));

        assertThat(conflict.get("code").textValue()).isEqualTo("end-before-start");
        assertThat(conflict.get("pointer").textValue()).isEqualTo("/deathDate");
    }

    @Test
    void actor_shouldNotOweItself_orSignTwice_orBelongTwice() throws Exception {
        UUID declaration = Api.id(Make.declaration());
        UUID debtor = Make.state();
        UUID creditor = Make.state();
        Api.create("/declarations/" + declaration + "/commitments", Make.commitment("obligorId", debtor, "beneficiaryId", creditor));
        UUID one = Make.state();
        UUID other = Make.state();
        Api.create("/declarations/" + declaration + "/signatures", Make.signature(one));
        Api.create("/declarations/" + declaration + "/signatures", Make.signature(other));
        UUID alliance = Make.organization("igo");
        UUID member = Make.state();
        UUID twin = Make.state();
        Make.membership(member, alliance, "start", "1999");
        Make.membership(twin, alliance, "start", "1999");

        assertThat(code("/states", creditor, debtor)).isEqualTo("owes-itself");
        assertThat(code("/states", one, other)).isEqualTo("signature-taken");
        assertThat(code("/states", member, twin)).isEqualTo("belongs-twice");
    }

    @Test
    void states_shouldNotHaveDifferentCodes() throws Exception {
        assertThat(code("/states", Make.state("identifiers", List.of(Json.of("scheme", "un-m49", "value", "991"))),
                Make.state("identifiers", List.of(Json.of("scheme", "un-m49", "value", "992"))))).isEqualTo("scheme-taken");
    }

    @Test
    void organization_shouldNotBeItsOwnParentOrMemberOrPredecessor() throws Exception {
        UUID parent = Make.organization("igo");
        UUID child = Make.organization("igo", "parentId", parent);
        UUID alliance = Make.organization("igo");
        UUID member = Make.organization("igo");
        Make.membership(member, alliance);
        UUID predecessor = Make.organization("igo");
        UUID successor = Make.organization("igo", "predecessorIds", List.of(predecessor));
        UUID other = Make.organization("igo");
        Make.organization("igo", "predecessorIds", List.of(parent, other));

        assertThat(code("/organizations", parent, child)).isEqualTo("own-parent");
        assertThat(code("/organizations", child, parent)).isEqualTo("own-parent");
        assertThat(code("/organizations", member, alliance)).isEqualTo("own-member");
        assertThat(code("/organizations", predecessor, successor)).isEqualTo("own-predecessor");
        assertThat(code("/organizations", parent, other)).isEqualTo("predecessor-twice");
    }

    @Test
    void event_shouldNotBePartOfItself_orRelatedToItself() throws Exception {
        UUID whole = Api.id(Make.meeting());
        UUID middle = Api.id(Make.meeting("partOfId", whole));
        UUID part = Api.id(Make.meeting("partOfId", middle));
        UUID follower = Api.id(Make.meeting("relations", List.of(Json.of("relation", "follows", "eventId", whole))));
        UUID other = Api.id(Make.meeting());
        Make.meeting("relations", List.of(Json.of("relation", "follows", "eventId", other), Json.of("relation", "follows", "eventId", follower)));

        assertThat(code("/meetings", whole, part)).isEqualTo("part-of-cycle");
        assertThat(code("/meetings", part, whole)).isEqualTo("part-of-cycle");
        assertThat(code("/meetings", follower, whole)).isEqualTo("own-relation");
        assertThat(code("/meetings", follower, other)).isEqualTo("relation-twice");
    }

    @Test
    void actor_shouldNotTakePartTwiceInOneRole() throws Exception {
        UUID person = Make.person();
        UUID gone = Api.id(Make.meeting("participants", List.of(Make.participant(person), Make.participant(Make.person()))));
        UUID kept = Api.id(Make.meeting("participants", List.of(Make.participant(person))));

        assertThat(code("/meetings", gone, kept)).isEqualTo("participation-taken");
    }

    @Test
    void source_shouldNotBeItsOwnOrigin_orFillASeatTwice() throws Exception {
        UUID origin = Make.source();
        UUID reprint = Make.source("originId", origin);
        UUID office = Make.presidency(Make.state());
        UUID early = Make.source("publishedDate", "2010-01-01");
        UUID late = Make.source("publishedDate", "2020-01-01");
        Make.occupancy(Make.person(), office, "citations", List.of(Json.of("sourceId", early)));
        Make.occupancy(Make.person(), office, "start", "2019-01-01", "end", "2021-01-01");

        assertThat(code("/sources", origin, reprint)).isEqualTo("own-origin");
        assertThat(code("/sources", early, late)).isEqualTo("seat-taken");
    }
}
