package org.chancery.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class StateFilterTest {
    @ParameterizedTest
    @ValueSource(strings = {"FR", "FRA", "250", "fr"})
    void code_shouldSelectTheState(String code) {
        assertThat(Api.ids(Api.get("/states", "code", code))).containsExactly(Starter.id("state:FR"));
    }

    @Test
    void code_shouldSelectAny_whenRepeated() {
        assertThat(Api.ids(Api.get("/states", "code", "FR", "code", "UKR")))
                .containsExactlyInAnyOrder(Starter.id("state:FR"), Starter.id("state:UA"));
    }

    @Test
    void code_shouldSelectNothing_whenOfAnotherScheme() {
        Make.state("identifiers", List.of(Json.of("scheme", "opensanctions", "value", "FRX")));

        assertThat(Api.ids(Api.get("/states", "code", "FRX"))).isEmpty();
    }

    @Test
    void name_shouldMatchInAnyLanguage() {
        assertThat(Api.ids(Api.get("/states", "name", "франція"))).containsExactly(Starter.id("state:FR"));
    }

    @Test
    void asOf_shouldSelectThoseThatExist() {
        Rows rows = new Rows("/states").put("gone", Make.state("validFrom", "1950", "validTo", "1990-10-03"))
                .put("new", Make.state("validFrom", "1991-08-24")).put("always", Make.state());

        assertThat(rows.where("asOf", "1980-01-01")).containsExactlyInAnyOrder("gone", "always");
        assertThat(rows.where("asOf", "2000-01-01")).containsExactlyInAnyOrder("new", "always");
    }

    @Test
    void asOfMode_shouldLeaveOutTheDoubtful_whenCertain() {
        Rows rows = new Rows("/states").put("doubtful", Make.state("validFrom", "1950")).put("old", Make.state("validFrom", "1949"));

        assertThat(rows.where("asOf", "1950-06-01")).containsExactlyInAnyOrder("doubtful", "old");
        assertThat(rows.where("asOf", "1950-06-01", "asOfMode", "certain")).containsExactly("old");
    }
}
