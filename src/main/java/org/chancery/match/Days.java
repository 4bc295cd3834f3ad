package org.chancery.match;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.chancery.time.PartialDate;

/** The days that a date or period may mean; null where a side is open or unknown. */
record Days(LocalDate first, LocalDate last, boolean qualified) {

    static Days of(PartialDate date) {
        return new Days(date.earliest(), date.latest(), date.uncertain() || date.approximate());
    }

    /** Days between the two: 0 where they overlap, 1 where one begins on the day after the other. */
    long gap(Days other) {
        return Math.max(0, Math.max(after(other), other.after(this)));
    }

    private long after(Days other) {
        return first == null || other.last == null ? 0 : ChronoUnit.DAYS.between(other.last, first);
    }

    /** How much it says that the two overlap: 1 for one and the same day, less the wider either of them is. */
    double closeness(Days other) {
        long width = Math.max(width(), other.width());
        return width <= 1 ? 1 : width <= 7 ? 0.8 : width <= 31 ? 0.6 : width <= 366 ? 0.4 : 0.2;
    }

    /** A date that is uncertain or approximate contradicts half as much. */
    double certainty(Days other) {
        return qualified || other.qualified ? 0.5 : 1;
    }

    private long width() {
        return first == null || last == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(first, last) + 1;
    }
}
