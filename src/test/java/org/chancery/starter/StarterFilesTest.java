package org.chancery.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The starter documents as files: what can be said of them without a database. */
class StarterFilesTest {
    private static final Set<String> LANGUAGES = Set.of("en", "uk", "ro", "fr", "de", "pl", "es", "pt", "tr", "lt", "it", "ru", "zh", "ar");

    private final Map<String, ObjectNode> documents;

    StarterFilesTest() throws IOException {
        documents = StarterFiles.read(new ObjectMapper());
    }

    @Test
    void readShouldPlaceDocumentsAfterThoseTheyReferTo() {
        List<String> order = new ArrayList<>(documents.keySet());
        documents.forEach((key, document) -> {
            Matcher references = Pattern.compile("\"@([^\"]+)\"").matcher(document.toString());
            while (references.find()) {
                assertThat(order.indexOf(references.group(1))).as("%s needed by %s", references.group(1), key)
                        .isNotNegative().isLessThan(order.indexOf(key));
            }
        });
    }

    @Test
    void statesShouldHaveACommonNameInEveryLanguage() {
        List<ObjectNode> states = documents.values().stream().filter(document -> document.get("recordType").textValue().equals("state")).toList();
        assertThat(states).hasSize(196);
        for (ObjectNode state : states) {
            Set<String> named = new TreeSet<>();
            state.get("names").forEach(name -> {
                if (name.get("kind").textValue().equals("common")) {
                    named.add(name.get("lang").textValue());
                }
            });
            assertThat(named).as(state.get("key").textValue()).containsAll(LANGUAGES);
        }
    }

    @Test
    void everyKeyInTheCoverageTablesShouldBeADocument() throws IOException {
        String coverage = new String(StarterFilesTest.class.getResourceAsStream("/starter/COVERAGE.md").readAllBytes(), StandardCharsets.UTF_8);
        Matcher keys = Pattern.compile("`((?:person|state|organization|position|occupancy|membership|meeting|summit|declaration|series|source|commitment):[^`]+)`")
                .matcher(coverage);
        Set<String> unknown = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        while (keys.find()) {
            named.add(keys.group(1));
            if (!documents.containsKey(keys.group(1))) {
                unknown.add(keys.group(1));
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(named).hasSizeGreaterThan(100);
    }

    /** A record that no sentence holds would be one that no article reports. */
    @Test
    void everyEventShouldStandInTheCoverageTables() throws IOException {
        String coverage = new String(StarterFilesTest.class.getResourceAsStream("/starter/COVERAGE.md").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(documents.keySet()).filteredOn(key -> key.matches("(meeting|summit|declaration|commitment):.*"))
                .allSatisfy(key -> assertThat(coverage).contains("`" + key + "`"));
    }

    @Test
    void everyEventShouldQuoteItsSource() {
        documents.forEach((key, document) -> {
            if (key.matches("(meeting|summit|declaration|commitment):.*")) {
                assertThat(document.findValues("quote")).as(key).isNotEmpty();
                document.findParents("quote").forEach(citation -> {
                    assertThat(citation.get("quoteLang")).as("%s %s", key, citation).isNotNull();
                    if (!citation.get("quoteLang").textValue().equals("en")) {
                        assertThat(citation.get("translation")).as("%s %s", key, citation).isNotNull();
                    }
                });
            }
        });
    }

    @Test
    void idsShouldBeVersion7AndStable() {
        assertThat(StarterIds.of("person:volodymyr-zelensky")).hasToString("019b95c0-d000-735c-be9d-ec82bb3a0f08");
        assertThat(StarterIds.of("state:UA").version()).isEqualTo(7);
        assertThat(StarterIds.of("state:UA").variant()).isEqualTo(2);
    }
}
