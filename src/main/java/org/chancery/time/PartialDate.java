package org.chancery.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A date of any precision, or an interval of dates: EDTF (ISO 8601-2:2019) level 0 and level 1 without times, seasons,
 * negative years and years beyond four digits. Calendar: proleptic Gregorian, as ISO 8601-1.
 *
 * <p>The qualifiers {@code ?} (uncertain), {@code ~} (approximate) and {@code %} (both) do not widen {@code earliest}
 * and {@code latest}: these are the bounds of the date as stated.
 *
 * @param edtf the text as given; two texts with the same bounds, {@code 2026-XX} and {@code 2026}, are not equal
 * @param earliest the first day it can mean; null when the start is open ({@code ../2026}) or unknown ({@code /2026})
 * @param latest the last day it can mean, inclusive; null when the end is open ({@code 2026/..}) or unknown
 *     ({@code 2026/})
 * @param precision what is known; {@link Precision#INTERVAL} for anything with a {@code /}
 * @param uncertain whether it, or one side of the interval, is marked {@code ?} or {@code %}
 * @param approximate whether it, or one side of the interval, is marked {@code ~} or {@code %}
 */
public record PartialDate(String edtf, LocalDate earliest, LocalDate latest, Precision precision,
        boolean uncertain, boolean approximate) {

    /**
     * An anchored regular expression (RE2, ECMA 262 and Java alike) that accepts every text that {@link #parse}
     * accepts. Beyond those it accepts only days that their month lacks (30 and 31) and intervals that run backwards.
     */
    public static final String PATTERN = EdtfParser.PATTERN;

    public PartialDate {
        Objects.requireNonNull(edtf, "edtf");
        Objects.requireNonNull(precision, "precision");
        if (earliest != null && latest != null && earliest.isAfter(latest)) {
            throw new IllegalArgumentException("earliest " + earliest + " is after latest " + latest);
        }
    }

    /**
     * Reads an EDTF text. Nothing is trimmed or corrected.
     *
     * @throws InvalidDateException for anything else, days that do not exist and intervals that run backwards included
     */
    public static PartialDate parse(String edtf) {
        return EdtfParser.parse(edtf);
    }

    /**
     * The date that is exactly this day.
     *
     * @throws InvalidDateException for a year outside 0000 to 9999
     */
    public static PartialDate ofDay(LocalDate day) {
        return parse(day.toString());
    }

    /** Whether it means exactly one day and no qualifier puts that in doubt. */
    public boolean isCertainDay() {
        return precision == Precision.DAY && isUnqualified();
    }

    /** Whether the day lies within the bounds; an open or unknown side bounds nothing. */
    public boolean possiblyContains(LocalDate day) {
        return (earliest == null || !day.isBefore(earliest)) && (latest == null || !day.isAfter(latest));
    }

    /**
     * Whether every day of this date is before every day of the other. A qualified date, and one without the bound that
     * is asked for, is certainly before nothing.
     */
    public boolean certainlyBefore(PartialDate other) {
        return isUnqualified() && other.isUnqualified()
                && latest != null && other.earliest != null && latest.isBefore(other.earliest);
    }

    /** Whether this can be the start of what the other ends: false only when the bounds make that impossible. */
    public boolean mayPrecedeOrEqual(PartialDate other) {
        return earliest == null || other.latest == null || !earliest.isAfter(other.latest);
    }

    private boolean isUnqualified() {
        return !uncertain && !approximate;
    }
}
