package org.chancery.occupancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.Certainty;

/**
 * Who holds which office in a time, with the functions that the office has then: the one place that says what "holds" and
 * "leads" mean. The designated do not hold; the acting do.
 */
@ApplicationScoped
public class Holdings {
    /** Condition on occupancy {@code o}: held on the day {@code :asOf}, perhaps or certainly. */
    public static String held(boolean certainOnly) {
        return "not o.designate and o." + (certainOnly ? "certain" : "possible") + "_period @> cast(:asOf as date)";
    }

    /** Condition on position {@code p}: its holder leads a state, a government or an international organization on {@code :asOf}. */
    public static final String LEADS = """
            exists (select 1 from position_function f where f.position_id = p.id
                and (f.valid_from_earliest is null or f.valid_from_earliest <= cast(:asOf as date))
                and (f.valid_to_latest is null or f.valid_to_latest >= cast(:asOf as date))
                and (f.function in ('head-of-state', 'head-of-government')
                  or f.function = 'head-of-organization' and exists (select 1 from organization g
                      where g.id = p.actor_id and g.class in ('igo', 'supranational', 'coalition'))))""";

    /** Condition on position {@code p}: it has one of the functions {@code :function} on {@code :asOf}. */
    public static final String FUNCTION = """
            exists (select 1 from position_function f where f.position_id = p.id and f.function = any(:function)
                and (f.valid_from_earliest is null or f.valid_from_earliest <= cast(:asOf as date))
                and (f.valid_to_latest is null or f.valid_to_latest >= cast(:asOf as date)))""";

    private static final String SQL = """
            select o.person_id, o.id, o.position_id, p.actor_id, p.actor_type, g.state_id, o.start_edtf, o.acting,
                   o.certain_period @> daterange(:asOf, :until, '[]'),
                   array_to_string(array(select f.function from position_function f where f.position_id = p.id
                       and (f.valid_from_earliest is null or f.valid_from_earliest <= cast(:asOf as date))
                       and (f.valid_to_latest is null or f.valid_to_latest >= cast(:asOf as date)) order by f.ordinal), ','),
                   %s
              from occupancy o join position p on p.id = o.position_id left join organization g on g.id = p.actor_id
             where %s and not o.designate
               and (o.certain_period @> daterange(:asOf, :until, '[]') or not :certainOnly and o.possible_period && daterange(:asOf, :until, '[]'))
             order by 11 desc, o.start_key desc, o.id""";

    /** @param stateId state of the organization that the office belongs to; null where it belongs to a state itself */
    public record Holding(UUID personId, UUID occupancyId, UUID positionId, UUID actorId, String actorType, UUID stateId,
            String start, boolean acting, boolean certain, List<String> functions, boolean leads) {
        public Certainty certainty() {
            return certain ? Certainty.CERTAIN : Certainty.POSSIBLE;
        }
    }

    private final EntityManager database;

    Holdings(EntityManager database) {
        this.database = database;
    }

    /** Holdings of these persons at any time in these days, both included; leading ones first, then the latest. */
    public List<Holding> ofPersons(Collection<UUID> persons, LocalDate from, LocalDate until, boolean certainOnly) {
        return find("o.person_id = any(:ids)", persons, from, until, certainOnly);
    }

    /** Who holds these offices on the day. */
    public List<Holding> ofPositions(Collection<UUID> positions, LocalDate day, boolean certainOnly) {
        return find("o.position_id = any(:ids)", positions, day, day, certainOnly);
    }

    /** These occupancies, as far as they hold on the day. */
    public List<Holding> ofOccupancies(Collection<UUID> occupancies, LocalDate day, boolean certainOnly) {
        return find("o.id = any(:ids)", occupancies, day, day, certainOnly);
    }

    /** Who leads these states or organizations on the day. */
    public List<Holding> leadersOf(Collection<UUID> actors, LocalDate day, boolean certainOnly) {
        return find("p.actor_id = any(:ids)", actors, day, day, certainOnly).stream().filter(Holding::leads).toList();
    }

    private List<Holding> find(String condition, Collection<UUID> ids, LocalDate from, LocalDate until, boolean certainOnly) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery(SQL.formatted(LEADS, condition), Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new)).setParameter("asOf", from).setParameter("until", until)
                .setParameter("certainOnly", certainOnly).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new Holding(row.get(0, UUID.class), row.get(1, UUID.class),
                row.get(2, UUID.class), row.get(3, UUID.class), row.get(4, String.class), row.get(5, UUID.class), row.get(6, String.class),
                row.get(7, Boolean.class), row.get(8, Boolean.class), words(row.get(9, String.class)), row.get(10, Boolean.class))).toList();
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
