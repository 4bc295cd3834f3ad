package org.chancery.time;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts of the profile, built from days and not from the regular expression that they test. */
final class EdtfArbitraries {

    private EdtfArbitraries() {
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(LocalDate.of(0, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Every form of a date that can mean the day; the first, the day itself, is a form of a single day. */
    static Arbitrary<String> formsOf(LocalDate day) {
        String text = day.toString();
        String year = text.substring(0, 4);
        String month = text.substring(0, 7);
        Arbitrary<String> form = Arbitraries.of(text, month, month + "-XX", year, year + "-XX", year + "-XX-XX",
                year.substring(0, 3) + "X", year.substring(0, 2) + "XX");
        return Combinators.combine(form, Arbitraries.of("", "?", "~", "%")).as(String::concat);
    }

    static Arbitrary<String> dates() {
        return days().flatMap(EdtfArbitraries::formsOf);
    }

    static Arbitrary<String> intervals() {
        return Combinators.combine(days(), days()).flatAs((one, other) -> {
            LocalDate first = one.isBefore(other) ? one : other;
            LocalDate last = one.isBefore(other) ? other : one;
            return Combinators.combine(formsOf(first), formsOf(last)).as((from, to) -> from + "/" + to);
        });
    }

    static Arbitrary<String> halfIntervals() {
        return Combinators.combine(dates(), Arbitraries.of("../#", "#/..", "/#", "#/"))
                .as((date, frame) -> frame.replace("#", date));
    }

    static Arbitrary<String> valid() {
        return Arbitraries.oneOf(dates(), intervals(), halfIntervals());
    }
}
