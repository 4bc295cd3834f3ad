package org.chancery.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.record.RecordType;

/** What succeeded what: states after states, organizations after organizations. */
@ApplicationScoped
public class Successions {
    /** Neighbours of a record in time. */
    public record Neighbours(List<UUID> predecessors, List<UUID> successors) {
        private Neighbours() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final EntityManager database;

    Successions(EntityManager database) {
        this.database = database;
    }

    /** Both directions of any number of records, in one statement; every id has an entry. */
    public Map<UUID, Neighbours> of(Collection<UUID> ids) {
        Map<UUID, Neighbours> neighbours = new HashMap<>();
        ids.forEach(id -> neighbours.put(id, new Neighbours()));
        if (!ids.isEmpty()) {
            List<?> rows = database.createNativeQuery("""
                    select successor_id, predecessor_id from succession
                     where successor_id = any(:ids) or predecessor_id = any(:ids) order by successor_id, ordinal""", Tuple.class)
                    .setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
            rows.stream().map(Tuple.class::cast).forEach(row -> {
                UUID successor = row.get(0, UUID.class);
                UUID predecessor = row.get(1, UUID.class);
                if (neighbours.containsKey(successor)) {
                    neighbours.get(successor).predecessors().add(predecessor);
                }
                if (neighbours.containsKey(predecessor)) {
                    neighbours.get(predecessor).successors().add(successor);
                }
            });
        }
        return neighbours;
    }

    /** Replaces what a record succeeded. */
    public void write(UUID successor, RecordType type, List<UUID> predecessors) {
        database.createNativeQuery("delete from succession where successor_id = :id").setParameter("id", successor).executeUpdate();
        for (int i = 0; i < predecessors.size(); i++) {
            database.createNativeQuery("insert into succession (successor_id, record_type, ordinal, predecessor_id) values (:id, :type, :ordinal, :other)")
                    .setParameter("id", successor).setParameter("type", type.word()).setParameter("ordinal", i)
                    .setParameter("other", predecessors.get(i)).executeUpdate();
        }
    }
}
