package org.chancery.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.EventTime;
import org.chancery.api.model.Occupancy;
import org.chancery.api.model.PartialDate;
import org.chancery.api.model.TimelineEntry;
import org.chancery.event.EventSummaries;
import org.chancery.occupancy.OccupancyService;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Events, offices taken and offices left of one actor, in one order. */
@ApplicationScoped
class TimelineService {
    /** The order keys of a day: see {@link org.chancery.time.EventTime#orderKey}. */
    private static final long DAY = 1_440_000;
    /** An office is taken before all events of the day and left after them, so the place in the day tells which it is. */
    private static final String ENTRIES = """
            (select e.id, e.event_type as entry, e.order_key as at, e.period
               from event e
              where e.id = any(array(select n.event_id from participation n where n.actor_id = :actorId
                                      union select n.event_id from participation n where n.on_behalf_of_id = :actorId
                                      union select s.declaration_id from signature s where s.actor_id = :actorId
                                      union select s.declaration_id from signature s where s.on_behalf_of_id = :actorId))
             union all
             select o.id, 'office-taken', cast(o.start_earliest - date '1970-01-01' as bigint) * %1$d,
                    daterange(o.start_earliest, o.start_latest, '[]')
               from occupancy o where %2$s and not o.designate and o.start_earliest is not null
             union all
             select o.id, 'office-left', cast(coalesce(o.end_latest, o.end_earliest) - date '1970-01-01' as bigint) * %1$d + %1$d - 1,
                    daterange(o.end_earliest, o.end_latest, '[]')
               from occupancy o where %2$s and not o.designate and coalesce(o.end_latest, o.end_earliest) is not null)""";
    private static final String OF_PERSON = "o.person_id = :actorId";
    private static final String OF_ACTOR = "o.position_id in (select p.id from position p where p.actor_id = :actorId)";

    private final ServiceRegistry services;
    private final Lists lists;
    private final EventSummaries events;
    private final OccupancyService occupancies;
    private final Listing ofPersons = listing(OF_PERSON);
    private final Listing ofOthers = listing(OF_ACTOR);

    TimelineService(ServiceRegistry services, Lists lists, EventSummaries events, OccupancyService occupancies) {
        this.services = services;
        this.lists = lists;
        this.events = events;
        this.occupancies = occupancies;
    }

    private static Listing listing(String holdings) {
        return new Listing(ENTRIES.formatted(DAY, holdings) + " t join record r on r.id = t.id", "start").sort("start", "t.at", "bigint")
                .words("entry", "t.entry = any(:entry)")
                .filter(List.of("startFrom", "startTo"), (where, p) -> where
                        .and("t.period && daterange(cast(:startFrom as date), cast(:startTo as date), '[]')")
                        .with("startFrom", p.one("startFrom").orElse(null)).with("startTo", p.one("startTo").orElse(null)));
    }

    /** @throws org.chancery.problem.ProblemException 404, 410 when there is no such actor */
    @Transactional
    Page<TimelineEntry> of(RecordType type, UUID actor) {
        services.of(type).find(actor);
        Listing listing = type == RecordType.PERSON ? ofPersons : ofOthers;
        return lists.rows(listing, new Where().with("actorId", actor), "timeline" + actor).map(this::entries);
    }

    private List<TimelineEntry> entries(List<List<String>> rows) {
        List<UUID> ids = rows.stream().map(row -> UUID.fromString(row.get(1))).toList();
        Map<UUID, EventSummary> happened = events.of(ids).stream().collect(Collectors.toMap(EventSummary::getId, Function.identity()));
        Map<UUID, Occupancy> held = occupancies.of(ids.stream().filter(id -> !happened.containsKey(id)).distinct().toList());
        return rows.stream().map(row -> {
            UUID id = UUID.fromString(row.get(1));
            EventSummary event = happened.get(id);
            return event != null ? new TimelineEntry().id(id).entry(event.getRecordType()).at(event.getStart()).event(event)
                    : office(held.get(id), Math.floorMod(Long.parseLong(row.get(0)), DAY) == 0);
        }).toList();
    }

    private static TimelineEntry office(Occupancy occupancy, boolean taken) {
        return new TimelineEntry().id(occupancy.getId()).entry(taken ? "office-taken" : "office-left")
                .at(time(taken ? occupancy.getStart() : occupancy.getEnd())).occupancy(occupancy);
    }

    private static EventTime time(PartialDate date) {
        return new EventTime().edtf(date.getEdtf()).earliest(date.getEarliest()).latest(date.getLatest()).precision(date.getPrecision())
                .uncertain(date.getUncertain()).approximate(date.getApproximate());
    }
}
