package org.chancery.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * actor are few against those of all others, so they come first.
     */
    private static final String COUNTERPARTS = """
            (with recursive mine (event_id, participation_id, actor_id, on_behalf_of_id, order_key, dated) as materialized (
                 select n.event_id, n.id, n.actor_id, n.on_behalf_of_id, e.order_key, e.start_earliest is not null
                   from participation n join event e on e.id = n.event_id
                  where %1$s
                    and n.%2$s and e.event_type in ('meeting', 'summit') and e.status = 'held'
                    and (cardinality(:kind) = 0 or e.kind = any(:kind))
                    and (e.period && daterange(cast(:startFrom as date), cast(:startTo as date), '[]')
                         or cast(:startFrom as date) is null and cast(:startTo as date) is null)),
              pairs (event_id, other_id, order_key, dated) as materialized (
                 select distinct m.event_id, o.id, m.order_key, m.dated
                   from mine m join participation w on w.event_id = m.event_id and w.id <> m.participation_id
                        cross join lateral (values (w.actor_id, w.actor_type = 'person' and w.mode = 'represented'),
                            (w.on_behalf_of_id, false)) o (id, away)
                  where w.%2$s and w.mode is distinct from 'written' and not coalesce(o.away, false)
                    and w.actor_id is distinct from :actorId and w.on_behalf_of_id is distinct from :actorId
                    and o.id is not null and o.id is distinct from m.actor_id and o.id is distinct from m.on_behalf_of_id),
              inside (part_id, whole_id) as (
                 select distinct e.id, e.part_of_id from mine m join event e on e.id = m.event_id where e.part_of_id is not null
                 union
                 select i.part_id, e.part_of_id from inside i join event e on e.id = i.whole_id where e.part_of_id is not null)
             select p.other_id as id, cast(count(*) as integer) as meetings,
                    (array_agg(p.event_id order by p.order_key, p.event_id) filter (where p.dated))[1] as first_id,
                    (array_agg(p.event_id order by p.order_key desc, p.event_id desc) filter (where p.dated))[1] as last_id,
                    coalesce(min(p.order_key) filter (where p.dated), 0) as first_key,
                    coalesce(max(p.order_key) filter (where p.dated), 0) as last_key
               from pairs p
              where not exists (select 1 from inside i join pairs d on d.event_id = i.part_id and d.other_id = p.other_id
                                 where i.whole_id = p.event_id)
              group by p.other_id)"""
            .formatted(Together.side("n", ":actorId"), Together.ATTENDED);

    private final EntityManager database;
    private final RequestParameters parameters;
    private final ServiceRegistry services;
    private final Lists lists;
    private final EntitySummaries entities;
    private final EventSummaries events;
    private final Listing listing = new Listing(COUNTERPARTS + " c join record r on r.id = c.id", "-count")
            .sort("count", "c.meetings", "integer").sort("first", "c.first_key", "bigint").sort("last", "c.last_key", "bigint")
            .sort("name", "r.sort_name", "text").words("recordType", "r.record_type = any(:recordType)");

    CounterpartService(EntityManager database, RequestParameters parameters, ServiceRegistry services, Lists lists, EntitySummaries entities,
            EventSummaries events) {
        this.database = database;
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
        Map<String, Object> bound = new HashMap<>();
        bound.put("actorId", actor);
        bound.put("kind", parameters.all("kind").toArray(String[]::new));
        bound.put("startFrom", parameters.one("startFrom").orElse(null));
        bound.put("startTo", parameters.one("startTo").orElse(null));
        Where scope = new Where();
        bound.forEach(scope::with);
        return lists.page(listing, scope, "counterpart" + actor).map(ids -> rows(ids, bound));
    }

    private List<Counterpart> rows(List<UUID> ids, Map<String, Object> bound) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query = database.createNativeQuery("select c.id, c.meetings, c.first_id, c.last_id from " + COUNTERPARTS
                + " c where c.id = any(:shown) order by array_position(:shown, c.id)", Tuple.class).setParameter("shown", ids.toArray(UUID[]::new));
        bound.forEach(query::setParameter);
        List<Tuple> found = ((List<?>) query.getResultList()).stream().map(Tuple.class::cast).toList();
        Map<UUID, EntitySummary> actors = entities.of(ids);
        Map<UUID, EventSummary> meetings = events.of(found.stream()
                .flatMap(row -> Stream.of(row.get(2, UUID.class), row.get(3, UUID.class))).filter(java.util.Objects::nonNull).distinct().toList())
                .stream().collect(Collectors.toMap(EventSummary::getId, Function.identity()));
        return found.stream().map(row -> {
            EntitySummary actor = actors.get(row.get(0, UUID.class));
            return new Counterpart().id(actor.getId()).recordType(ActorType.fromValue(actor.getRecordType())).kind(actor.getKind())
                    .name(actor.getName()).count(row.get(1, Integer.class)).first(meetings.get(row.get(2, UUID.class)))
                    .last(meetings.get(row.get(3, UUID.class))).href(actor.getHref());
        }).toList();
    }
}
