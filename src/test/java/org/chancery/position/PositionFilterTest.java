package org.chancery.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Rows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class PositionFilterTest {
    @Test
    void actorId_shouldSelectOfficesOfIt() {
        UUID state = Make.state();
        Rows rows = new Rows("/positions").put("one", Make.presidency(state)).put("other", Make.presidency(Make.state()));

        assertThat(rows.where("actorId", state)).containsExactly("one");
    }

    @Test
    void function_shouldSelectOfficesThatHaveOrHadIt() {
        UUID state = Make.state();
        Rows rows = new Rows("/positions").put("envoy", Make.position(state, List.of("special-envoy")))
                .put("both", Make.position(state, List.of("adviser", "special-envoy"))).put("minister", Make.position(state, List.of("minister")));

        assertThat(rows.where("function", "special-envoy")).containsExactlyInAnyOrder("envoy", "both");
        assertThat(rows.where("function", "adviser", "function", "minister")).containsExactlyInAnyOrder("both", "minister");
    }

    @Test
    void function_shouldSelectByTheDate_whenAsOf() {
        Rows rows = new Rows("/positions").put("one", Make.position(Make.state(), List.of(), "functions",
                List.of(Json.of("function", "head-of-government", "validFrom", "2000", "validTo", "2010"))));

        assertThat(rows.where("function", "head-of-government", "asOf", "2005-01-01")).containsExactly("one");
        assertThat(rows.where("function", "head-of-government", "asOf", "2015-01-01")).isEmpty();
    }

    @Test
    void asOf_shouldSelectThoseThatExist() {
        UUID state = Make.state();
        Rows rows = new Rows("/positions").put("abolished", Make.position(state, List.of(), "validTo", "2010-01-01"))
                .put("present", Make.position(state, List.of(), "validFrom", "2005-01-01"));

        assertThat(rows.where("asOf", "2000-01-01")).containsExactly("abolished");
        assertThat(rows.where("asOf", "2020-01-01")).containsExactly("present");
    }

    @Test
    void name_shouldMatchATitleInAnyLanguage() {
        String title = Make.unique("Прем’єр-міністр");
        Rows rows = new Rows("/positions").put("one", Make.position(Make.state(), List.of(), "names",
                List.of(Make.name("Prime Minister", "en"), Make.name(title, "uk"))));

        assertThat(rows.where("name", title.toUpperCase(java.util.Locale.ROOT))).containsExactly("one");
        assertThat(rows.where("name", title + "x")).isEmpty();
    }
}
