package org.chancery.time;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;

/**
 * The part of a day in which a source places an event to which it gives no clock time. The start is a convention that
 * serves to sort a day's events and says nothing about when the event began.
 */
public enum DayPart {
    EARLY_MORNING("early-morning", LocalTime.of(4, 0)),
    MORNING("morning", LocalTime.of(6, 0)),
    MIDDAY("midday", LocalTime.of(12, 0)),
    /** One minute after midday, so that the two never share a place in the order. */
    AFTERNOON("afternoon", LocalTime.of(12, 1)),
    EVENING("evening", LocalTime.of(19, 0)),
    NIGHT("night", LocalTime.of(22, 0));

    private final String word;
    private final LocalTime conventionalStart;

    DayPart(String word, LocalTime conventionalStart) {
        this.word = word;
        this.conventionalStart = conventionalStart;
    }

    /**
     * Reads a word of the API.
     *
     * @throws InvalidDateException (member {@code dayPart}) for any other word
     */
    public static DayPart parse(String word) {
        for (DayPart part : values()) {
            if (part.word.equals(word)) {
                return part;
            }
        }
        throw new InvalidDateException("dayPart",
                "dayPart must be early-morning, morning, midday, afternoon, evening or night.");
    }

    /** The word of the API. */
    @JsonValue
    public String word() {
        return word;
    }

    LocalTime conventionalStart() {
        return conventionalStart;
    }
}
