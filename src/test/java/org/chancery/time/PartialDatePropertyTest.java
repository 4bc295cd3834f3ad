package org.chancery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class PartialDatePropertyTest {

    @Provide
    Arbitrary<String> valid() {
        return EdtfArbitraries.valid();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return EdtfArbitraries.days();
    }

    @Provide
    Arbitrary<Tuple2<LocalDate, String>> daysAndForms() {
        return EdtfArbitraries.days().flatMap(day -> EdtfArbitraries.formsOf(day).map(form -> Tuple.of(day, form)));
    }

    /** A valid text with one to three characters replaced, removed or inserted. */
    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<Character> character = Arbitraries.oneOf(
                Arbitraries.of('0', '1', '2', '3', '9', 'X', 'x', '-', '/', '.', '?', '~', '%', ' ', '\n', 'T'),
                Arbitraries.chars().all());
        Arbitrary<Mutation> mutation = Combinators.combine(Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 2), character).as(Mutation::new);
        return Combinators.combine(valid(), mutation.list().ofMinSize(1).ofMaxSize(3)).as((text, mutations) -> {
            String result = text;
            for (Mutation each : mutations) {
                result = each.applyTo(result);
            }
            return result;
        });
    }

    @Property
    void parseShouldKeepTheTextWhenValid(@ForAll("valid") String edtf) {
        assertThat(PartialDate.parse(edtf).edtf()).isEqualTo(edtf);
        assertThat(PartialDate.parse(edtf)).isEqualTo(PartialDate.parse(edtf));
    }

    @Property
    void parseShouldOrderTheBoundsWhenBothAreKnown(@ForAll("valid") String edtf) {
        PartialDate date = PartialDate.parse(edtf);

        assertThat(date.earliest() != null || date.latest() != null).isTrue();
        if (date.earliest() != null && date.latest() != null) {
            assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
        }
    }

    @Property
    void parseShouldKeepTheDayWithinTheBoundsWhenDigitsAreDropped(
            @ForAll("daysAndForms") Tuple2<LocalDate, String> it) {
        PartialDate date = PartialDate.parse(it.get2());

        assertThat(date.possiblyContains(it.get1())).isTrue();
        assertThat(date.possiblyContains(date.earliest().minusDays(1))).isFalse();
        assertThat(date.possiblyContains(date.latest().plusDays(1))).isFalse();
    }

    @Property
    void ofDayShouldMeanThatDayWhenAnyDay(@ForAll("days") LocalDate day) {
        assertThat(PartialDate.ofDay(day))
                .isEqualTo(new PartialDate(day.toString(), day, day, Precision.DAY, false, false));
    }

    @Property
    void patternShouldAcceptWhenValid(@ForAll("valid") String edtf) {
        assertThat(edtf).matches(PartialDate.PATTERN);
    }

    @Property(tries = 5000)
    void parseShouldAcceptOrRefuseCleanlyWhenTextIsMutated(@ForAll("mutated") String text) {
        assertParsesOrRefuses(text);
    }

    @Property
    void parseShouldAcceptOrRefuseCleanlyWhenTextIsAnything(@ForAll String text) {
        assertParsesOrRefuses(text);
    }

    @Property
    void certainlyBeforeShouldAgreeWithItsConverseWhenAnyTwo(@ForAll("valid") String one, @ForAll("valid") String two) {
        PartialDate a = PartialDate.parse(one);
        PartialDate b = PartialDate.parse(two);

        if (a.certainlyBefore(b)) {
            assertThat(a.mayPrecedeOrEqual(b)).isTrue();
            assertThat(b.mayPrecedeOrEqual(a)).isFalse();
            assertThat(b.certainlyBefore(a)).isFalse();
        } else if (!b.mayPrecedeOrEqual(a)) {
            assertThat(a.uncertain() || a.approximate() || b.uncertain() || b.approximate()).isTrue();
        }
    }

    private static void assertParsesOrRefuses(String text) {
        Throwable thrown = catchThrowable(() -> PartialDate.parse(text));
        if (thrown == null) {
            assertThat(PartialDate.parse(text).edtf()).isEqualTo(text).matches(PartialDate.PATTERN);
            return;
        }
        assertThat(thrown).isExactlyInstanceOf(InvalidDateException.class);
        assertThat(thrown.getMessage()).isNotBlank();
        if (Pattern.matches(PartialDate.PATTERN, text)) {
            assertThat(thrown.getMessage()).containsAnyOf("There is no day", "ends before it starts");
        }
    }

    private record Mutation(int position, int kind, char character) {

        String applyTo(String text) {
            int at = Math.min(position, text.length());
            String tail = text.substring(Math.min(at + 1, text.length()));
            return switch (kind) {
                case 0 -> text.substring(0, at) + tail;
                case 1 -> text.substring(0, at) + character + tail;
                default -> text.substring(0, at) + character + text.substring(at);
            };
        }
    }
}
