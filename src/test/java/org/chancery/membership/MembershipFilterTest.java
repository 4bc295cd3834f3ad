package org.chancery.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class MembershipFilterTest {
    private static UUID state;
    private static UUID person;
    private static UUID office;
    private static UUID alliance;
    private static Rows rows;

    private static synchronized Rows rows() {
        if (rows == null) {
            state = Make.state();
            person = Make.person();
            alliance = Make.organization("igo");
            office = Make.position(state, List.of("adviser"));
            Make.occupancy(person, office, "start", "2015-01-01");
            rows = new Rows("/memberships");
            rows.put("state", Api.id(Make.membership(state, alliance, "start", "2000-01-01", "end", "2009-12-31")));
            rows.put("person", Api.id(Make.membership(person, Make.organization("delegation"), "start", "2010-01-01")));
            rows.put("other", Api.id(Make.membership(Make.state(), alliance, "start", "2012-01-01")));
        }
        return rows;
    }

    @Test
    void personId_shouldSelectMembershipsOfThePerson() {
        assertThat(rows().where("personId", person)).containsExactly("person");
    }

    @Test
    void personId_shouldSelectNothing_whenItIsAState() {
        assertThat(rows().where("personId", state)).isEmpty();
    }

    @Test
    void actorId_shouldSelectMembershipsOfAnyMember() {
        Rows all = rows();

        assertThat(all.where("actorId", state)).containsExactly("state");
        assertThat(all.where("actorId", state, "actorId", person)).containsExactly("state", "person");
    }

    @Test
    void organizationId_shouldSelectItsMembers() {
        assertThat(rows().where("organizationId", alliance)).containsExactly("state", "other");
    }

    @Test
    void positionId_shouldSelectMembershipsOfItsHolders() {
        assertThat(rows().where("positionId", office)).containsExactly("person");
    }

    @Test
    void positionId_shouldSelectByTheDate_whenAsOf() {
        Rows all = rows();

        assertThat(all.where("positionId", office, "asOf", "2016-01-01")).containsExactly("person");
        assertThat(all.where("positionId", office, "asOf", "2012-01-01")).isEmpty();
    }

    @Test
    void asOf_shouldSelectThoseOfTheDay() {
        assertThat(rows().where("asOf", "2005-01-01")).containsExactly("state");
    }

    @Test
    void heldFromAndTo_shouldSelectThoseWithinThem() {
        Rows all = rows();

        assertThat(all.where("heldFrom", "2010-01-01", "heldTo", "2011-01-01")).containsExactly("person");
        assertThat(all.where("heldTo", "2009-01-01")).containsExactly("state");
    }

    @Test
    void sort_shouldFollowTheNameOfTheMember_whenItIsRenamed() {
        rows();
        UUID renamed = Make.person("names", Make.names("Aabo"));
        Rows two = new Rows("/memberships").put("renamed", Api.id(Make.membership(renamed, alliance)))
                .put("other", Api.id(Make.membership(Make.person("names", Make.names("Mabo")), alliance)));
        assertThat(two.where("sort", "name")).containsExactly("renamed", "other");

        Api.patch("/people/" + renamed, Api.get("/people/" + renamed), Json.of("names", Make.names("Zabo")));

        assertThat(two.where("sort", "name")).containsExactly("other", "renamed");
        assertThat(two.where("sort", "-name")).containsExactly("renamed", "other");
    }
}
