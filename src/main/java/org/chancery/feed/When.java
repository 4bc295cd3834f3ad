package org.chancery.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.EventTime;

/**
 * Start and end as a calendar has them: both a {@link LocalDate}, or both an instant ({@link ZonedDateTime}; {@link Instant} in UTC).
 *
 * @param end exclusive; null where the start says enough
 */
record When(Temporal start, Temporal end) {

    static When of(EventSummary event) {
        EventTime start = event.getStart();
        EventTime end = event.getEnd();
        LocalDate first = LocalDate.parse(start.getEarliest());
        LocalDate last = end == null || end.getLatest() == null ? LocalDate.parse(start.getLatest()) : LocalDate.parse(end.getLatest());
        if (start.getTime() == null || last.isAfter(first) && (end == null || end.getTime() == null)) {
            return new When(first, last.isAfter(first) ? last.plusDays(1) : null);
        }
        ZonedDateTime begins = at(first, start);
        ZonedDateTime ends = end == null || end.getTime() == null ? null : at(last, end);
        return new When(stamp(begins), ends != null && ends.isAfter(begins) ? stamp(ends) : null);
    }

    private static ZonedDateTime at(LocalDate day, EventTime time) {
        return ZonedDateTime.of(day, LocalTime.parse(time.getTime()), ZoneId.of(time.getZone()));
    }

    private static Temporal stamp(ZonedDateTime time) {
        return isUtc(time) ? time.toInstant() : time;
    }

    private static boolean isUtc(ZonedDateTime time) {
        return time.getZone().normalized().equals(ZoneOffset.UTC);
    }
}
