package org.chancery.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.EventCount;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Groups;
import org.chancery.paging.Listing;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.AnswerClock;

/** How many events there are of each month, kind, participant, …, under the filters of the list of events. */
@ApplicationScoped
class EventGroups {
    private static final String PARTICIPANTS = """
            select cast(n.actor_id as text) from participation n where n.event_id = e.id and n.actor_type = '%1$s'
            union select cast(n.on_behalf_of_id as text) from participation n where n.event_id = e.id and n.on_behalf_of_type = '%1$s'""";
    /** The values of event {@code e} by the word for them. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("year", start("YYYY")), Map.entry("month", start("YYYY-MM", "YYYY")), Map.entry("day", start("YYYY-MM-DD", "YYYY-MM", "YYYY")),
            Map.entry("record-type", column("x.event_type")),
            Map.entry("kind", column("x.kind")), Map.entry("status", column("x.status")),
            Map.entry("place-state", column("x.place_state_id")), Map.entry("city", column("x.city")), Map.entry("series", column("x.series_id")),
            Map.entry("person", PARTICIPANTS.formatted("person")), Map.entry("state", PARTICIPANTS.formatted("state")),
            Map.entry("organization", PARTICIPANTS.formatted("organization")));
    /** Those whose values are ids. */
    private static final Set<String> RECORDS = Set.of("place-state", "series", "person", "state", "organization");

    private final Groups groups;
    private final EntitySummaries records;
    private final Listing listing;

    EventGroups(Groups groups, EntitySummaries records, AnswerClock clock) {
        this.groups = groups;
        this.records = records;
        listing = EventListing.of(null, clock);
    }

    /** The start in the first of these formats in which its first and its last possible day are the same; null where they are in none. */
    private static String start(String... formats) {
        return column(Stream.of(formats).map("case to_char(x.start_earliest, '%1$s') when to_char(x.start_latest, '%1$s') then to_char(x.start_latest, '%1$s') end"::formatted)
                .collect(Collectors.joining(", ", "coalesce(", ")")));
    }

    private static String column(String value) {
        return "select cast(" + value + " as text) from event x where x.id = e.id";
    }

    @Transactional
    Page<EventCount> list(String groupBy) {
        Where events = new Where().implied("r.record_type in ('meeting', 'summit', 'declaration')");
        return groups.page(listing, events, "event-groups", VALUES.get(groupBy)).map(page -> RECORDS.contains(groupBy) ? named(page)
                : page.stream().map(group -> new EventCount().key(group.key()).count(group.count())).toList());
    }

    private List<EventCount> named(List<Groups.Group> page) {
        Map<UUID, EntitySummary> found = records.of(page.stream().map(group -> UUID.fromString(group.key())).toList());
        return page.stream().map(group -> {
            EntitySummary entity = found.get(UUID.fromString(group.key()));
            return new EventCount().key(group.key()).name(entity.getName()).count(group.count()).href(entity.getHref());
        }).toList();
    }
}
