package org.chancery.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When an event starts or ends, as local wall time. Every instance keeps these rules, however it was made; a breach is
 * an {@link InvalidDateException} that names the member:
 * <ul>
 *   <li>a time or a part of the day needs a date that is a single day (it may be qualified); never both;
 *   <li>a time has a zone and whole minutes, 00:00 to 23:59;
 *   <li>a zone is a region of the IANA time zone database ({@code Europe/Paris}) or {@code UTC}, no fixed offset.
 * </ul>
 *
 * @param date never null; an event whose start is wholly unknown has no event time
 * @param time null when no source gives a clock time; it is never filled in
 * @param dayPart null when unknown or when the time is known
 * @param zone null when unknown
 */
public record EventTime(PartialDate date, LocalTime time, DayPart dayPart, ZoneId zone) {

    /** Where {@link #orderKey(EventTime, int)} puts what has no first day: after everything else. */
    public static final long UNKNOWN_ORDER = Long.MAX_VALUE;

    /** The greatest number that tells apart events of one day that are otherwise at the same time. */
    public static final int MAX_DAY_SEQUENCE = 999;

    private static final long KEYS_PER_MINUTE = MAX_DAY_SEQUENCE + 1L;
    private static final long KEYS_PER_DAY = 24 * 60 * KEYS_PER_MINUTE;

    public EventTime {
        if (date == null) {
            throw new InvalidDateException("date", "An event time needs a date.");
        }
        if (time != null) {
            if (date.precision() != Precision.DAY) {
                throw new InvalidDateException("time", "A time needs a date that is a single day.");
            }
            if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                throw new InvalidDateException("time", "A time has whole minutes: HH:mm.");
            }
            if (zone == null) {
                throw new InvalidDateException("zone", "A time needs the zone of its place, such as Europe/Paris.");
            }
        }
        if (dayPart != null) {
            if (time != null) {
                throw new InvalidDateException("dayPart", "Give a time or a dayPart, not both.");
            }
            if (date.precision() != Precision.DAY) {
                throw new InvalidDateException("dayPart", "A dayPart needs a date that is a single day.");
            }
        }
        WallTime.requireRegion(zone);
    }

    /**
     * Reads the members as a client writes them; all but the date may be null.
     *
     * @param date EDTF, see {@link PartialDate#parse}
     * @param time {@code HH:mm}, 00:00 to 23:59
     * @param dayPart a word of {@link DayPart}
     * @param zone an IANA region id, case-sensitive, or {@code UTC}
     * @throws InvalidDateException that names the member that is wrong
     */
    public static EventTime parse(String date, String time, String dayPart, String zone) {
        return new EventTime(WallTime.parseDate(date),
                time == null ? null : WallTime.parseTime(time),
                dayPart == null ? null : DayPart.parse(dayPart),
                zone == null ? null : WallTime.parseZone(zone));
    }

    /** The precision of a minute when a time is given, else that of the date. */
    public Precision precision() {
        return time == null ? date.precision() : Precision.MINUTE;
    }

    /**
     * The instant of this wall time, or null unless it has a time on a certain day. A wall time that the clocks skipped
     * moves forward by the length of the gap; of one that they showed twice the first is taken
     * ({@link ZonedDateTime#ofLocal}).
     */
    public Instant utc() {
        return time == null || !date.isCertainDay()
                ? null
                : ZonedDateTime.of(date.earliest(), time, zone).toInstant();
    }

    /**
     * The earliest instant at which it may be: that of the time, else the start of the first day, in its zone or, where
     * that is unknown, in UTC. A part of the day does not narrow it. Null when the start is open or unknown.
     */
    public Instant begins() {
        if (time != null) {
            return ZonedDateTime.of(date.earliest(), time, zone).toInstant();
        }
        return date.earliest() == null ? null : startOf(date.earliest());
    }

    /**
     * The instant by which its last day is over (exclusive), in its zone or, where that is unknown, in UTC, whether or
     * not it has a time. Null when the end is open or unknown.
     */
    public Instant ends() {
        return date.latest() == null ? null : startOf(date.latest().plusDays(1));
    }

    /**
     * The instant by which what has this start and end is over (exclusive): that of a known end, else the end of its last
     * day, else of the start's.
     *
     * @param start null for an unknown start
     * @param end null for an unknown end
     * @return null when no last day is known
     */
    public static Instant over(EventTime start, EventTime end) {
        if (end == null) {
            return start == null ? null : start.ends();
        }
        return end.utc() != null ? end.utc() : end.ends();
    }

    /**
     * A number that sorts events: by the first day, then by local wall time (a part of the day counts from its
     * conventional start, a date alone from 00:00), then by the sequence.
     *
     * @param start null for an unknown start
     * @param daySequence 0 to {@link #MAX_DAY_SEQUENCE}
     * @return {@link #UNKNOWN_ORDER} when there is no first day
     */
    public static long orderKey(EventTime start, int daySequence) {
        if (daySequence < 0 || daySequence > MAX_DAY_SEQUENCE) {
            throw new IllegalArgumentException("daySequence must be 0 to " + MAX_DAY_SEQUENCE + ": " + daySequence);
        }
        if (start == null || start.date.earliest() == null) {
            return UNKNOWN_ORDER;
        }
        return start.date.earliest().toEpochDay() * KEYS_PER_DAY
                + start.minuteOfDay() * KEYS_PER_MINUTE
                + daySequence;
    }

    /** {@link #orderKey(EventTime, int)} of this. */
    public long orderKey(int daySequence) {
        return orderKey(this, daySequence);
    }

    private long minuteOfDay() {
        LocalTime sorted = time != null ? time : dayPart != null ? dayPart.conventionalStart() : LocalTime.MIDNIGHT;
        return sorted.toSecondOfDay() / 60;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone == null ? ZoneOffset.UTC : zone).toInstant();
    }
}
