package org.chancery.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The POM, the contract, the CHANGELOG and the released contract speak of the same version. */
class VersionTest {

    @Test
    void files_shouldSpeakOfOneVersion() throws IOException {
        assertThat(Versions.of(Path.of(""), Documents.built()).disagreements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // POM          | contract   | first heading             | released   | what is wrong
        "1.1.0-SNAPSHOT | 1.1.0      | 1.1.0 (unreleased)        | 1.0.0      | -",
        "1.1.0          | 1.1.0      | 1.1.0 (2026-11-25)        | 1.1.0      | -",
        "1.1.0-SNAPSHOT | 1.1.0      | 1.1.0 (unreleased)        | 1.1.0-rc.1 | -",
        "1.1.0-rc.1-SNAPSHOT | 1.1.0-rc.1 | 1.1.0-rc.1 (unreleased) | 1.1.0-rc.1 | -",
        "1.1.0-rc.10-SNAPSHOT | 1.1.0-rc.10 | 1.1.0-rc.10 (unreleased) | 1.1.0-rc.9 | -",
        "1.1.0-SNAPSHOT | 1.2.0      | 1.2.0 (unreleased)        | 1.0.0      | the POM is of 1.1.0-SNAPSHOT",
        "1.1.0-SNAPSHOT | 1.1.0      | 1.0.1 (unreleased)        | 1.0.0      | CHANGELOG.md does not begin with ## 1.1.0 (unreleased)",
        "1.1.0-SNAPSHOT | 1.1.0      | 1.1.0 (2026-11-25)        | 1.0.0      | CHANGELOG.md does not begin with ## 1.1.0 (unreleased)",
        "1.1.0          | 1.1.0      | 1.1.0 (unreleased)        | 1.1.0      | CHANGELOG.md does not begin with ## 1.1.0 and its date",
        "1.1.0          | 1.1.0      | 1.1.0 (soon)              | 1.1.0      | CHANGELOG.md does not begin with ## 1.1.0 and its date",
        "1.1.0          | 1.1.0      | 1.1.0 (2026-11-25)        | 1.0.0      | the contract is no longer that of 1.1.0",
        "1.0.0-SNAPSHOT | 1.0.0      | 1.0.0 (unreleased)        | 1.0.0      | 'the contract is of 1.0.0, which is not newer than 1.0.0'",
        "1.0.0-rc.2-SNAPSHOT | 1.0.0-rc.2 | 1.0.0-rc.2 (unreleased) | 1.0.0 | 'the contract is of 1.0.0-rc.2, which is not newer'",
        "1.1.0-SNAPSHOT | 1.1.0      | 1.1.0 (unreleased)        | 0.9.0      | 'CHANGELOG.md has no heading for 0.9.0, which is released'"})
    void disagreement_shouldBeNamed(String pom, String contract, String heading, String released, String wrong) throws IOException {
        String changelog = "# Changelog\n\n## " + heading + "\n\n- A.\n\n## 1.1.0-rc.9 (2026-11-02)\n\n## 1.1.0-rc.1 (2026-11-01)\n\n## 1.0.0 (2026-10-01)\n";

        Versions versions = new Versions(pom, changelog, contract(contract), contract(released));

        if (wrong == null) {
            assertThat(versions.disagreements()).isEmpty();
        } else {
            assertThat(versions.disagreements()).singleElement().asString().startsWith(wrong);
        }
    }

    @Test
    void change_shouldNeedANewVersion_afterARelease() throws IOException {
        Versions versions = new Versions("1.0.0", "## 1.0.0 (2026-11-25)\n", contract("1.0.0") + "security: []\n", contract("1.0.0"));

        assertThat(versions.disagreements()).containsExactly("the contract is no longer that of 1.0.0: begin the next version");
    }

    static String contract(String version) {
        return "openapi: \"3.0.3\"\ninfo:\n  title: Chancery\n  version: \"" + version + "\"\n";
    }
}
