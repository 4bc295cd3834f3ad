package org.chancery.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.fixture.Api;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list that shows names, in the languages of the articles and in one that no name has. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class ListLanguagesTest {
    private static final String ROWS = """
            /people|person:volodymyr-zelensky|name|Volodymyr Zelensky|Володимир Зеленський|Volodimir Zelenski
            /leaders|person:volodymyr-zelensky|name|Volodymyr Zelensky|Володимир Зеленський|Volodimir Zelenski
            /officials|person:steve-witkoff|name|Steve Witkoff|Стів Віткофф|Steve Witkoff
            /states|state:FR|name|France|Франція|Franța
            /organizations|organization:coalition-of-the-willing|name|coalition of the willing|коаліція рішучих|Coaliția Voluntarilor
            /positions|position:president-of-ukraine|name|President of Ukraine|президент України|Președintele Ucrainei
            /positions|position:president-of-ukraine|actorName|Ukraine|Україна|Ucraina
            /occupancies|occupancy:volodymyr-zelensky-president-of-ukraine|personName|Volodymyr Zelensky|Володимир Зеленський|Volodimir Zelenski
            /occupancies|occupancy:volodymyr-zelensky-president-of-ukraine|positionName|President of Ukraine|президент України|Președintele Ucrainei
            /memberships|membership:france-coalition-of-the-willing|memberName|France|Франція|Franța
            /memberships|membership:france-coalition-of-the-willing|organizationName|coalition of the willing|коаліція рішучих|Coaliția Voluntarilor
            /meetings|meeting:2026-01-06-zelensky-macron|name|Meeting of Volodymyr Zelensky and Emmanuel Macron in Paris|Зустріч Володимира Зеленського з Емманюелем Макроном у Парижі|Discuții private ale lui Zelenski cu Macron la Palatul Elysee
            /summits|summit:2026-01-06-paris-coalition|name|Paris summit of the Coalition of the Willing|Зустріч лідерів «коаліції охочих»|Summit al Coaliţiei Voluntarilor
            /summits|summit:2026-01-06-paris-coalition|hostName|France|Франція|Franța
            /declarations|declaration:2026-01-06-paris-draft|name|Draft declaration of the Coalition of the Willing|Проєкт декларації зустрічі "коаліції рішучих"|Proiect de declarație al Coaliției
            /series|series:coalition-of-the-willing-summits|organizationName|coalition of the willing|коаліція рішучих|Coaliția Voluntarilor
            /entities|position:president-of-ukraine|name|President of Ukraine|президент України|Președintele Ucrainei
            /events|summit:2026-01-06-paris-coalition|name|Paris summit of the Coalition of the Willing|Зустріч лідерів «коаліції охочих»|Summit al Coaliţiei Voluntarilor
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ROWS)
    void list_shouldShowEnglish_whenAsked(String path, String key, String member, String english, String ukrainian, String romanian) {
        assertShown("en", path, key, member, english, "en", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ROWS)
    void list_shouldShowUkrainian_whenAsked(String path, String key, String member, String english, String ukrainian, String romanian) {
        assertShown("uk", path, key, member, ukrainian, "uk", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ROWS)
    void list_shouldShowRomanian_whenAsked(String path, String key, String member, String english, String ukrainian, String romanian) {
        assertShown("ro", path, key, member, romanian, "ro", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ROWS)
    void list_shouldFallBackToEnglish_whenNoNameIsInTheLanguage(String path, String key, String member, String english, String ukrainian,
            String romanian) {
        assertShown("ja", path, key, member, english, "en", true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ROWS)
    void list_shouldPreferTheSecondLanguage_whenTheFirstHasNoName(String path, String key, String member, String english, String ukrainian,
            String romanian) {
        assertShown("ja, ro;q=0.8, uk;q=0.5", path, key, member, romanian, "ro", false);
    }

    private static void assertShown(String languages, String path, String key, String member, String value, String lang, boolean fallback) {
        JsonNode page = path.equals("/leaders") || path.equals("/officials")
                ? Api.speaking(languages, path, "asOf", "2026-01-06", "ids", Starter.id(key)) : Api.speaking(languages, path, "ids", Starter.id(key));

        assertThat(page.at("/items/0").path(member)).isEqualTo(org.chancery.fixture.Json.read(
                "{\"value\":\"%s\",\"lang\":\"%s\",\"fallback\":%s}".formatted(value.replace("\"", "\\\""), lang, fallback)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "uk, --"})
    void header_shouldBePassedOver_whenItNamesNoLanguage(String header) {
        assertThat(Api.speaking(header, "/states", "code", "FR").at("/items/0/name/value").textValue()).isEqualTo("France");
    }
}
