package org.chancery.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the OWASP API Security Top 10 (2023) names each risk once, and tests that exist. */
class RiskTableTest {
    private static final Path GUIDE = Path.of("src/main/docs/guides/access.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void eachRisk_shouldHaveItsTests() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| API")).toList();
        Set<String> tests = tests();

        assertThat(rows).hasSize(10);
        for (int risk = 1; risk <= rows.size(); risk++) {
            String row = rows.get(risk - 1);
            List<String> named = TEST.matcher(row).results().map(result -> result.group(1)).toList();
            assertThat(row).startsWith("| API" + risk + " ");
            assertThat(named).as(row).isNotEmpty();
            assertThat(tests).as(row).containsAll(named);
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }
    }
}
