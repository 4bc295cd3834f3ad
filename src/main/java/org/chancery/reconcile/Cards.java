package org.chancery.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.api.model.DisplayName;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;
import org.chancery.record.Survivors;

/** How records of any type are shown in a line: name, type, and what tells them from namesakes. */
@ApplicationScoped
class Cards {
    private final EntityManager database;
    private final Labels labels;
    private final Survivors survivors;

    Cards(EntityManager database, Labels labels, Survivors survivors) {
        this.database = database;
        this.labels = labels;
        this.survivors = survivors;
    }

    /** @param description null where there is nothing to say */
    record Card(UUID id, RecordType type, String name, String description) {
    }

    /** Of this record, or of the one into which it was merged; null for none. */
    Card at(UUID id) {
        UUID current = survivors.of(List.of(id)).getOrDefault(id, id);
        return of(List.of(current)).get(current);
    }

    /** Of published records; two statements. */
    Map<UUID, Card> of(Collection<UUID> ids) {
        Map<UUID, Card> cards = new HashMap<>();
        UUID[] wanted = ids.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        if (wanted.length == 0) {
            return cards;
        }
        List<?> rows = database.createNativeQuery("""
                select r.id, r.record_type, coalesce(p.description, o.description, q.description, s.description), e.start_edtf, e.city, q.actor_id
                  from record r left join person p on p.id = r.id left join organization o on o.id = r.id left join position q on q.id = r.id
                  left join series s on s.id = r.id left join event e on e.id = r.id
                 where r.id = any(:ids) and r.record_state = 'published'""", Tuple.class).setParameter("ids", wanted).getResultList();
        List<UUID> named = new ArrayList<>(List.of(wanted));
        rows.stream().map(Tuple.class::cast).map(row -> row.get(5, UUID.class)).filter(Objects::nonNull).forEach(named::add);
        Labels.Labelled labelled = labels.of(named);
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            UUID id = row.get(0, UUID.class);
            cards.put(id, new Card(id, RecordType.of(row.get(1, String.class)), name(labelled, id),
                    description(row.get(2, String.class), row.get(3, String.class), row.get(4, String.class), name(labelled, row.get(5, UUID.class)))));
        });
        return cards;
    }

    private static String name(Labels.Labelled labelled, UUID id) {
        DisplayName shown = labelled.show(id);
        return shown == null ? id == null ? null : id.toString() : shown.getValue();
    }

    private static String description(String... parts) {
        List<String> said = Arrays.stream(parts).filter(Objects::nonNull).toList();
        return said.isEmpty() ? null : String.join(", ", said);
    }
}
