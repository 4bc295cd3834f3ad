package org.chancery.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The time zones that a calendar needs, with each change of the clocks from two before its first event to its last event.
 * They are taken from the Java platform, not from the calendar library, so that they agree with the UTC that the service computes.
 */
final class Zones {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    private Zones() {
    }

    static List<VTimeZone> of(List<When> times) {
        Map<String, List<Instant>> used = new TreeMap<>();
        times.stream().flatMap(when -> Stream.of(when.start(), when.end() == null ? when.start() : when.end()))
                .filter(ZonedDateTime.class::isInstance).map(ZonedDateTime.class::cast)
                .forEach(time -> used.computeIfAbsent(time.getZone().getId(), zone -> new ArrayList<>()).add(time.toInstant()));
        // RFC 5545, 3.6: a calendar has at least one component, also where it has no event
        if (times.isEmpty()) {
            used.put("UTC", List.of(Instant.EPOCH));
        }
        return used.entrySet().stream().map(entry -> zone(ZoneId.of(entry.getKey()), entry.getValue())).toList();
    }

    private static VTimeZone zone(ZoneId zone, List<Instant> instants) {
        ZoneRules rules = zone.getRules();
        Instant last = instants.stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Observance> observances = new ArrayList<>();
        Instant first = instants.stream().min(Comparator.naturalOrder()).orElseThrow();
        ZoneOffsetTransition change = rules.previousTransition(first.plusNanos(1));
        if (change != null) {
            // readers take a zone's usual offset from its STANDARD part: two changes in a row have one
            change = Objects.requireNonNullElse(rules.previousTransition(change.getInstant()), change);
        } else {
            ZoneOffset offset = rules.getOffset(first);
            observances.add(observance(false, ALWAYS, offset, offset));
            change = rules.nextTransition(first);
        }
        for (; change != null && !change.getInstant().isAfter(last); change = rules.nextTransition(change.getInstant())) {
            observances.add(observance(rules.isDaylightSavings(change.getInstant()), change.getDateTimeBefore(), change.getOffsetBefore(),
                    change.getOffsetAfter()));
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    private static Observance observance(boolean daylight, LocalDateTime local, ZoneOffset before, ZoneOffset after) {
        PropertyList properties = new PropertyList(List.of(new DtStart<>(local), new TzOffsetFrom(before), new TzOffsetTo(after)));
        return daylight ? new Daylight(properties) : new Standard(properties);
    }
}
