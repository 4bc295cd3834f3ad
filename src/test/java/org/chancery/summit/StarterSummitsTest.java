package org.chancery.summit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class StarterSummitsTest {
    private static final String PARIS = "/summits/" + Starter.id("summit:2026-01-06-paris-coalition");
    private static final String VILNIUS = "/summits/" + Starter.id("summit:2023-07-11-vilnius-nato");

    @Test
    void parisSummit_shouldSayWhoWasThereAndWhatBelongsToIt_whenIncluded() {
        Json.assertEquals(Api.get(PARIS, "include", "participants,children"), "summit-paris");
    }

    @Test
    void parisSummit_shouldGiveTheCountsOfTheSource() {
        JsonNode summit = Api.get(PARIS);

        assertThat(summit.get("countriesReported").intValue()).isEqualTo(35);
        assertThat(summit.get("representedByLeaders").intValue()).isEqualTo(27);
    }

    @Test
    void evidenceOfTheParisSummit_shouldQuoteRomanianAndUkrainian() {
        JsonNode evidence = Api.get(PARIS + "/evidence", "limit", 200);
        List<String> languages = evidence.findValuesAsText("quoteLang");

        assertThat(languages).contains("ro", "uk");
        assertThat(evidence.findValuesAsText("quote")).anyMatch(quote -> quote.contains("Coaliți") || quote.contains("Coaliţi"))
                .anyMatch(quote -> quote.contains("коаліці") || quote.contains("Коаліці"));
    }

    @Test
    void evidenceOfTheParisSummit_shouldTranslateEachForeignQuote() {
        JsonNode evidence = Api.get(PARIS + "/evidence", "limit", 200);

        evidence.findParents("quote").stream().filter(citation -> !citation.get("quoteLang").textValue().equals("en"))
                .forEach(citation -> assertThat(citation.path("translation").asText()).as(citation.toString()).isNotEmpty());
    }

    @Test
    void evidenceOfTheParisSummit_shouldCountIndependentOrigins() {
        JsonNode evidence = Api.get(PARIS + "/evidence", "limit", 200);

        assertThat(evidence.get("items")).isNotEmpty().allSatisfy(field -> assertThat(field.get("independentOrigins").intValue())
                .isPositive().isLessThanOrEqualTo(field.get("citations").size()));
    }

    @Test
    void vilniusSummit_shouldBePlannedAndUnconfirmed_whenItsDaysAreOver() {
        JsonNode summit = Api.get(VILNIUS);

        assertThat(summit.at("/start/edtf").textValue()).isEqualTo("2023-07-11");
        assertThat(summit.at("/end/edtf").textValue()).isEqualTo("2023-07-12");
        assertThat(summit.get("status").textValue()).isIn("announced", "confirmed");
        assertThat(summit.get("phase").textValue()).isEqualTo("past");
        assertThat(summit.get("needsConfirmation").booleanValue()).isTrue();
    }
}
