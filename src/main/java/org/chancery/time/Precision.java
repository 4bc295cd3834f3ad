package org.chancery.time;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How much of a date is known. Digits written as {@code X} are not known: {@code 2026-01-XX} has the precision of a
 * month, {@code 2026-XX} that of a year. {@link #MINUTE} occurs only in an {@link EventTime} that has a clock time.
 */
public enum Precision {
    CENTURY("century"),
    DECADE("decade"),
    YEAR("year"),
    MONTH("month"),
    DAY("day"),
    MINUTE("minute"),
    /** Two dates joined by {@code /}, whatever the precision of each. */
    INTERVAL("interval");

    private final String word;

    Precision(String word) {
        this.word = word;
    }

    /** The word of the API. */
    @JsonValue
    public String word() {
        return word;
    }
}
