package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class SearchTest {
    private static JsonNode first(Object... query) {
        return Api.get("/search", query).at("/items/0");
    }

    private static String name(JsonNode hit) {
        StringBuilder name = new StringBuilder();
        hit.at("/match/parts").forEach(part -> name.append(part.get("text").textValue()));
        return name.toString();
    }

    private static List<String> matched(JsonNode hit) {
        return StreamSupport.stream(hit.at("/match/parts").spliterator(), false).filter(part -> part.get("matched").booleanValue())
                .map(part -> part.get("text").textValue()).toList();
    }

    /** Question 7 of the product. */
    @ParameterizedTest
    @CsvSource({"Зеленський,exact", "Zelenski,exact", "Zelenskyy,transliterated", "Zelensk,exact", "zelenskiy volodymyr,transliterated", "Зеленскому,fuzzy",
        "volod zelen,prefix", "zelnesky,fuzzy"})
    void zelensky_shouldBeOnePersonUnderAnySpelling(String typed, String how) {
        JsonNode hit = first("q", typed, "asOf", "2026-01-06");

        assertThat(hit.get("id").textValue()).isEqualTo(Starter.id("person:volodymyr-zelensky").toString());
        assertThat(hit.at("/match/how").textValue()).isEqualTo(how);
        assertThat(hit.at("/standing/kind").textValue()).isEqualTo("leader");
        assertThat(hit.at("/href").textValue()).isEqualTo("/v1/people/" + hit.get("id").textValue());
    }

    @Test
    void hit_shouldShowTheNameInTheReadersLanguage_andTheNameThatFits() {
        JsonNode hit = Api.speaking("uk", "/search", "q", "Macron").at("/items/0");

        assertThat(hit.at("/name/value").textValue()).isEqualTo("Емманюель Макрон");
        assertThat(hit.at("/match/value").textValue()).isEqualTo("Macron");
        assertThat(hit.at("/match/kind").textValue()).isEqualTo("short");
        assertThat(hit.at("/match/score").doubleValue()).isEqualTo(1);
    }

    @Test
    void parts_shouldBeTheNameWithTheWordsTypedApart() {
        JsonNode hit = first("q", "zelensky duda lutsk");

        assertThat(name(hit)).isEqualTo(hit.at("/match/value").textValue()).isEqualTo("Meeting of Volodymyr Zelensky and Andrzej Duda in Lutsk");
        assertThat(matched(hit)).containsExactly("Zelensky", "Duda", "Lutsk");
    }

    @Test
    void parts_shouldMarkTheWordInAnotherScript() {
        UUID id = Make.person("names", Make.names("Quentin Zubrytsky"));

        JsonNode hit = first("q", "Зубрицький");

        assertThat(hit.get("id").textValue()).isEqualTo(id.toString());
        assertThat(matched(hit)).containsExactly("Zubrytsky");
    }

    @Test
    void event_shouldShowDatePlaceStatus() {
        JsonNode hit = first("q", "Zelensky Duda Lutsk", "recordType", "meeting");

        assertThat(hit.get("id").textValue()).isEqualTo(Starter.id("meeting:2023-07-09-zelensky-duda").toString());
        assertThat(hit.at("/start/edtf").textValue()).isNotBlank();
        assertThat(hit.at("/status").textValue()).isEqualTo("held");
        assertThat(hit.at("/phase").textValue()).isEqualTo("past");
    }

    @Test
    void recordType_shouldLimitHitsAndFacets() {
        JsonNode all = Api.get("/search", "q", "Zelensky");
        JsonNode events = Api.get("/search", "q", "Zelensky", "recordType", "meeting");

        assertThat(all.at("/items/0/recordType").textValue()).isEqualTo("person");
        assertThat(all.get("facets").findValuesAsText("recordType")).contains("person", "meeting", "declaration");
        assertThat(events.get("facets").findValuesAsText("recordType")).containsExactly("meeting");
        assertThat(events.get("items")).allSatisfy(item -> assertThat(item.get("recordType").textValue()).isEqualTo("meeting"));
        assertThat(events.at("/facets/0/count").intValue()).isEqualTo(events.get("items").size());
    }

    @Test
    void pages_shouldBeOneListWithoutGapOrRepetition() {
        List<UUID> whole = Api.ids(Api.get("/search", "q", "Zelensky", "limit", 200));
        List<UUID> pages = new ArrayList<>();
        for (String cursor = null;;) {
            JsonNode page = cursor == null ? Api.get("/search", "q", "Zelensky", "limit", 2)
                    : Api.get("/search", "q", "Zelensky", "limit", 2, "cursor", cursor);
            pages.addAll(Api.ids(page));
            if (!page.has("nextCursor")) {
                break;
            }
            cursor = page.get("nextCursor").textValue();
        }

        assertThat(whole.size()).isGreaterThan(4);
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void cursorOfAnotherQuery_shouldBeRefused() {
        String cursor = Api.get("/search", "q", "Zelensky", "limit", 1).get("nextCursor").textValue();

        assertThat(Api.error(Api.fetch("/search", "q", "Macron", "limit", 1, "cursor", cursor), 400).get("parameter").textValue()).isEqualTo("cursor");
    }

    @Test
    void asOf_shouldTellTheStandingOfTheDay_andPassOverNamesOfOtherTimes() {
        assertThat(first("q", "Stoltenberg", "asOf", "2023-07-10").at("/standing/kind").textValue()).isEqualTo("leader");
        assertThat(first("q", "Stoltenberg", "asOf", "2026-01-06").at("/standing/kind").textValue()).isEqualTo("none");

        Make.state("names", List.of(Make.name("Newquaria", "en"), Json.of("value", "Oldquaria", "lang", "en", "kind", "former", "validTo", "1990")));
        assertThat(Api.get("/search", "q", "Oldquaria").get("items")).hasSize(1);
        assertThat(Api.get("/search", "q", "Oldquaria", "asOf", "1985-01-01").get("items")).hasSize(1);
        assertThat(Api.get("/search", "q", "Oldquaria", "asOf", "2020-01-01").get("items")).isEmpty();
    }

    @Test
    void retractedRecord_shouldNotBeFound_andRenamedOneByItsNewNameOnly() {
        UUID id = Make.person("names", Make.names("Xaveria Pummelmann"));
        JsonNode renamed = Api.patch("/people/" + id, Api.get("/people/" + id), Json.of("names", Make.names("Xaveria Quastenflug")));

        assertThat(Api.get("/search", "q", "Pummelmann").get("items")).isEmpty();
        assertThat(Api.ids(Api.get("/search", "q", "Quastenflug"))).containsExactly(id);

        Api.delete("/people/" + id, renamed);
        assertThat(Api.get("/search", "q", "Quastenflug").get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"':*", "a & !b | (", "%_%", "\\", "'; drop table name; --", "<b>Zelensky</b>", "---"})
    void signs_shouldBeLookedForAsTextOrPassedOver(String typed) {
        assertThat(Api.get("/search", "q", typed).has("items")).isTrue();
        assertThat(Api.get("/suggest", "q", typed).has("items")).isTrue();
    }

    @Test
    void textWithoutLettersOrDigits_shouldFindNothing() {
        assertThat(Api.get("/search", "q", "…").get("items")).isEmpty();
        assertThat(Api.get("/suggest", "q", "…").get("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zel", "зел", "volod zel", "Володимир З", "zelenskyy"})
    void suggest_shouldFindByBeginningsOfWords(String typed) {
        assertThat(Api.get("/suggest", "q", typed, "recordType", "person").at("/items/0/id").textValue())
                .isEqualTo(Starter.id("person:volodymyr-zelensky").toString());
    }

    @Test
    void suggest_shouldGiveNoMoreThanAskedFor() {
        assertThat(Api.get("/suggest", "q", "m", "limit", 3).get("items")).hasSize(3);
    }
}
