package org.chancery.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class MembershipAsOfTest {
    private UUID alliance;
    private UUID state;

    @BeforeEach
    void make() {
        alliance = Make.organization("igo");
        state = Make.state();
    }

    private Rows membership(Object... more) {
        return new Rows("/memberships").put("it", Api.id(Make.membership(state, alliance, more)));
    }

    @Test
    void start_shouldCountFromTheFirstAttestedDay_whenUnknown() {
        Rows rows = membership("citations", Make.attestedOn("2015-03-01"));

        assertThat(rows.where("asOf", "2015-02-28")).isEmpty();
        assertThat(rows.where("asOf", "2015-03-01")).containsExactly("it");
    }

    @Test
    void end_shouldBeOpenButUncertain_whenUnknown() {
        Rows rows = membership("start", "2000-01-01", "citations", Make.attestedOn("2015-03-01"));

        assertThat(rows.where("asOf", "2020-01-01")).containsExactly("it");
        assertThat(rows.where("asOf", "2020-01-01", "asOfMode", "certain")).isEmpty();
        assertThat(rows.where("asOf", "2015-03-01", "asOfMode", "certain")).containsExactly("it");
    }

    @Test
    void end_shouldBeTheLastAttestedDay_whenEnded() {
        Rows rows = membership("start", "2000-01-01", "ended", true, "citations", Make.attestedOn("2015-03-01"));

        assertThat(rows.where("asOf", "2015-03-02")).isEmpty();
    }

    @Test
    void membersOfAnOrganization_shouldBeThoseOfTheDay_whenNested() {
        JsonNode early = Make.membership(Make.state(), alliance, "start", "1990-01-01", "end", "1999-01-01");
        JsonNode late = Make.membership(Make.state(), alliance, "start", "2004-01-01");
        String path = "/organizations/" + alliance;

        assertThat(Api.get(path, "include", "members", "asOf", "1995-01-01").get("members").findValuesAsText("id"))
                .containsExactly(early.get("id").textValue());
        assertThat(Api.get(path, "include", "members", "asOf", "2010-01-01").get("members").findValuesAsText("id"))
                .containsExactly(late.get("id").textValue());
    }

    @Test
    void membershipsOfAPerson_shouldBeThoseOfTheDay_whenNested() {
        UUID person = Make.person();
        JsonNode early = Make.membership(person, alliance, "start", "1990-01-01", "end", "1999-01-01");
        String path = "/people/" + person;

        assertThat(Api.get(path, "include", "memberships", "asOf", "1995-01-01").get("memberships").findValuesAsText("id"))
                .containsExactly(early.get("id").textValue());
        assertThat(Api.get(path, "include", "memberships", "asOf", "2005-01-01").get("memberships")).isEmpty();
    }

    @Test
    void membership_shouldSayWhetherItIsCertain_whenAsOf() {
        JsonNode membership = Make.membership(state, alliance, "start", "1990", "end", "1999-01-01");
        String path = "/memberships/" + Api.id(membership);

        assertThat(Api.get(path, "asOf", "1990-06-01").get("certainty").textValue()).isEqualTo("possible");
        assertThat(Api.get(path, "asOf", "1991-06-01").get("certainty").textValue()).isEqualTo("certain");
    }
}
