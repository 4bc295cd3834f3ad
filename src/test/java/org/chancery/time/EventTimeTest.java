package org.chancery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    private static final PartialDate DAY = PartialDate.parse("2026-01-06");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # date,                time,  dayPart,       zone,             precision
            2026-01-06,            14:30, -,             Europe/Paris,     minute
            2026-01-06?,           14:30, -,             Europe/Paris,     minute
            2026-01-06,            00:00, -,             UTC,              minute
            2026-01-06,            23:59, -,             Europe/Kyiv,      minute
            2026-01-06,            -,     early-morning, -,                day
            2026-01-06~,           -,     evening,       Europe/Paris,     day
            2026-01-06,            -,     -,             America/New_York, day
            2026-01,               -,     -,             Europe/Paris,     month
            2026-01-05/2026-01-07, -,     -,             Europe/Paris,     interval
            20XX,                  -,     -,             -,                century
            """)
    void parseShouldKeepTheMembersWhenValid(String date, String time, String dayPart, String zone, String precision) {
        EventTime read = EventTime.parse(date, time, dayPart, zone);

        assertThat(read.date()).isEqualTo(PartialDate.parse(date));
        assertThat(read.time()).isEqualTo(time == null ? null : LocalTime.parse(time));
        assertThat(read.dayPart() == null ? null : read.dayPart().word()).isEqualTo(dayPart);
        assertThat(read.zone()).isEqualTo(zone == null ? null : ZoneId.of(zone));
        assertThat(read.precision().word()).isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # date,                time,     dayPart,       zone,             wrong member
            -,                     -,        -,             -,                date
            '',                    -,        -,             -,                date
            2026-02-30,            -,        -,             -,                date
            2026-01,               14:30,    -,             Europe/Paris,     time
            2026-01-XX,            14:30,    -,             Europe/Paris,     time
            2026-01-06/2026-01-06, 14:30,    -,             Europe/Paris,     time
            2026-01-06,            24:00,    -,             Europe/Paris,     time
            2026-01-06,            14:60,    -,             Europe/Paris,     time
            2026-01-06,            9:00,     -,             Europe/Paris,     time
            2026-01-06,            09:00:00, -,             Europe/Paris,     time
            2026-01-06,            09:00Z,   -,             Europe/Paris,     time
            2026-01-06,            '',       -,             Europe/Paris,     time
            2026-01-06,            14:30,    -,             -,                zone
            2026-01-06,            14:30,    evening,       Europe/Paris,     dayPart
            2026-01,               -,        evening,       -,                dayPart
            2026-01-05/2026-01-07, -,        evening,       -,                dayPart
            2026-01-06,            -,        Evening,       -,                dayPart
            2026-01-06,            -,        noon,          -,                dayPart
            """)
    void parseShouldNameTheMemberWhenOneIsWrong(String date, String time, String dayPart, String zone, String member) {
        assertThatExceptionOfType(InvalidDateException.class)
                .isThrownBy(() -> EventTime.parse(date, time, dayPart, zone))
                .satisfies(e -> assertThat(e.member()).isEqualTo(member))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "+01:00", "Z", "UTC+1", "UTC+01:00", "GMT", "GMT+1", "Etc/GMT+1", "Etc/UTC", "EST", "EST5EDT", "CET",
        "SystemV/EST5", "europe/paris", "Europe/Atlantis", "Europe/Paris ", "Paris", "/"})
    void parseShouldRefuseTheZoneWhenItIsNoRegion(String zone) {
        assertThatExceptionOfType(InvalidDateException.class)
                .isThrownBy(() -> EventTime.parse("2026-01-06", "14:30", null, zone))
                .satisfies(e -> assertThat(e.member()).isEqualTo("zone"));
    }

    @Test
    void newShouldRefuseTheTimeWhenItHasSeconds() {
        assertThatExceptionOfType(InvalidDateException.class)
                .isThrownBy(() -> new EventTime(DAY, LocalTime.of(14, 30, 1), null, PARIS))
                .satisfies(e -> assertThat(e.member()).isEqualTo("time"));
    }

    @Test
    void newShouldRefuseTheZoneWhenItIsAnOffset() {
        assertThatExceptionOfType(InvalidDateException.class)
                .isThrownBy(() -> new EventTime(DAY, null, null, ZoneOffset.ofHours(1)))
                .satisfies(e -> assertThat(e.member()).isEqualTo("zone"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # date,      time,  zone,             utc
            2026-01-06,  14:30, Europe/Paris,     2026-01-06T13:30:00Z
            2026-07-06,  14:30, Europe/Paris,     2026-07-06T12:30:00Z
            2026-01-06,  00:30, Europe/Kyiv,      2026-01-05T22:30:00Z
            2026-01-06,  20:00, America/New_York, 2026-01-07T01:00:00Z
            2026-01-06,  14:30, UTC,              2026-01-06T14:30:00Z
            # skipped by the clocks: moved on by the hour that was skipped
            2026-03-29,  02:30, Europe/Paris,     2026-03-29T01:30:00Z
            # shown twice: the first, in summer time
            2026-10-25,  02:30, Europe/Paris,     2026-10-25T00:30:00Z
            2026-01-06?, 14:30, Europe/Paris,     -
            2026-01-06~, 14:30, Europe/Paris,     -
            2026-01-06,  -,     Europe/Paris,     -
            2026-01,     -,     Europe/Paris,     -
            """)
    void utcShouldBeNullUnlessMinuteIsCertainWhenAsked(String date, String time, String zone, Instant utc) {
        assertThat(EventTime.parse(date, time, null, zone).utc()).isEqualTo(utc);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # date,                time,  dayPart, zone,         begins,               ends
            2026-01-06,            -,     -,       -,            2026-01-06T00:00:00Z, 2026-01-07T00:00:00Z
            2026-01-06,            -,     -,       Europe/Paris, 2026-01-05T23:00:00Z, 2026-01-06T23:00:00Z
            2026-01-06,            -,     evening, Europe/Paris, 2026-01-05T23:00:00Z, 2026-01-06T23:00:00Z
            2026-01-06,            14:30, -,       Europe/Paris, 2026-01-06T13:30:00Z, 2026-01-06T23:00:00Z
            2026-01-06?,           14:30, -,       Europe/Paris, 2026-01-06T13:30:00Z, 2026-01-06T23:00:00Z
            2026-03-29,            -,     -,       Europe/Paris, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z
            2026-01-05/2026-01-07, -,     -,       -,            2026-01-05T00:00:00Z, 2026-01-08T00:00:00Z
            2026-01,               -,     -,       -,            2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z
            ../2026,               -,     -,       -,            -,                    2027-01-01T00:00:00Z
            2026/..,               -,     -,       -,            2026-01-01T00:00:00Z, -
            /2026,                 -,     -,       -,            -,                    2027-01-01T00:00:00Z
            2026/,                 -,     -,       -,            2026-01-01T00:00:00Z, -
            """)
    void beginsAndEndsShouldSpanTheBoundsWhenKnown(String date, String time, String dayPart, String zone,
            Instant begins, Instant ends) {
        EventTime read = EventTime.parse(date, time, dayPart, zone);

        assertThat(read.begins()).isEqualTo(begins);
        assertThat(read.ends()).isEqualTo(ends);
    }

    @Test
    void orderKeyShouldFollowTheDayWhenTimesAndPartsMix() {
        List<Long> keys = List.of(
                key("1969-12-31", "23:59", null),
                key("1970-01-01", null, null),
                key("2026-01", null, null),
                key("2026-01-05", "23:59", null),
                key("2026-01-06", null, null),
                key("2026-01-06", "03:59", null),
                key("2026-01-06", null, "early-morning"),
                key("2026-01-06", "05:59", null),
                key("2026-01-06", null, "morning"),
                key("2026-01-06", "11:59", null),
                key("2026-01-06", null, "midday"),
                key("2026-01-06", null, "afternoon"),
                key("2026-01-06", "12:02", null),
                key("2026-01-06", null, "evening"),
                key("2026-01-06", "19:01", null),
                key("2026-01-06", null, "night"),
                key("2026-01-06", "22:01", null),
                key("2026-01-07", null, null),
                EventTime.UNKNOWN_ORDER);

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void orderKeyShouldBeThatOfTheClockWhenPartHasItsConventionalStart() {
        assertThat(key("2026-01-06", null, "early-morning")).isEqualTo(key("2026-01-06", "04:00", null));
        assertThat(key("2026-01-06", null, "morning")).isEqualTo(key("2026-01-06", "06:00", null));
        assertThat(key("2026-01-06", null, "midday")).isEqualTo(key("2026-01-06", "12:00", null));
        assertThat(key("2026-01-06", null, "afternoon")).isEqualTo(key("2026-01-06", "12:01", null));
        assertThat(key("2026-01-06", null, "evening")).isEqualTo(key("2026-01-06", "19:00", null));
        assertThat(key("2026-01-06", null, "night")).isEqualTo(key("2026-01-06", "22:00", null));
        assertThat(key("2026-01-06", null, null)).isEqualTo(key("2026-01-06", "00:00", null));
    }

    @Test
    void orderKeyShouldBeUnknownWhenThereIsNoFirstDay() {
        assertThat(EventTime.orderKey(null, 0)).isEqualTo(EventTime.UNKNOWN_ORDER);
        assertThat(EventTime.parse("../2026", null, null, null).orderKey(7)).isEqualTo(EventTime.UNKNOWN_ORDER);
        assertThat(EventTime.parse("/2026", null, null, null).orderKey(7)).isEqualTo(EventTime.UNKNOWN_ORDER);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000})
    void orderKeyShouldRefuseWhenSequenceIsOutOfRange(int daySequence) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTime.orderKey(null, daySequence));
    }

    @Test
    void dayPartShouldReadItsOwnWordWhenParsed() {
        assertThat(DayPart.values()).allSatisfy(part -> assertThat(DayPart.parse(part.word())).isSameAs(part));
        assertThat(DayPart.values()).extracting(DayPart::word)
                .containsExactly("early-morning", "morning", "midday", "afternoon", "evening", "night");
    }

    private static long key(String date, String time, String dayPart) {
        return EventTime.parse(date, time, dayPart, time == null ? null : "Europe/Paris").orderKey(0);
    }
}
