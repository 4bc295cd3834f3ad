package org.chancery.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNameTest {
    private static TypedName.Score score(String typed, String name) {
        return TypedName.of(typed).score(NameKeys.of(name, null));
    }

    @ParameterizedTest
    @CsvSource({"macron emmanuel,Emmanuel Macron,EXACT", "mac emm,Emmanuel Macron,PREFIX", "Макрон,Emmanuel Macron,TRANSLITERATED", "Makr,Emmanuel Macron,TRANSLITERATED",
        "Макроном,Emmanuel Macron,FUZZY", "Макроном,Емманюель Макрон,FUZZY", "Marcon,Emmanuel Macron,FUZZY", "Macron Brigitte,Emmanuel Macron,FUZZY",
        "President Macron,Emmanuel Macron,EXACT", "Xi Jin Ping,Xi Jinping,EXACT"})
    void match_shouldSayHow(String typed, String name, TypedName.Match match) {
        assertThat(score(typed, name).match()).isEqualTo(match);
        assertThat(score(typed, name).value()).isPositive();
    }

    @Test
    void score_shouldFallWithWhatIsWrong() {
        String name = "Alexus Grynkewich";

        assertThat(score(name, name).value()).isEqualTo(1);
        assertThat(score("grynkewich alexus", name).value()).isEqualTo(1);
        assertThat(score("Grynkewich", name).value()).isBetween(score("Grynkew", name).value(), 0.99);
        assertThat(score("Grinkevich", name).value()).isBetween(score("Grinkevihc", name).value(), score("Grynkewich", name).value());
        assertThat(score("Alexus Smith", name).value()).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"Iran,Iraq", "G7,G8", "Niger,Nigel Farage", "2008 Oslo Convention,2009 Bern Accord", "Angela Merkel,Angela Rayner"})
    void otherNames_shouldStayBelowTheThresholdOfASearch(String typed, String name) {
        assertThat(score(typed, name).value()).isLessThan(0.55);
    }

    @ParameterizedTest
    @CsvSource({"Володимир Олександрович Зеленський,Volodymyr Zelensky", "Зеленський Володимир Олександрович,Володимир Зеленський",
        "Володимира Олександровича Зеленського,Володимир Зеленський", "Vladimir Vladimirovich Putin,Vladimir Putin", "Олена Петрівна Коваль,Олена Коваль"})
    void patronymics_shouldCountLittle_whereTheNameHasNone(String typed, String name) {
        assertThat(score(typed, name).value()).isGreaterThan(0.8);
        assertThat(score(typed, name).match()).isEqualTo(TypedName.Match.FUZZY);
        assertThat(score(typed, typed).value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Іван Олександрович Зеленський,Volodymyr Zelensky", "Ana Maria Petrovich,Ana Maria Ionescu", "Володимир Олександрович,Володимир Коваль"})
    void surnames_shouldBeNoPatronymics(String typed, String name) {
        assertThat(score(typed, name).value()).isLessThan(0.7);
    }

    @ParameterizedTest
    @CsvSource({"法国,斯洛伐克共和国", "中国,墨西哥合众国", "Ze,捷克", "z,乍得", "Мак,北马其顿"})
    void syllablesOfChineseNames_shouldSayNothing_hereAndThere(String typed, String name) {
        assertThat(TypedName.of(typed).score(NameKeys.of(name, "zh")).value()).isLessThan(0.55);
    }

    @ParameterizedTest
    @CsvSource({"Xi Jinping,习近平", "Xi Jingping,习近平", "Си Цзиньпин,习近平", "Jinping,习近平", "zhongguo,中国", "墨西哥,墨西哥合众国"})
    void namesInPinyin_shouldBeFound_wholeAndBegun(String typed, String name) {
        assertThat(TypedName.of(typed).score(NameKeys.of(name, "zh")).value()).isGreaterThan(0.55);
    }

    @ParameterizedTest
    @CsvSource({"Байден,Joe Biden", "Байденом,Joe Biden", "Джо Байден,Joe Biden"})
    void englishNames_shouldBeFound_asCyrillicSpellsTheirVowel(String typed, String name) {
        assertThat(score(typed, name).value()).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({"Зеленського,Зеленським,true", "Макрона,Макрон,true", "Польщі,Польща,true", "Путін,Путилін,false", "Macron,Macronом,false", "Буданов,Бурбон,false"})
    void cases_shouldBeFormsOfOneWord(String one, String other, boolean same) {
        assertThat(Inflections.ofOneWord(Folding.fold(one), Folding.fold(other))).isEqualTo(same);
    }

    @Test
    void query_shouldLeaveOutWhatTellsNothing_unlessThereIsNothingElse() {
        assertThat(TypedName.of("President of France").query()).isEqualTo("('france':*)");
        assertThat(TypedName.of("of the").query()).isEqualTo("('of':* & 'te':*)");
        assertThat(TypedName.of("---").query()).isEmpty();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("абвгіїйєщabcdefzyșț'’-. \"7".toCharArray()).ofMinLength(1).ofMaxLength(40).filter(name -> !name.isBlank());
    }

    @Property
    void score_shouldBeBetween0And1_and1ForTheNameItself(@ForAll("names") String typed, @ForAll("names") String name) {
        assertThat(score(typed, name).value()).isBetween(0.0, 1.0);
        if (!Words.join(name).isEmpty()) {
            assertThat(score(name, name).value()).isEqualTo(1);
        }
    }

    @Property
    void marks_shouldBeApartAndInOrder(@ForAll("names") String typed, @ForAll("names") String name) {
        int end = 0;
        for (int[] mark : TypedName.of(typed).marks(name, "uk")) {
            assertThat(mark[0]).isGreaterThanOrEqualTo(end);
            assertThat(mark[1]).isGreaterThan(mark[0]).isLessThanOrEqualTo(name.length());
            end = mark[1];
        }
    }
}
