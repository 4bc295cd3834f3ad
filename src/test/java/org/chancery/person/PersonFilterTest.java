package org.chancery.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class PersonFilterTest {
    private static UUID state;
    private static UUID alliance;
    private static UUID company;
    private static UUID ministry;
    private static Rows people;

    private static synchronized Rows people() {
        if (people == null) {
            state = Make.state();
            alliance = Make.organization("igo");
            company = Make.organization("company");
            people = new Rows("/people");
            holder("president", Make.presidency(state), "start", "2020-05-01");
            ministry = Make.position(state, List.of("minister"));
            holder("minister", ministry, "start", "2020-05-01");
            holder("secretary", Make.position(alliance, List.of("head-of-organization")), "start", "2020-05-01");
            holder("boss", Make.position(company, List.of("head-of-organization")), "start", "2020-05-01");
            holder("premier", Make.position(state, List.of("head-of-government")), "start", "2020-05-01");
            Make.occupancy(people.id("premier"), Make.position(alliance, List.of("adviser")), "start", "2020-05-01");
            holder("former", Make.presidency(Make.state()), "start", "2010-01-01", "end", "2015-01-01");
            people.put("nobody", Make.person());
        }
        return people;
    }

    private static void holder(String name, UUID position, Object... more) {
        UUID person = Make.person();
        people.put(name, person);
        Make.occupancy(person, position, more);
    }

    @Test
    void standing_shouldSelectLeaders_whenLeader() {
        assertThat(people().where("standing", "leader", "asOf", "2021-01-01")).containsExactlyInAnyOrder("president", "secretary", "premier");
    }

    @Test
    void standing_shouldSelectHoldersWhoDoNotLead_whenOfficial() {
        assertThat(people().where("standing", "official", "asOf", "2021-01-01")).containsExactlyInAnyOrder("minister", "boss");
    }

    @Test
    void standing_shouldSelectTheRest_whenNone() {
        assertThat(people().where("standing", "none", "asOf", "2021-01-01")).containsExactlyInAnyOrder("former", "nobody");
    }

    @Test
    void standing_shouldSelectAny_whenRepeated() {
        assertThat(people().where("standing", "official", "standing", "none", "asOf", "2021-01-01"))
                .containsExactlyInAnyOrder("minister", "boss", "former", "nobody");
    }

    @Test
    void standing_shouldBeOfToday_whenNoDateIsGiven() {
        assertThat(people().where("standing", "leader")).containsExactlyInAnyOrder("president", "secretary", "premier");
    }

    @Test
    void leaders_shouldBeThoseOfTheDate_whenAsOf() {
        assertThat(people().at("/leaders").where("asOf", "2012-06-01")).containsExactly("former");
    }

    @Test
    void officials_shouldBeThoseOfTheDate_whenAsOf() {
        assertThat(people().at("/officials").where("asOf", "2021-01-01")).containsExactlyInAnyOrder("minister", "boss");
    }

    @Test
    void ofActorId_shouldSelectHoldersOfItsOffices_whenAState() {
        assertThat(people().where("ofActorId", state, "asOf", "2021-01-01")).containsExactlyInAnyOrder("president", "minister", "premier");
    }

    @Test
    void ofActorId_shouldSelectThoseWhoLeadIt_whenAskedOfLeaders() {
        Rows rows = people().at("/leaders");

        assertThat(rows.where("ofActorId", alliance, "asOf", "2021-01-01")).containsExactly("secretary");
        assertThat(rows.where("ofActorId", state, "asOf", "2021-01-01")).containsExactlyInAnyOrder("president", "premier");
    }

    @Test
    void ofActorId_shouldSelectAny_whenRepeated() {
        Rows rows = people().at("/officials");

        assertThat(rows.where("ofActorId", state, "ofActorId", company, "asOf", "2021-01-01")).containsExactlyInAnyOrder("minister", "boss");
    }

    @Test
    void positionId_shouldSelectItsHolders() {
        Rows rows = people();

        assertThat(rows.where("positionId", ministry, "asOf", "2021-01-01")).containsExactly("minister");
        assertThat(rows.where("positionId", ministry, "asOf", "2019-01-01")).isEmpty();
    }

    @Test
    void function_shouldSelectHoldersOfSuchOffices() {
        assertThat(people().where("function", "adviser", "asOf", "2021-01-01")).containsExactly("premier");
    }

    @Test
    void function_shouldSelectAny_whenRepeated() {
        assertThat(people().where("function", "adviser", "function", "minister", "asOf", "2021-01-01"))
                .containsExactlyInAnyOrder("premier", "minister");
    }

    @Test
    void function_shouldCountOnlyInItsTime() {
        UUID council = Make.position(Make.organization("igo"), List.of(), "functions", List.of(
                org.chancery.fixture.Json.of("function", "head-of-organization", "validFrom", "2022-01-01"),
                org.chancery.fixture.Json.of("function", "spokesperson", "validTo", "2021-12-31")));
        Rows rows = new Rows("/people").put("chair", Make.person());
        Make.occupancy(rows.id("chair"), council, "start", "2020-01-01");

        assertThat(rows.where("function", "head-of-organization", "asOf", "2021-06-01")).isEmpty();
        assertThat(rows.where("function", "head-of-organization", "asOf", "2022-06-01")).containsExactly("chair");
        assertThat(rows.at("/leaders").where("asOf", "2021-06-01")).isEmpty();
    }

    @Test
    void officeFilters_shouldHoldOfOneOffice_whenTogether() {
        assertThat(people().where("ofActorId", alliance, "function", "head-of-government", "asOf", "2021-01-01")).isEmpty();
    }

    @Test
    void name_shouldMatchWithoutCaseAndAccents_inAnyLanguage() {
        String word = Make.unique("Ștefănescu Їжакевич");
        Rows rows = new Rows("/people").put("one", Make.person("names", List.of(Make.name("Somebody", "en"), Make.name(word, "ro"))))
                .put("other", Make.person());

        assertThat(rows.where("name", word.toUpperCase(java.util.Locale.ROOT))).containsExactly("one");
        assertThat(rows.where("name", word.replace("Ștefănescu", "stefanescu"))).containsExactly("one");
    }

    @Test
    void name_shouldNotMatchAPart() {
        String word = Make.unique("Ivanenko");
        Rows rows = new Rows("/people").put("one", Make.person("names", Make.names(word + " Petro")));

        assertThat(rows.where("name", word)).isEmpty();
    }
}
