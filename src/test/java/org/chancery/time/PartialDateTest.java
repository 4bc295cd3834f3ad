package org.chancery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # edtf,                   earliest,   latest,     precision, uncertain, approximate
            2026-01-06,               2026-01-06, 2026-01-06, day,       false,     false
            2026-01-06?,              2026-01-06, 2026-01-06, day,       true,      false
            2026-01-06~,              2026-01-06, 2026-01-06, day,       false,     true
            2026-01-06%,              2026-01-06, 2026-01-06, day,       true,      true
            2024-02-29,               2024-02-29, 2024-02-29, day,       false,     false
            2026-01,                  2026-01-01, 2026-01-31, month,     false,     false
            2026-02~,                 2026-02-01, 2026-02-28, month,     false,     true
            2026-01-XX,               2026-01-01, 2026-01-31, month,     false,     false
            2024-02-XX,               2024-02-01, 2024-02-29, month,     false,     false
            2026,                     2026-01-01, 2026-12-31, year,      false,     false
            2026?,                    2026-01-01, 2026-12-31, year,      true,      false
            2026-XX,                  2026-01-01, 2026-12-31, year,      false,     false
            2026-XX-XX,               2026-01-01, 2026-12-31, year,      false,     false
            202X,                     2020-01-01, 2029-12-31, decade,    false,     false
            20XX,                     2000-01-01, 2099-12-31, century,   false,     false
            20XX~,                    2000-01-01, 2099-12-31, century,   false,     true
            0000,                     0000-01-01, 0000-12-31, year,      false,     false
            9999-12-31,               9999-12-31, 9999-12-31, day,       false,     false
            2026-01-05/2026-01-07,    2026-01-05, 2026-01-07, interval,  false,     false
            2026-01-05/2026-01-05,    2026-01-05, 2026-01-05, interval,  false,     false
            2026-01-05?/2026-01-07,   2026-01-05, 2026-01-07, interval,  true,      false
            2026-01-05/2026-01-07~,   2026-01-05, 2026-01-07, interval,  false,     true
            2026-01-05?/2026-01-07~,  2026-01-05, 2026-01-07, interval,  true,      true
            2025-12/2026-01-XX,       2025-12-01, 2026-01-31, interval,  false,     false
            2026-06-15/2026-06,       2026-06-15, 2026-06-30, interval,  false,     false
            2026/2026-03,             2026-01-01, 2026-03-31, interval,  false,     false
            202X/2026,                2020-01-01, 2026-12-31, interval,  false,     false
            ../2026,                  -,          2026-12-31, interval,  false,     false
            2026/..,                  2026-01-01, -,          interval,  false,     false
            2026-01?/..,              2026-01-01, -,          interval,  true,      false
            /2026,                    -,          2026-12-31, interval,  false,     false
            2026-01-06%/,             2026-01-06, -,          interval,  true,      true
            """)
    void parseShouldGiveBoundsAndPrecisionWhenTextIsEdtf(String edtf, LocalDate earliest, LocalDate latest,
            String precision, boolean uncertain, boolean approximate) {
        PartialDate date = PartialDate.parse(edtf);

        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.precision().word()).isEqualTo(precision);
        assertThat(date.uncertain()).isEqualTo(uncertain);
        assertThat(date.approximate()).isEqualTo(approximate);
        assertThat(edtf).matches(PartialDate.PATTERN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
        "", " ", "?", "..", "/", "../", "/..", "../..", "//", "2026/2027/2028", "2026/...", "..2026", "2026..2027",
        "../2026?..", "..?/2026", "2026/~",
        "26", "202", "20261", "-2026", "+2026", "Y20260", "2026E2", "2026S2", "XXXX", "2XXX", "X026", "20X6",
        "2026-1", "2026-00", "2026-13", "2026-21", "2026-1X", "2026-X1", "202X-01", "20XX-XX", "2026-XX-06", "2026-0X",
        "2026-01-00", "2026-01-32", "2026-01-6", "2026-01-1X", "2026-01-XX-XX", "20260106", "2026-01-06-07",
        "2026-01-06??", "2026-01-06?~", "?2026", "2026?-01", "2026-01-06!", "2026-xx", "2026-01-06T10:00",
        "2026-01-06T10:00:00Z", "2026-W02", "2026-006", "{2026,2027}", "[2026..2027]",
        " 2026", "2026 ", "2026\n", "2026-01-06\n", "2026\u0000", "2026\u201301", "\u0662\u0660\u0662\u0666",
        "\uff12\uff10\uff12\uff16", "2026-01-06 / 2026-01-07", "today"})
    void parseShouldRefuseWhenTextIsNotInTheProfile(String text) {
        assertThatExceptionOfType(InvalidDateException.class)
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessageStartingWith("A date must be EDTF");
        if (text != null) {
            assertThat(Pattern.matches(PartialDate.PATTERN, text)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-30              | There is no day 30 in 2026-02, which has 28 days.
            2026-02-29?             | There is no day 29 in 2026-02, which has 28 days.
            1900-02-29              | There is no day 29 in 1900-02, which has 28 days.
            2026-04-31              | There is no day 31 in 2026-04, which has 30 days.
            2026-04-01/2026-04-31   | There is no day 31 in 2026-04, which has 30 days.
            ../2026-11-31           | There is no day 31 in 2026-11, which has 30 days.
            2026-01-07/2026-01-05   | The interval ends before it starts.
            2027/2026-XX            | The interval ends before it starts.
            2026-06/2026-01-15      | The interval ends before it starts.
            """)
    void parseShouldSayWhyWhenDatesCannotBe(String text, String message) {
        assertThatExceptionOfType(InvalidDateException.class)
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessage(message)
                .satisfies(e -> assertThat(e.member()).isNull());
    }

    @Test
    void patternShouldStayWithinTheContractWhenItChanges() {
        assertThat(PartialDate.PATTERN)
                .hasSizeLessThanOrEqualTo(400)
                .startsWith("^(").endsWith(")$")
                .doesNotContain("(?")
                .doesNotContainPattern("\\\\[0-9a-zA-Z]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31", "+10000-01-01"})
    void ofDayShouldRefuseWhenYearHasNotFourDigits(LocalDate day) {
        assertThatExceptionOfType(InvalidDateException.class).isThrownBy(() -> PartialDate.ofDay(day));
    }

    @Test
    void newShouldRefuseWhenBoundsAreReversed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate("2026", LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 1, 1), Precision.YEAR, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06, true", "2026-01-06?, false", "2026-01-06~, false", "2026-01-06%, false", "2026-01-XX, false",
        "2026-01, false", "2026-01-06/2026-01-06, false"})
    void isCertainDayShouldHoldOnlyWhenOneUnqualifiedDay(String edtf, boolean expected) {
        assertThat(PartialDate.parse(edtf).isCertainDay()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06, 2026-01-05, false", "2026-01-06, 2026-01-06, true", "2026-01-06, 2026-01-07, false",
        "2026-01, 2025-12-31, false", "2026-01, 2026-01-01, true", "2026-01, 2026-01-31, true",
        "2026-01, 2026-02-01, false",
        "../2026, 0001-01-01, true", "../2026, 2026-12-31, true", "../2026, 2027-01-01, false",
        "2026/.., 2025-12-31, false", "2026/.., 9999-12-31, true",
        "/2026, 1990-05-05, true", "2026/, 2030-05-05, true"})
    void possiblyContainsShouldFollowTheBoundsWhenAskedForADay(String edtf, LocalDate day, boolean expected) {
        assertThat(PartialDate.parse(edtf).possiblyContains(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-06, true", "2026-01-06, 2026-01-06, false", "2026-01-07, 2026-01-06, false",
        "2025, 2026, true", "2026-01, 2026, false", "2026, 2026-06, false", "../2025, 2026/.., true",
        "2025/.., 2026, false", "2025/, 2026, false", "2025, ../2026, false", "2025, /2026, false",
        "2025?, 2026, false", "2025~, 2026, false", "2025, 2026%, false"})
    void certainlyBeforeShouldHoldOnlyWhenNoReadingOverlaps(String one, String other, boolean expected) {
        assertThat(PartialDate.parse(one).certainlyBefore(PartialDate.parse(other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-06, true", "2026-01-06, 2026-01-06, true", "2026-01-07, 2026-01-06, false",
        "2026, 2026-01-01, true", "2026-12-31, 2026, true", "2027, 2026, false",
        "../2026, 1990, true", "/2026, 1990, true", "2026, 2020/.., true", "2026, 2020/, true",
        "2027?, 2026, false"})
    void mayPrecedeOrEqualShouldFailOnlyWhenImpossible(String start, String end, boolean expected) {
        assertThat(PartialDate.parse(start).mayPrecedeOrEqual(PartialDate.parse(end))).isEqualTo(expected);
    }
}
