package org.chancery.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class OccupancyFilterTest {
    private static UUID state;
    private static UUID ministry;
    private static UUID minister;
    private static Rows rows;

    private static synchronized Rows rows() {
        if (rows == null) {
            state = Make.state();
            ministry = Make.position(state, List.of("minister"), "seats", 1);
            minister = Make.person();
            rows = new Rows("/occupancies");
            rows.put("first", Api.id(Make.occupancy(minister, ministry, "start", "2000-01-01", "end", "2004-12-31")));
            rows.put("second", Api.id(Make.occupancy(Make.person(), ministry, "start", "2004-12-31", "end", "2010-06-30")));
            rows.put("other", Api.id(Make.occupancy(minister, Make.position(Make.state(), List.of("adviser")), "start", "2011")));
        }
        return rows;
    }

    @Test
    void personId_shouldSelectOfficesOfThePerson() {
        assertThat(rows().where("personId", minister)).containsExactly("first", "other");
    }

    @Test
    void positionId_shouldSelectHoldersOfTheOffice() {
        assertThat(rows().where("positionId", ministry)).containsExactly("first", "second");
    }

    @Test
    void actorId_shouldSelectOfficesOfTheActor() {
        assertThat(rows().where("actorId", state)).containsExactly("first", "second");
    }

    @Test
    void filters_shouldAllHold_whenTogether() {
        assertThat(rows().where("actorId", state, "personId", minister)).containsExactly("first");
    }

    @Test
    void asOf_shouldSelectThoseHeldOnTheDay() {
        assertThat(rows().where("asOf", "2003-05-05")).containsExactly("first");
    }

    @Test
    void asOf_shouldSelectBoth_whenTheDayOfTheHandover() {
        assertThat(rows().where("asOf", "2004-12-31")).containsExactly("first", "second");
    }

    @Test
    void heldFrom_shouldSelectThoseHeldOnOrAfterIt() {
        assertThat(rows().where("heldFrom", "2010-06-30")).containsExactly("second", "other");
    }

    @Test
    void heldTo_shouldSelectThoseHeldOnOrBeforeIt() {
        assertThat(rows().where("heldTo", "2004-12-30")).containsExactly("first");
    }

    @Test
    void heldFromAndTo_shouldSelectThoseHeldWithinThem() {
        assertThat(rows().where("heldFrom", "2005-01-01", "heldTo", "2010-12-31")).containsExactly("second");
    }
}
