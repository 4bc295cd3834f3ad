package org.chancery.source;

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
class SourceFilterTest {
    @Test
    void url_shouldSelectTheSource() {
        String url = "https://news.example/" + Make.unique("a").replace(' ', '-');
        Rows rows = new Rows("/sources").put("one", Make.source("url", url)).put("other", Make.source("url", url + "/2"));

        assertThat(rows.where("url", url)).containsExactly("one");
    }

    @Test
    void originId_shouldSelectItsReprints() {
        UUID wire = Make.source();
        Rows rows = new Rows("/sources").put("reprint", Make.source("originId", wire)).put("other", Make.source());

        assertThat(rows.where("originId", wire)).containsExactly("reprint");
    }
}
