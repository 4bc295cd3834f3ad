package org.chancery.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that the build runs for {@code -Drelease=<version>}, on a project of a few lines. */
class ReleaseTest {
    private static final Path PROGRAM = Path.of("src/main/build/Release.java").toAbsolutePath();

    @TempDir
    Path project;

    @BeforeEach
    void create() throws IOException {
        Files.createDirectories(project.resolve("openapi/released"));
        write("pom.xml", "<project>\n  <artifactId>chancery</artifactId>\n  <version>1.0.0-SNAPSHOT</version>\n  <x><version>1.0.0</version></x>\n</project>\n");
        write("openapi/openapi.yaml", "openapi: 3.0.3\ninfo:\n  title: Chancery\n  version: 1.0.0\npaths:\n  version: 1.0.0\n");
        write("openapi/released/breaks.yaml", "# Reviewed.\n- break: x\n  because: y\n");
        write("CHANGELOG.md", "# Changelog\n\nWords.\n\n## 1.0.0 (unreleased)\n\n- All.\n");
    }

    @Test
    void release_shouldGiveAllFilesItsVersion() throws Exception {
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        assertThat(run("1.0.0-rc.1")).isZero();

        assertThat(read("pom.xml")).contains("<version>1.0.0-rc.1</version>", "<x><version>1.0.0</version></x>");
        assertThat(read("openapi/openapi.yaml")).isEqualTo("openapi: 3.0.3\ninfo:\n  title: Chancery\n  version: 1.0.0-rc.1\npaths:\n  version: 1.0.0\n");
        assertThat(read("CHANGELOG.md")).isEqualTo("# Changelog\n\nWords.\n\n## 1.0.0-rc.1 (" + today + ")\n\n- All.\n");
        assertThat(read("openapi/released/v1.yaml")).isEqualTo(VersionTest.contract("1.0.0-rc.1"));
        assertThat(read("openapi/released/breaks.yaml")).isEqualTo("# Reviewed.\n[]\n");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void candidate_shouldBeCutAgain_withOrWithoutWorkBetween() throws Exception {
        assertThat(run("1.0.0-rc.1")).isZero();
        String changelog = read("CHANGELOG.md");

        assertThat(run("1.0.0-rc.1")).isZero();
        assertThat(read("CHANGELOG.md")).isEqualTo(changelog);
        assertThat(run("1.0.0-rc.1-SNAPSHOT")).isZero();
        assertThat(read("CHANGELOG.md")).contains("## 1.0.0-rc.1 (unreleased)").doesNotContain("20");
        assertThat(disagreements()).isEmpty();
        assertThat(run("1.0.0-rc.1")).isZero();

        assertThat(read("CHANGELOG.md")).isEqualTo(changelog);
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void work_shouldBeginWithAHeadingOfItsOwn() throws Exception {
        run("1.0.0");

        assertThat(run("1.1.0-SNAPSHOT")).isZero();

        assertThat(read("pom.xml")).contains("<version>1.1.0-SNAPSHOT</version>");
        assertThat(read("CHANGELOG.md")).startsWith("# Changelog\n\nWords.\n\n## 1.1.0 (unreleased)\n\n## 1.0.0 (20");
        assertThat(read("openapi/released/v1.yaml")).isEqualTo(VersionTest.contract("1.0.0"));
        assertThat(disagreements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.0.0-SNAPSHOT", "0.9.0", "1.0.0-rc.1", "1.1", "1.1.0+7", "v1.1.0", "1.1.0"})
    void version_shouldBeRefused_andNothingWritten(String version) throws Exception {
        run("1.0.0");
        String before = read("pom.xml") + read("openapi/openapi.yaml") + read("CHANGELOG.md") + read("openapi/released/v1.yaml");

        assertThat(run(version)).isEqualTo(1);

        assertThat(read("pom.xml") + read("openapi/openapi.yaml") + read("CHANGELOG.md") + read("openapi/released/v1.yaml")).isEqualTo(before);
    }

    /** @return the exit status */
    private int run(String version) throws IOException, InterruptedException {
        // as the build bundles it: of the version before
        String earlier = read("openapi/openapi.yaml").replaceFirst("(?s).*?  version: (\\S+).*", "$1");
        write("bundled.yaml", VersionTest.contract(earlier));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                PROGRAM.toString(), version, project.toString(), project.resolve("bundled.yaml").toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private List<String> disagreements() throws IOException {
        String version = read("openapi/openapi.yaml").replaceFirst("(?s).*?  version: (\\S+).*", "$1");
        return Versions.of(project, VersionTest.contract(version)).disagreements();
    }

    private String read(String file) throws IOException {
        return Files.readString(project.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(project.resolve(file), text);
    }
}
