package org.chancery.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.StringLength;

class NameKeysPropertyTest {
    private static final String UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
    private static final String ROMANIAN = "abcdefghijklmnoprstuvwxyzăâîșț";

    @Provide
    Arbitrary<String> ukrainian() {
        return words(UKRAINIAN);
    }

    @Provide
    Arbitrary<String> romanian() {
        return words(ROMANIAN);
    }

    private static Arbitrary<String> words(String letters) {
        return Arbitraries.strings().withChars(letters.toCharArray()).ofMinLength(1).ofMaxLength(12).list().ofMinSize(1).ofMaxSize(4)
                .map(words -> String.join(" ", words));
    }

    /** Few, as texts of all scripts at once are what ICU is slowest with. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void anyText_shouldHaveKeysThatTheTableTakes(@ForAll @StringLength(min = 1, max = 40) String text) {
        if (text.isBlank() || UCharacter.isISOControl(text.codePointAt(0))) {
            return;
        }
        List<NameKeys.Key> keys = NameKeys.of(text, null);

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
        assertThat(keys).extracting(NameKeys.Key::key).allSatisfy(key -> assertThat(key.codePointCount(0, key.length())).isBetween(1, 500));
    }

    /** What the index of words relies on: no empty word. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void anySound_shouldBeWordsPartedByOneSpace(@ForAll @StringLength(min = 1, max = 40) String text) {
        assertThat(NameKeys.of(text, null)).filteredOn(key -> key.method().equals(NameKeys.SOUND))
                .allSatisfy(key -> assertThat(key.key().split(" ", -1)).noneMatch(String::isEmpty));
    }

    @Property
    void latinSpellings_shouldBeLettersOfTheEnglishAlphabet(@ForAll("ukrainian") String text) {
        assertThat(Transliterations.of(text, "uk").values()).allSatisfy(latin -> assertThat(latin).matches("[a-z]+( [a-z]+)*"));
    }

    @Property
    void keys_shouldNotDependOnCase(@ForAll("ukrainian") String ukrainian, @ForAll("romanian") String romanian) {
        assertThat(NameKeys.of(ukrainian.toUpperCase(Locale.ROOT), "uk")).isEqualTo(NameKeys.of(ukrainian, "uk"));
        assertThat(NameKeys.of(romanian.toUpperCase(Locale.ROOT), "ro")).isEqualTo(NameKeys.of(romanian, "ro"));
    }

    @Property
    void keys_shouldNotDependOnCedillaOrComma(@ForAll("romanian") String text) {
        assertThat(NameKeys.of(text.replace('ș', 'ş').replace('ț', 'ţ'), "ro")).isEqualTo(NameKeys.of(text, "ro"));
    }

    @Property
    void keysOfWhatIsWritten_shouldBeKeysOfTheirOwn(@ForAll("romanian") String text) {
        List<NameKeys.Key> keys = NameKeys.of(text, "ro");

        assertThat(NameKeys.of(keys.get(0).key(), "ro")).isEqualTo(keys);
    }

    /** Typed in whichever of the systems: the sound leads to the name. */
    @Property
    void latinSpelling_shouldShareASoundWithItsOriginal(@ForAll("ukrainian") String text) {
        List<String> sounds = NameKeys.of(text, "uk").stream().filter(key -> key.method().equals(NameKeys.SOUND)).map(NameKeys.Key::key).toList();
        Transliterations.of(text, "uk").forEach((method, latin) -> {
            if (!method.equals("iso-9")) {
                assertThat(NameKeys.of(latin, "en")).as(method).extracting(NameKeys.Key::key)
                        .filteredOn(key -> sounds.contains(key)).isNotEmpty();
            }
        });
        assertThat(sounds.stream().collect(Collectors.toSet())).hasSizeBetween(1, 3);
    }
}
