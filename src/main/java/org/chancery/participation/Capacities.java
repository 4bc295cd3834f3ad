package org.chancery.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.CapacityInput;
import org.chancery.occupancy.Holdings.Holding;
import org.chancery.occupancy.Holdings;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/**
 * Determines in which capacity persons act on a day, once, when it is written: the title that a source asserts, else the
 * office held on the day (in the name in which the person acts, where that tells several apart), else ambiguous or none.
 */
@ApplicationScoped
class Capacities {
    private final EntityManager database;
    private final Holdings holdings;

    Capacities(EntityManager database, Holdings holdings) {
        this.database = database;
        this.holdings = holdings;
    }

    private record Title(String value, String lang) {
    }

    /** @param from first day that the event may take; null for an undated event, of which nothing is inferred */
    void freeze(Collection<? extends ActingEntity> actors, LocalDate from, LocalDate until) {
        List<? extends ActingEntity> thawed = actors.stream().filter(actor -> actor.thaw).toList();
        List<UUID> persons = thawed.stream().filter(actor -> "person".equals(actor.actorType)).map(actor -> actor.actorId).distinct().toList();
        Map<UUID, List<Holding>> held = from == null || until == null ? Collections.emptyMap()
                : holdings.ofPersons(persons, from, until, false).stream().collect(Collectors.groupingBy(Holding::personId));
        Map<UUID, Holding> asserted = asserted(thawed, held, from, until);
        Map<UUID, Title> titles = titles(held.values().stream().flatMap(List::stream).map(Holding::positionId).distinct().toList(), asserted);
        for (ActingEntity actor : thawed) {
            actor.thaw = false;
            actor.capacity = freeze(actor, held.getOrDefault(actor.actorId, List.of()), asserted, titles, from != null && until != null);
        }
    }

    private static CapacityColumns freeze(ActingEntity actor, List<Holding> held, Map<UUID, Holding> asserted, Map<UUID, Title> titles,
            boolean dated) {
        CapacityColumns capacity = new CapacityColumns();
        if ("person".equals(actor.actorType) && dated) {
            capacity.standing = held.stream().anyMatch(Holding::leads) ? "leader" : held.isEmpty() ? "none" : "official";
        }
        List<Holding> fitting = narrow(held, actor.onBehalfOfId);
        CapacityInput input = actor.asserted;
        Holding office = input != null && input.getOccupancyId() != null ? asserted.get(input.getOccupancyId())
                : fitting.size() == 1 ? fitting.get(0) : null;
        if (office != null) {
            capacity.occupancyId = office.occupancyId();
            capacity.positionId = office.positionId();
            capacity.functions = office.functions().toArray(String[]::new);
        }
        if (input != null) {
            capacity.basis = "asserted";
            capacity.titleAsserted = input.getTitle() != null;
            capacity.occupancyAsserted = input.getOccupancyId() != null;
        } else {
            capacity.basis = office != null ? "inferred" : fitting.isEmpty() ? "none" : "ambiguous";
        }
        Title title = input != null && input.getTitle() != null ? new Title(input.getTitle(), input.getTitleLang())
                : office == null ? null : titles.get(office.positionId());
        if (title != null) {
            capacity.title = title.value();
            capacity.titleLang = title.lang();
        }
        return capacity;
    }

    /** Of several offices those of the state or organization in whose name one acts; of these the certain ones. */
    private static List<Holding> narrow(List<Holding> held, UUID onBehalfOf) {
        List<Holding> fitting = held;
        if (onBehalfOf != null && held.size() > 1) {
            List<Holding> theirs = held.stream()
                    .filter(office -> onBehalfOf.equals(office.actorId()) || onBehalfOf.equals(office.stateId())).toList();
            fitting = theirs.isEmpty() ? held : theirs;
        }
        List<Holding> certain = fitting.stream().filter(Holding::certain).toList();
        return fitting.size() > 1 && certain.size() == 1 ? certain : fitting;
    }

    /** The occupancies that documents name themselves, whether or not they were held on the day. */
    private Map<UUID, Holding> asserted(List<? extends ActingEntity> actors, Map<UUID, List<Holding>> held, LocalDate from, LocalDate until) {
        Map<UUID, Holding> found = new HashMap<>();
        held.values().forEach(offices -> offices.forEach(office -> found.put(office.occupancyId(), office)));
        for (ActingEntity actor : actors) {
            UUID named = actor.asserted == null ? null : actor.asserted.getOccupancyId();
            if (named != null) {
                Holding office = found.computeIfAbsent(named, this::occupancy);
                if (!Objects.equals(office.personId(), actor.actorId)) {
                    throw ProblemException.violated(Errors.at("/capacity/occupancyId", "occupancy-of-another",
                            "must be an occupancy of the participant").recordId(named));
                }
            }
        }
        return found;
    }

    private Holding occupancy(UUID id) {
        Tuple row = (Tuple) database.createNativeQuery("""
                select o.person_id, o.position_id, p.actor_id, p.actor_type,
                       array_to_string(array(select function from position_function f where f.position_id = p.id order by ordinal), ',')
                  from occupancy o join position p on p.id = o.position_id where o.id = :id""", Tuple.class).setParameter("id", id).getSingleResult();
        String functions = row.get(4, String.class);
        return new Holding(row.get(0, UUID.class), id, row.get(1, UUID.class), row.get(2, UUID.class), row.get(3, String.class), null, null,
                false, false, functions.isEmpty() ? List.of() : List.of(functions.split(",")), false);
    }

    /** The title of each office to freeze: in English, else as it is displayed in some language. */
    private Map<UUID, Title> titles(List<UUID> positions, Map<UUID, Holding> asserted) {
        List<UUID> all = Stream.concat(positions.stream(), asserted.values().stream().map(Holding::positionId)).distinct().toList();
        Map<UUID, Title> titles = new HashMap<>();
        if (!all.isEmpty()) {
            List<?> rows = database.createNativeQuery("""
                    select distinct on (record_id) record_id, value, lang from name
                     where record_id = any(:ids) and kind in ('common', 'official', 'short', 'acronym')
                     order by record_id, lang <> 'en', not display, ordinal""", Tuple.class).setParameter("ids", all.toArray(UUID[]::new)).getResultList();
            rows.stream().map(Tuple.class::cast).forEach(row -> titles.put(row.get(0, UUID.class), new Title(row.get(1, String.class), row.get(2, String.class))));
        }
        return titles;
    }
}
