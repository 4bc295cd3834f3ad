package org.chancery.series;

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
class SeriesFilterTest {
    @Test
    void organizationId_shouldSelectItsSeries() {
        UUID organization = Make.organization("coalition");
        Rows rows = new Rows("/series").put("one", Make.series("organizationId", organization)).put("other", Make.series());

        assertThat(rows.where("organizationId", organization)).containsExactly("one");
    }

    @Test
    void name_shouldMatchWithoutCase() {
        String word = Make.unique("Саміти");
        Rows rows = new Rows("/series").put("one", Make.series("names", Make.names(word))).put("other", Make.series());

        assertThat(rows.where("name", word.toLowerCase(java.util.Locale.ROOT))).containsExactly("one");
    }
}
