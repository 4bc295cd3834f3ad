package org.chancery.entity;

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
class EntityFilterTest {
    private static Rows rows(String name) {
        UUID state = Make.state("names", Make.names(name));
        return new Rows("/entities").put("state", state).put("person", Make.person("names", Make.names(name)))
                .put("organization", Make.organization("igo")).put("position", Make.presidency(state))
                .put("series", Make.series("names", Make.names(name))).put("meeting", Api.id(Make.meeting()));
    }

    @Test
    void entities_shouldBePersonsStatesOrganizationsAndOffices() {
        assertThat(rows(Make.unique("Georgia")).where()).containsExactlyInAnyOrder("state", "person", "organization", "position");
    }

    @Test
    void recordType_shouldSelectEntitiesOfIt() {
        Rows rows = rows(Make.unique("Georgia"));

        assertThat(rows.where("recordType", "person")).containsExactly("person");
        assertThat(rows.where("recordType", "organization", "recordType", "position")).containsExactlyInAnyOrder("organization", "position");
    }

    @Test
    void name_shouldSelectEntitiesOfAnyKind() {
        String name = Make.unique("Georgia");

        assertThat(rows(name).where("name", name.toUpperCase(java.util.Locale.ROOT))).containsExactlyInAnyOrder("state", "person");
    }

    @Test
    void entity_shouldNotBeListed_whenRetracted() {
        UUID person = Make.person();
        Api.delete("/people/" + person, Api.get("/people/" + person));

        assertThat(Api.ids(Api.get("/entities", "ids", person))).isEqualTo(List.of());
    }
}
