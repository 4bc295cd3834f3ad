package org.chancery.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class OrganizationFilterTest {
    @Test
    void class_shouldSelectOrganizationsOfIt() {
        Rows rows = new Rows("/organizations").put("igo", Make.organization("igo")).put("party", Make.organization("party"))
                .put("media", Make.organization("media"));

        assertThat(rows.where("class", "igo")).containsExactly("igo");
        assertThat(rows.where("class", "igo", "class", "media")).containsExactlyInAnyOrder("igo", "media");
    }

    @Test
    void parentId_shouldSelectItsChildren() {
        UUID parent = Make.organization("igo");
        Rows rows = new Rows("/organizations").put("parent", parent).put("child", Make.organization("igo", "parentId", parent));

        assertThat(rows.where("parentId", parent)).containsExactly("child");
    }

    @Test
    void stateId_shouldSelectOrganizationsOfTheState() {
        UUID state = Make.state();
        Rows rows = new Rows("/organizations").put("ministry", Make.organization("ministry", "stateId", state))
                .put("other", Make.organization("ministry"));

        assertThat(rows.where("stateId", state)).containsExactly("ministry");
    }

    @Test
    void memberId_shouldSelectOrganizationsThatItBelongsTo() {
        UUID state = Make.state();
        Rows rows = new Rows("/organizations").put("alliance", Make.organization("igo")).put("other", Make.organization("igo"));
        Make.membership(state, rows.id("alliance"), "start", "2000-01-01");

        assertThat(rows.where("memberId", state)).containsExactly("alliance");
    }

    @Test
    void memberId_shouldSelectByTheDate_whenAsOf() {
        UUID state = Make.state();
        Rows rows = new Rows("/organizations").put("left", Make.organization("igo")).put("joined", Make.organization("igo"));
        Make.membership(state, rows.id("left"), "start", "1990-01-01", "end", "1999-12-31");
        Make.membership(state, rows.id("joined"), "start", "2004-03-29");

        assertThat(rows.where("memberId", state, "asOf", "1995-01-01")).containsExactly("left");
        assertThat(rows.where("memberId", state, "asOf", "2010-01-01")).containsExactly("joined");
    }

    @Test
    void name_shouldMatchWithoutCaseAndAccents() {
        String word = Make.unique("Conférence");
        Rows rows = new Rows("/organizations").put("one", Make.organization("igo", "names", Make.names(word))).put("other", Make.organization("igo"));

        assertThat(rows.where("name", word.replace('é', 'e').toLowerCase(java.util.Locale.ROOT))).containsExactly("one");
    }

    @Test
    void asOf_shouldSelectThoseThatExist() {
        Rows rows = new Rows("/organizations").put("gone", Make.organization("igo", "founded", "1955-05-14", "dissolved", "1991-07-01"))
                .put("present", Make.organization("igo", "founded", "1949-04-04"));

        assertThat(rows.where("asOf", "1980-01-01")).containsExactlyInAnyOrder("gone", "present");
        assertThat(rows.where("asOf", "2000-01-01")).containsExactly("present");
    }
}
