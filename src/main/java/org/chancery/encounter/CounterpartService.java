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
     * Counterparts (id, meetings, first, last and the keys that sort them) of {@code :actorId}. The participations of the
     * actor are few against those of all others, so they come first. From there on all is grouped and nothing joined: among
     * thousands of meetings a plan that takes them for a few would compare each with each.
     */
    private static final String COUNTERPARTS = """
            (with mine (event_id, participation_id, actor_id, on_behalf_of_id, order_key, dated, wholes) as materialized (
                 select n.event_id, n.id, n.actor_id, n.on_behalf_of_id, e.order_key, e.start_earliest is not null,
                        case when e.part_of_id is not null then array(
                            with recursive inside (id) as (
                                select e.part_of_id union select x.part_of_id from inside i join event x on x.id = i.id where x.part_of_id is not null)
                            select id from inside) else '{}' end
                   from participation n join event e on e.id = n.event_id
                  where %1$s
                    and n.%2$s and e.event_type in ('meeting', 'summit') and e.status = 'held'
                    and (cardinality(:kind) = 0 or e.kind = any(:kind))
                    and (e.period && daterange(cast(:startFrom as date), cast(:startTo as date), '[]')
                         or cast(:startFrom as date) is null and cast(:startTo as date) is null)),
              pairs (event_id, other_id, order_key, dated, wholes) as materialized (
                 select m.event_id, o.id, m.order_key, m.dated, m.wholes
                   from mine m join participation w on w.event_id = m.event_id and w.id <> m.participation_id
                        cross join lateral (values (w.actor_id, w.actor_type = 'person' and w.mode = 'represented'),
                            (w.on_behalf_of_id, false)) o (id, away)
                  where w.%2$s and w.mode is distinct from 'written' and not coalesce(o.away, false)
                    and w.actor_id is distinct from :actorId and w.on_behalf_of_id is distinct from :actorId
                    and o.id is not null and o.id is distinct from m.actor_id and o.id is distinct from m.on_behalf_of_id),
              -- a meeting counts once, and not where the two also met in a part of it
              met (event_id, other_id, order_key, dated) as (
                 select p.event_id, p.other_id, max(p.order_key), bool_or(p.dated)
                   from (select event_id, other_id, order_key, dated, false as whole from pairs
                         union all select u.id, p.other_id, null, false, true from pairs p cross join lateral unnest(p.wholes) u (id)) p
                  group by p.event_id, p.other_id having not bool_or(p.whole))
             select p.other_id as id, cast(count(*) as integer) as meetings,
                    (array_agg(p.event_id order by p.order_key, p.event_id) filter (where p.dated))[1] as first_id,
                    (array_agg(p.event_id order by p.order_key desc, p.event_id desc) filter (where p.dated))[1] as last_id,
                    coalesce(min(p.order_key) filter (where p.dated), 0) as first_key,
                    coalesce(max(p.order_key) filter (where p.dated), 0) as last_key
               from met p
              group by p.other_id)"""
            .formatted(Together.side("n", ":actorId"), Together.ATTENDED);

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
