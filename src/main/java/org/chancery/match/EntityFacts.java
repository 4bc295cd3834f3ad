package org.chancery.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;
import org.chancery.time.PartialDate;

/** What the registry says of entities that descriptions may mean, besides names and identifiers. */
@ApplicationScoped
class EntityFacts {
    private static final List<Feature> DATES = List.of(Feature.BIRTH_DATE, Feature.DEATH_DATE, Feature.FOUNDED, Feature.DISSOLVED,
            Feature.VALID_FROM, Feature.VALID_TO);

    private final EntityManager database;

    EntityFacts(EntityManager database) {
        this.database = database;
    }

    /** @param words by feature, as they are compared; the state by its id */
    record Facts(RecordType type, Map<Feature, PartialDate> dates, Map<Feature, String> words) {
    }

    /** An office that a person holds or held, on any of these days. */
    record Held(UUID positionId, UUID actorId, List<String> functions, Days days) {
    }

    /** One statement. */
    Map<UUID, Facts> of(Collection<UUID> ids) {
        Map<UUID, Facts> facts = new HashMap<>();
        List<?> rows = database.createNativeQuery("""
                select r.id, r.record_type, p.birth_edtf, p.death_edtf, o.founded_edtf, o.dissolved_edtf,
                       coalesce(s.valid_from_edtf, q.valid_from_edtf), coalesce(s.valid_to_edtf, q.valid_to_edtf), o.class,
                       coalesce(o.state_id, q.actor_id), s.capital
                  from record r left join person p on p.id = r.id left join organization o on o.id = r.id left join state s on s.id = r.id
                  left join position q on q.id = r.id
                 where r.id = any(:ids)""", Tuple.class).setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            Map<Feature, PartialDate> dates = new EnumMap<>(Feature.class);
            for (int i = 0; i < DATES.size(); i++) {
                String edtf = row.get(2 + i, String.class);
                if (edtf != null) {
                    dates.put(DATES.get(i), PartialDate.parse(edtf));
                }
            }
            Map<Feature, String> words = new EnumMap<>(Feature.class);
            put(words, Feature.CLASS, row.get(8, String.class));
            put(words, Feature.STATE, row.get(9, UUID.class));
            put(words, Feature.CAPITAL, row.get(10, String.class) == null ? null : Folding.fold(row.get(10, String.class)));
            facts.put(row.get(0, UUID.class), new Facts(RecordType.of(row.get(1, String.class)), dates, words));
        });
        return facts;
    }

    private static void put(Map<Feature, String> words, Feature feature, Object word) {
        if (word != null) {
            words.put(feature, word.toString());
        }
    }

    /** Offices by person; one statement. Those only designated do not hold. */
    Map<UUID, List<Held>> held(Collection<UUID> persons) {
        Map<UUID, List<Held>> held = new HashMap<>();
        List<?> rows = database.createNativeQuery("""
                select o.person_id, o.position_id, p.actor_id, lower(o.possible_period), upper(o.possible_period) - 1,
                       array_to_string(array(select f.function from position_function f where f.position_id = p.id order by f.ordinal), ',')
                  from occupancy o join position p on p.id = o.position_id
                 where o.person_id = any(:ids) and not o.designate and not isempty(o.possible_period) order by o.start_key, o.id""", Tuple.class)
                .setParameter("ids", persons.toArray(UUID[]::new)).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> held.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                .add(new Held(row.get(1, UUID.class), row.get(2, UUID.class), List.of(row.get(5, String.class).split(",")),
                        new Days(row.get(3, LocalDate.class), row.get(4, LocalDate.class), false))));
        return held;
    }
}
