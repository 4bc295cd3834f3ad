package org.chancery.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeysTest {
    private static Set<String> keys(String name, String lang) {
        return NameKeys.of(name, lang).stream().map(NameKeys.Key::key).collect(Collectors.toSet());
    }

    private static Set<String> sounds(String name) {
        return NameKeys.of(name, null).stream().filter(key -> key.method().equals(NameKeys.SOUND)).map(NameKeys.Key::key)
                .collect(Collectors.toSet());
    }

    /** Examples of the resolution of 27 January 2010 itself, and what its first letters and apostrophes are about. */
    @ParameterizedTest
    @CsvSource({"Алушта,alushta", "Борщагівка,borshchahivka", "Згорани,zghorany", "Розгон,rozghon", "Єнакієве,yenakiieve", "Гаєвич,haievych",
        "Їжакевич,yizhakevych", "Кадиївка,kadyivka", "Йосипівка,yosypivka", "Стрий,stryi", "Юрій,yurii", "Крюківка,kriukivka", "Яготин,yahotyn",
        "Костянтин,kostiantyn", "Знам’янка,znamianka", "Феодосія,feodosiia", "Ґалаґан,galagan", "Щербухи,shcherbukhy"})
    void ukrainian_shouldBeWrittenByTheResolutionOf2010(String name, String latin) {
        assertThat(Transliterations.of(name, "uk")).containsEntry("kmu-2010", latin);
    }

    @Test
    void ukrainian_shouldBeWrittenInEachWayInWhichItIsMet() {
        assertThat(NameKeys.of("Володимир Зеленський", "uk")).containsExactly(
                new NameKeys.Key("as-written", "володимир зеленськии"), new NameKeys.Key("kmu-2010", "volodymyr zelenskyi"),
                new NameKeys.Key("bgn-pcgn", "volodymyr zelenskyy"), new NameKeys.Key("iso-9", "volodimir zelenskij"),
                new NameKeys.Key("russian", "volodimir zelenskiy"), new NameKeys.Key("sound", "volodimir zelenski"));
    }

    @Test
    void russian_shouldNotBeReadAsUkrainian() {
        assertThat(keys("Григорий Горбачёв", "ru")).contains("grigoriy gorbachev").doesNotContain("hryhoryi horbachov");
    }

    @ParameterizedTest
    @CsvSource({"Κυριάκος Μητσοτάκης,el,kyriakos mitsotakis", "ირაკლი კობახიძე,ka,irakli kobakhidze", "习近平,zh,xi jinping",
        "नरेन्द्र मोदी,hi,narendra modi", "Łukasz Grüß,pl,lukasz gruss", "Ђоковић,sr,dokovic", "محمد بن سلمان,ar,mhmd bn slman",
        "윤석열,ko,yunseog yeol", "Նիկոլ Փաշինյան,hy,nikol pasinyan", "きしだ,ja,kishida"})
    void otherScripts_shouldBeWrittenInLatin(String name, String lang, String latin) {
        assertThat(keys(name, lang)).contains(latin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zelensky", "Zelenskyy", "Zelenskii", "Zelenski", "Zelenskiy", "Zelenskyi", "Zelens'kyj", "Zelenskij", "ZELENSKY", "Zelénsky",
        "Зеленський", "Зеленский", "Зеленски"})
    void spellingsOfOneName_shouldSoundAlike(String spelling) {
        assertThat(sounds(spelling)).contains("zelenski");
    }

    @ParameterizedTest
    @CsvSource({"Grynkewich,Гринкевич", "Witkoff,Віткофф", "Shmyhal,Шмигаль", "Șmîhal,Шмигаль", "Scholz,Шольц", "Sholz,Scholz", "Yermak,Єрмак",
        "Iermak,Ермак", "Jermak,Yermak", "Sybiha,Сибіга", "Kuleba,Кулеба", "Čaputová,Чапутова", "Poroschenko,Порошенко", "Yuliia,Julia", "Ciolacu,Чолаку",
        "Macron,Макрон", "Johnson,Джонсон", "Tokayev,Токаев"})
    void spellingsOfOneName_shouldShareASound(String one, String other) {
        Set<String> shared = new HashSet<>(sounds(one));
        shared.retainAll(sounds(other));

        assertThat(shared).as(sounds(one) + " " + sounds(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Macron,Merkel", "Trump,Tramp", "Putin,Patton", "Iran,Iraq", "Niger,Nigeria", "Austria,Australia", "Slovakia,Slovenia", "Guinea,Guyana"})
    void differentNames_shouldNotSoundAlike(String one, String other) {
        assertThat(sounds(one)).doesNotContainAnyElementsOf(sounds(other));
    }

    @Test
    void cedillaAndComma_shouldBeOne_andRomanianBeFoundWithoutDiacritics() {
        assertThat(NameKeys.of("Coaliția Voluntarilor", "ro")).isEqualTo(NameKeys.of("Coaliţia Voluntarilor", "ro"))
                .isEqualTo(NameKeys.of("COALITIA VOLUNTARILOR", "ro"));
    }

    @Test
    void punctuation_shouldNotMatter() {
        assertThat(NameKeys.of("Quai d’Orsay", "fr")).isEqualTo(NameKeys.of("Quai d'Orsay", "fr")).isEqualTo(NameKeys.of("Quai dʼOrsay", "fr"));
        assertThat(NameKeys.of("Jean-Noël Barrot", "fr")).isEqualTo(NameKeys.of("Jean Noël Barrot", "fr"));
        assertThat(NameKeys.of("U.S. European Command", "en")).isEqualTo(NameKeys.of("US European Command", "en"));
        assertThat(NameKeys.of("оперативний штаб \"коаліції рішучих\"", "uk")).isEqualTo(NameKeys.of("оперативний штаб «коаліції рішучих»", "uk"));
    }

    @Test
    void nameOfSignsAlone_shouldBeFoundAsItStands() {
        assertThat(NameKeys.of("—", "en")).containsExactly(new NameKeys.Key("as-written", "—"));
    }

    @Test
    void longName_shouldBeCut() {
        assertThat(NameKeys.of("щ".repeat(500), "uk")).extracting(NameKeys.Key::key).allSatisfy(key -> assertThat(key).hasSizeLessThanOrEqualTo(500));
        assertThat(List.copyOf(keys("щ".repeat(500), "uk"))).isNotEmpty();
    }
}
