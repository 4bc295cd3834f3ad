package org.chancery.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EventTimePropertyTest {

    private record Placed(LocalDate day, LocalTime time, int sequence) {

        long key() {
            return new EventTime(PartialDate.ofDay(day), time, null, UTC).orderKey(sequence);
        }
    }

    private static final ZoneId UTC = ZoneId.of("UTC");

    @Provide
    Arbitrary<LocalDate> days() {
        return EdtfArbitraries.days();
    }

    /** Days of the years in which zones change their offset, so that gaps and overlaps occur. */
    @Provide
    Arbitrary<LocalDate> recentDays() {
        return Arbitraries.longs()
                .between(LocalDate.of(1970, 1, 1).toEpochDay(), LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<LocalTime> minutes() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Paris", "Europe/Kyiv", "Europe/Moscow", "America/New_York",
                "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Auckland")
                .map(ZoneId::of);
    }

    /** Few days and sequences, so that ties at each level occur. */
    @Provide
    Arbitrary<Placed> placed() {
        Arbitrary<LocalDate> day = Arbitraries.oneOf(days(),
                Arbitraries.integers().between(-2, 2).map(LocalDate::ofEpochDay));
        Arbitrary<LocalTime> time = Arbitraries.oneOf(minutes(),
                Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(23, 59)));
        return Combinators.combine(day, time, Arbitraries.integers().between(0, 999)).as(Placed::new);
    }

    @Property
    void utcShouldEqualTheConversionOfJavaTimeWhenCertain(@ForAll("recentDays") LocalDate day,
            @ForAll("minutes") LocalTime time, @ForAll("zones") ZoneId zone) {
        Instant expected = ZonedDateTime.of(day, time, zone).toInstant();

        assertThat(EventTime.parse(day.toString(), time.toString(), null, zone.getId()).utc()).isEqualTo(expected);
    }

    @Property
    void beginsShouldNotFollowEndsWhenDayIsGiven(@ForAll("recentDays") LocalDate day,
            @ForAll("minutes") LocalTime time, @ForAll("zones") ZoneId zone) {
        EventTime whole = new EventTime(PartialDate.ofDay(day), null, null, zone);
        EventTime timed = new EventTime(PartialDate.ofDay(day), time, null, zone);

        assertThat(whole.ends()).isEqualTo(timed.ends());
        assertThat(timed.begins()).isBetween(whole.begins(), whole.ends());
    }

    @Property
    void orderKeyShouldCompareAsDayThenMinuteThenSequenceWhenAnyTwo(@ForAll("placed") Placed one,
            @ForAll("placed") Placed two) {
        int expected = Comparator.comparing(Placed::day).thenComparing(Placed::time).thenComparing(Placed::sequence)
                .compare(one, two);

        assertThat(Integer.signum(Long.compare(one.key(), two.key()))).isEqualTo(Integer.signum(expected));
        assertThat(one.key()).isLessThan(EventTime.UNKNOWN_ORDER);
    }

    @Property
    void orderKeyShouldUseTheFirstDayWhenDateIsAnyForm(@ForAll("forms") String edtf,
            @ForAll @IntRange(max = 999) int sequence) {
        PartialDate date = PartialDate.parse(edtf);
        EventTime start = new EventTime(date, null, null, null);

        long expected = date.earliest() == null
                ? EventTime.UNKNOWN_ORDER
                : new Placed(date.earliest(), LocalTime.MIDNIGHT, sequence).key();
        assertThat(start.orderKey(sequence)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> forms() {
        return EdtfArbitraries.valid();
    }
}
