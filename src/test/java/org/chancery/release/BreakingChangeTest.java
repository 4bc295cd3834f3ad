package org.chancery.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of this build breaks nothing of the released one but what the list of reviewed breaks gives reasons for. */
class BreakingChangeTest {
    private static final Path REVIEWED = Documents.RELEASED.resolveSibling("breaks.yaml");

    @Test
    void contract_shouldBreakNothingThatWasReleased_butWhatWasReviewed() throws JsonProcessingException {
        Breaks found = new Comparison(Documents.released(), Documents.YAML.readTree(Documents.built())).breaks();
        Breaks reviewed = Breaks.reviewed(REVIEWED);

        assertThat(found.without(reviewed)).as("breaks: take them back, or enter them in " + REVIEWED + " with the reason").isEmpty();
        assertThat(reviewed.without(found)).as("entries of " + REVIEWED + " that do not apply").isEmpty();
    }

    @Test
    void break_shouldPass_whenReviewed(@TempDir Path folder) throws IOException {
        Breaks found = breaksOfSmallerLimit();

        assertThat(found.without(reviewed(folder, """
                - break: 'parameters > query limit > schema > maximum: lowered from 200 to 100'
                  in: [GET /sources, GET /events]
                  because: two hundred rows did not fit
                """))).isEmpty();
    }

    @Test
    void break_shouldBeNamed_whenReviewedForAnotherOperation(@TempDir Path folder) throws IOException {
        Breaks found = breaksOfSmallerLimit();
        Breaks reviewed = reviewed(folder, """
                - break: 'parameters > query limit > schema > maximum: lowered from 200 to 100'
                  in: [GET /sources, GET /people]
                  because: two hundred rows did not fit
                """);

        assertThat(found.without(reviewed)).containsExactly("""

                - break: 'parameters > query limit > schema > maximum: lowered from 200 to 100'
                  in: ['GET /events']
                  because:""");
        assertThat(reviewed.without(found)).hasSize(1).first().asString().contains("GET /people");
    }

    @Test
    void break_shouldBeNamed_whenReviewedToAnotherExtent(@TempDir Path folder) throws IOException {
        Breaks reviewed = reviewed(folder, """
                - break: 'parameters > query limit > schema > maximum: lowered from 200 to 150'
                  in: [GET /sources, GET /events]
                  because: two hundred rows did not fit
                """);

        assertThat(breaksOfSmallerLimit().without(reviewed)).hasSize(1);
        assertThat(reviewed.without(breaksOfSmallerLimit())).hasSize(1);
    }

    @Test
    void entry_shouldBeRefused_withoutReason(@TempDir Path folder) {
        assertThatThrownBy(() -> reviewed(folder, "- break: 'servers > /v1: removed'\n  because: ''\n"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("servers > /v1");
    }

    private static Breaks breaksOfSmallerLimit() {
        JsonNode before = Documents.released("/sources", "/events");
        ObjectNode after = before.deepCopy();
        ((ObjectNode) after.at("/components/parameters/Limit/schema")).put("maximum", 100);
        return new Comparison(before, after).breaks();
    }

    private static Breaks reviewed(Path folder, String entries) throws IOException {
        return Breaks.reviewed(Files.writeString(folder.resolve("breaks.yaml"), entries));
    }
}
