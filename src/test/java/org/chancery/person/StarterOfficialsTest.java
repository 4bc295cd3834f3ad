package org.chancery.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class StarterOfficialsTest {
    private static final String BUDANOV = "/officials/" + Starter.id("person:kyrylo-budanov");

    @Test
    void budanov_shouldBeAnOfficialWithFormerAndNewOffice_whenOccupanciesAreIncluded() {
        Json.assertEquals(Api.get(BUDANOV, "include", "occupancies"), "official-budanov");
    }

    @Test
    void budanov_shouldHeadTheOffice_whenAskedFor2026() {
        JsonNode person = Api.get(BUDANOV, "asOf", "2026-01-06");

        assertThat(person.at("/standing/kind").textValue()).isEqualTo("official");
        assertThat(person.at("/standing/offices")).hasSize(1);
        assertThat(person.at("/standing/offices/0/positionId").textValue())
                .isEqualTo(Starter.id("position:head-of-the-office-of-the-president-of-ukraine").toString());
    }

    @Test
    void budanov_shouldLeadMilitaryIntelligence_whenAskedFor2023() {
        JsonNode person = Api.get(BUDANOV, "asOf", "2023-07-10");

        assertThat(person.at("/standing/offices")).hasSize(1);
        assertThat(person.at("/standing/offices/0/positionId").textValue())
                .isEqualTo(Starter.id("position:chief-of-ukrainian-military-intelligence").toString());
    }

    @Test
    void officials_shouldHaveBudanovAndNoLeader_whenAskedFor2026() {
        assertThat(Api.names(Api.get("/officials", "asOf", "2026-01-06", "limit", 200, "sort", "created")))
                .contains("Kyrylo Budanov", "Rustem Umerov", "Steve Witkoff", "Jared Kushner", "Charles Kushner", "Fabien Mandon")
                .doesNotContain("Volodymyr Zelensky", "Emmanuel Macron", "Donald Trump", "Joe Biden");
    }
}
