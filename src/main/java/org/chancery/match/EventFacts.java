package org.chancery.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;
import org.chancery.time.PartialDate;

/** Events that descriptions may mean by day, participants and place, and what the registry says of them. */
@ApplicationScoped
class EventFacts {
    /** Events looked at for one description, by shared participants and by place. */
    private static final int MOST = 20;

    private final EntityManager database;
    private final ObjectMapper json;

    EventFacts(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Where to look for one description.
     *
     * @param first the days on which it may be; null for an open side
     * @param dated false where nothing is known of its days
     */
    record Search(int index, boolean dated, LocalDate first, LocalDate last, String city, UUID stateId) {
    }

    record Attendance(int index, UUID actorId) {
    }

    /** @param days the days on which it may take place; null where nothing is known of them */
    record Facts(RecordType type, String kind, PartialDate start, Days days, LocalTime time, String dayPart, String city, String venue,
            UUID stateId) {
    }

    /** Who took part: an actor, perhaps in the name of another, or a name that is not resolved. */
    record Participation(UUID actorId, UUID onBehalfOfId, String folded) {
    }

    /**
     * Events by the index of the description: those on the days in question with most shared participants, and those on the
     * days in question at the place. One statement.
     */
    Map<Integer, Set<UUID>> find(Collection<Search> searches, Collection<Attendance> attendances) {
        Map<Integer, Set<UUID>> found = new HashMap<>();
        List<?> rows = database.createNativeQuery("""
                with wanted as (select * from jsonb_to_recordset(cast(:searches as jsonb))
                         as w (index integer, dated boolean, first date, last date, city text, "stateId" uuid)),
                     who as (select * from jsonb_to_recordset(cast(:attendances as jsonb)) as a (index integer, "actorId" uuid)),
                     shared as (
                         select a.index, n.event_id, a."actorId" from who a join participation n on n.actor_id = a."actorId"
                         union select a.index, n.event_id, a."actorId" from who a join participation n on n.on_behalf_of_id = a."actorId"),
                     met as (
                         select s.index, s.event_id, row_number() over (partition by s.index order by count(*) desc, s.event_id) as rank
                           from shared s join wanted w on w.index = s.index join event e on e.id = s.event_id
                          where not w.dated or e.period && daterange(w.first, w.last, '[]') group by s.index, s.event_id)
                select index, event_id from met where rank <= :most
                union
                select w.index, e.id from wanted w cross join lateral (
                    select e.id from event e where w.dated and e.period && daterange(w.first, w.last, '[]')
                       and (e.city_folded = w.city or e.place_state_id = w."stateId") order by e.order_key, e.id limit :most) e""", Tuple.class)
                .setParameter("searches", json.valueToTree(searches).toString()).setParameter("attendances", json.valueToTree(attendances).toString())
                .setParameter("most", MOST).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row ->
                found.computeIfAbsent(row.get(0, Integer.class), index -> new HashSet<>()).add(row.get(1, UUID.class)));
        return found;
    }

    /** One statement. */
    Map<UUID, Facts> of(Collection<UUID> ids) {
        Map<UUID, Facts> facts = new HashMap<>();
        List<?> rows = database.createNativeQuery("""
                select id, event_type, kind, start_edtf, start_earliest, case when end_edtf is null then start_latest else end_latest end,
                       start_time, start_day_part, city, venue, place_state_id from event where id = any(:ids)""", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            PartialDate start = row.get(3, String.class) == null ? null : PartialDate.parse(row.get(3, String.class));
            Days days = start == null ? null
                    : new Days(row.get(4, LocalDate.class), row.get(5, LocalDate.class), start.uncertain() || start.approximate());
            facts.put(row.get(0, UUID.class), new Facts(RecordType.of(row.get(1, String.class)), row.get(2, String.class), start, days,
                    row.get(6, LocalTime.class), row.get(7, String.class), row.get(8, String.class), row.get(9, String.class), row.get(10, UUID.class)));
        });
        return facts;
    }

    /** By event; one statement. */
    Map<UUID, List<Participation>> participations(Collection<UUID> ids) {
        Map<UUID, List<Participation>> participations = new HashMap<>();
        List<?> rows = database.createNativeQuery("""
                select event_id, actor_id, on_behalf_of_id, reported_name from participation where event_id = any(:ids)
                 order by event_id, ordinal, id""", Tuple.class).setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> participations.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                .add(new Participation(row.get(1, UUID.class), row.get(2, UUID.class),
                        row.get(3, String.class) == null ? null : Folding.fold(row.get(3, String.class)))));
        return participations;
    }
}
