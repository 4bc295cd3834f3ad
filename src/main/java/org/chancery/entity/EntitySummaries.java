package org.chancery.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.api.model.EntitySummary;
import org.chancery.record.Dates;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Entities of any kind as flat rows, in two statements. */
@ApplicationScoped
public class EntitySummaries {
    private final EntityManager database;
    private final Labels labels;

    EntitySummaries(EntityManager database, Labels labels) {
        this.database = database;
        this.labels = labels;
    }

    /** In the order of the ids; null ids are passed over. */
    public Map<UUID, EntitySummary> of(Collection<UUID> ids) {
        UUID[] wanted = ids.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        Map<UUID, EntitySummary> summaries = new LinkedHashMap<>();
        if (wanted.length == 0) {
            return summaries;
        }
        Labels.Labelled labelled = labels.of(List.of(wanted));
        List<?> rows = database.createNativeQuery("""
                select r.id, r.record_type, r.version, r.updated_at, o.class, coalesce(o.description, p.description, q.description)
                  from record r left join organization o on o.id = r.id left join person p on p.id = r.id left join position q on q.id = r.id
                 where r.id = any(:ids) order by array_position(:ids, r.id)""", Tuple.class).setParameter("ids", wanted).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            UUID id = row.get(0, UUID.class);
            String type = row.get(1, String.class);
            summaries.put(id, new EntitySummary().id(id).recordType(type).version(row.get(2, Integer.class))
                    .updatedAt(Dates.time(row.get(3, Instant.class))).kind(row.get(4, String.class)).description(row.get(5, String.class))
                    .name(labelled.show(id)).href(RecordType.of(type).href(id)));
        });
        return summaries;
    }
}
