package org.chancery.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.Counterpart;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.EventSummary;
import org.chancery.contract.RequestParameters;
import org.chancery.entity.EntitySummaries;
import org.chancery.event.EventSummaries;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Whom an actor met: what {@code /encounters} counts for each pair, for all pairs of one actor. */
@ApplicationScoped
class CounterpartService {
    /**
     * Counterparts (id, meetings, first, last and the keys that sort them) of {@code :actorId}. The meetings of the actor are few
     * against all others, so they come first and get numbers in the order of their start, below zero without a date: to count
     * hundreds of thousands of encounters by a number is cheap.
     */
    private static final String COUNTERPARTS = """
            (with recursive mine (event_id, number, order_key, whole_id, companion_id) as materialized (
                 select e.id, cast(row_number() over (order by e.order_key, e.id) as integer) * case when e.start_earliest is null then -1 else 1 end,
                        e.order_key, e.part_of_id, s.companion_id
                   from (select event_id, case when count(distinct other_id) = 1 and count(other_id) = count(*) then (array_agg(other_id))[1] end as companion_id
                           from (select n.event_id, case when n.actor_id = :actorId then n.on_behalf_of_id else n.actor_id end as other_id
                                   from participation n
                                  where %1$s
                                    and n.%2$s) n
                          group by event_id) s
                        join event e on e.id = s.event_id
                  where e.event_type in ('meeting', 'summit') and e.status = 'held'
                    and (cardinality(:kind) = 0 or e.kind = any(:kind))
                    and (e.period && daterange(cast(:startFrom as date), cast(:startTo as date), '[]')
                         or cast(:startFrom as date) is null and cast(:startTo as date) is null)),
              -- through whom alone the actor was there is not whom they met
              pairs (number, other_id) as materialized (
                 select distinct m.number, o.id
                   from mine m join participation w on w.event_id = m.event_id
                        cross join lateral (select w.actor_id where not coalesce(w.actor_type = 'person' and w.mode = 'represented', false)
                            union all select w.on_behalf_of_id) o (id)
                  where w.%2$s and w.mode is distinct from 'written'
                    and w.actor_id is distinct from :actorId and w.on_behalf_of_id is distinct from :actorId
                    and o.id is not null and o.id is distinct from m.companion_id),
              inside (whole_id, number) as (
                 select whole_id, number from mine where whole_id is not null
                 union
                 select e.part_of_id, i.number from inside i join event e on e.id = i.whole_id where e.part_of_id is not null),
              -- a meeting counts once, and not where the two also met in a part of it
              met (number, other_id) as (
                 select number, other_id from pairs
                 except
                 select w.number, p.other_id from inside i join mine w on w.event_id = i.whole_id join pairs p on p.number = i.number),
              counted (id, meetings, first, last) as (
                 select other_id, cast(count(*) as integer), min(number) filter (where number > 0), max(number) filter (where number > 0)
                   from met group by other_id)
             select id, meetings, %3$s[first] as first_id, %3$s[last] as last_id, coalesce(%4$s[first], 0) as first_key, coalesce(%4$s[last], 0) as last_key
               from counted)"""
            .formatted(Together.side("n", ":actorId"), Together.ATTENDED, "(select array_agg(event_id order by abs(number)) from mine)",
                    "(select array_agg(order_key order by abs(number)) from mine)");

    private final RequestParameters parameters;
    private final ServiceRegistry services;
    private final Lists lists;
    private final EntitySummaries entities;
    private final EventSummaries events;
    private final Listing listing = new Listing(COUNTERPARTS + " c join record r on r.id = c.id", "-count")
            .sort("count", "c.meetings", "integer").sort("first", "c.first_key", "bigint").sort("last", "c.last_key", "bigint")
            .sort("name", "r.sort_name", "text").words("recordType", "r.record_type = any(:recordType)")
            .with("c.meetings", "c.first_id", "c.last_id");

    CounterpartService(RequestParameters parameters, ServiceRegistry services, Lists lists, EntitySummaries entities,
            EventSummaries events) {
        this.parameters = parameters;
        this.services = services;
        this.lists = lists;
        this.entities = entities;
        this.events = events;
    }

    /** @throws org.chancery.problem.ProblemException 404, 410 when there is no such actor */
    @Transactional
    Page<Counterpart> of(RecordType type, UUID actor) {
        services.of(type).find(actor);
        Where scope = new Where().with("actorId", actor).with("kind", parameters.all("kind").toArray(String[]::new))
                .with("startFrom", parameters.one("startFrom").orElse(null)).with("startTo", parameters.one("startTo").orElse(null));
        return lists.rows(listing, scope, "counterpart" + actor).map(this::counterparts);
    }

    private List<Counterpart> counterparts(List<List<String>> rows) {
        Map<UUID, EntitySummary> actors = entities.of(rows.stream().map(row -> UUID.fromString(row.get(row.size() - 1))).toList());
        Map<UUID, EventSummary> meetings = events.of(rows.stream().flatMap(row -> Stream.of(id(row.get(1)), id(row.get(2))))
                .filter(Objects::nonNull).distinct().toList()).stream().collect(Collectors.toMap(EventSummary::getId, Function.identity()));
        return rows.stream().map(row -> {
            EntitySummary actor = actors.get(UUID.fromString(row.get(row.size() - 1)));
            return new Counterpart().id(actor.getId()).recordType(ActorType.fromValue(actor.getRecordType())).kind(actor.getKind())
                    .name(actor.getName()).count(Integer.valueOf(row.get(0))).first(meetings.get(id(row.get(1))))
                    .last(meetings.get(id(row.get(2)))).href(actor.getHref());
        }).toList();
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
