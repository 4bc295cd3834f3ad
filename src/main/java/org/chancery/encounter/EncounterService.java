package org.chancery.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.api.model.Encounter;
import org.chancery.api.model.EncounterPage;
import org.chancery.api.model.EncounterSummary;
import org.chancery.api.model.EntitySummary;
import org.chancery.contract.RequestParameters;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.AsOf;

/** When two actors met: a page of events, and how often, first, last and next whatever the page. */
@ApplicationScoped
class EncounterService {
    private static final int PLANNED = 20;
    private static final String FROM = Together.EVENTS + " m join record r on r.id = m.id join event e on e.id = m.id";
    /** Filters that hold for what was and what is to come. */
    private static final String FILTERS = """
            (cardinality(:kind) = 0 or e.kind = any(:kind))
               and (e.period && daterange(cast(:startFrom as date), cast(:startTo as date), '[]')
                    or cast(:startFrom as date) is null and cast(:startTo as date) is null)""";
    private static final String BEGUN = "(e.start_earliest <= :asOf or e.start_earliest is null)";
    private static final String SUMMARY = """
            select cast(count(*) filter (where m.met) as integer), cast(count(distinct e.start_earliest) filter (where m.met) as integer),
                   cast(count(*) filter (where not m.met) as integer),
                   (array_agg(e.id order by e.order_key, e.id) filter (where m.met and e.start_earliest is not null))[1],
                   (array_agg(e.id order by e.order_key desc, e.id desc) filter (where m.met and e.start_earliest is not null))[1]
              from %s
             where %s and %s""".formatted(FROM, FILTERS, BEGUN);
    /** What was held after the day in question was ahead on it; what nobody dated may be. */
    private static final String PLANNED_EVENTS = """
            select e.id, cast(count(*) over () as integer)
              from %s
             where %s and case when e.status = 'held' then e.start_earliest > :asOf
                               else coalesce(upper(e.period) > :asOf, true) end
             order by e.order_key, e.id limit %d""".formatted(FROM, FILTERS, PLANNED);
    private static final Set<String> ACTORS = Set.of("person", "state", "organization");
    private static final String[] HELD = {"held"};
    private static final String[] AHEAD = {"rumoured", "proposed", "announced", "confirmed", "in-progress", "unknown", "held"};

    private final EntityManager database;
    private final RequestParameters parameters;
    private final AsOf asOf;
    private final Lists lists;
    private final EncounterRows rows;
    private final EntitySummaries entities;
    private final Listing listing = new Listing(FROM, "-start").sort("start", "e.order_key", "bigint");

    EncounterService(EntityManager database, RequestParameters parameters, AsOf asOf, Lists lists, EncounterRows rows, EntitySummaries entities) {
        this.database = database;
        this.parameters = parameters;
        this.asOf = asOf;
        this.lists = lists;
        this.rows = rows;
        this.entities = entities;
    }

    @Transactional
    EncounterPage page() {
        UUID actor = parameters.uuids("actorId").get(0);
        UUID with = parameters.uuids("withId").get(0);
        Page<UUID> page = lists.page(listing, scope(actor, with), "encounter");
        Tuple counts = (Tuple) bind(database.createNativeQuery(SUMMARY, Tuple.class), actor, with, HELD).getSingleResult();
        List<?> planned = bind(database.createNativeQuery(PLANNED_EVENTS, Tuple.class), actor, with, AHEAD).getResultList();
        List<UUID> plannedIds = planned.stream().map(row -> ((Tuple) row).get(0, UUID.class)).toList();
        UUID first = counts.get(3, UUID.class);
        UUID last = counts.get(4, UUID.class);

        Map<UUID, Encounter> shown = rows.of(Stream.concat(Stream.of(first, last).filter(Objects::nonNull),
                Stream.concat(page.items().stream(), plannedIds.stream())).distinct().toList(), actor, with, asOf.day());
        Map<UUID, EntitySummary> actors = entities.of(List.of(actor, with));
        // a retracted one has kept nothing to show
        actors.values().removeIf(entity -> entity.getName() == null || !ACTORS.contains(entity.getRecordType()));
        List<Encounter> ahead = plannedIds.stream().map(shown::get).toList();
        EncounterSummary summary = new EncounterSummary().asOf(asOf.day().toString()).count(counts.get(0, Integer.class))
                .days(counts.get(1, Integer.class)).possible(counts.get(2, Integer.class)).first(shown.get(first)).last(shown.get(last))
                .plannedCount(planned.isEmpty() ? 0 : ((Tuple) planned.get(0)).get(1, Integer.class))
                .next(ahead.stream().filter(encounter -> encounter.getEvent().getStart() != null).findFirst().orElse(null));
        return new EncounterPage().actor(actors.get(actor)).withActor(actors.get(with)).summary(summary).planned(ahead)
                .items(page.items().stream().map(shown::get).toList()).nextCursor(page.next()).total(page.total());
    }

    private Where scope(UUID actor, UUID with) {
        Where scope = new Where().and(FILTERS).with("actorId", actor).with("withId", with).with("kind", array("kind"))
                .with("startFrom", parameters.one("startFrom").orElse(null)).with("startTo", parameters.one("startTo").orElse(null))
                .with("status", parameters.has("status") ? array("status") : HELD);
        if (asOf.given() && !parameters.has("status")) {
            scope.and(BEGUN, "asOf", asOf.day());
        }
        parameters.flag("met").ifPresent(met -> scope.and((met ? "" : "not ") + "(m.met and " + BEGUN + ")", "asOf", asOf.day()));
        return scope;
    }

    private Query bind(Query query, UUID actor, UUID with, String[] status) {
        return query.setParameter("actorId", actor).setParameter("withId", with).setParameter("status", status).setParameter("asOf", asOf.day())
                .setParameter("kind", array("kind")).setParameter("startFrom", parameters.one("startFrom").orElse(null))
                .setParameter("startTo", parameters.one("startTo").orElse(null));
    }

    private String[] array(String parameter) {
        return new ArrayList<>(parameters.all(parameter)).toArray(String[]::new);
    }
}
