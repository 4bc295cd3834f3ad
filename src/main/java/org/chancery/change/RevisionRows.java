package org.chancery.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.record.Dates;

/** Reads revisions. */
@ApplicationScoped
class RevisionRows {
    /** Of revision {@code v}, in the order that {@link #read} expects. */
    static final String COLUMNS = """
            v.number, v.at, v.author, v.operation, v.comment, cast(v.before as text) as before, cast(v.after as text) as after, v.with_id,
            (select case r.record_type when 'participation' then '/eventId' else '/declarationId' end
               from revision w join record r on r.id = w.record_id
              where w.record_id = v.record_id and w.number = v.number - 1 and w.parent_id <> v.parent_id)""";

    private final EntityManager database;
    private final ObjectMapper json;

    RevisionRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those of these numbers that there are. */
    List<RevisionRow> of(UUID recordId, List<Integer> numbers) {
        List<?> rows = database.createNativeQuery("select " + COLUMNS + " from revision v where v.record_id = :id and v.number = any(:numbers)",
                Tuple.class).setParameter("id", recordId).setParameter("numbers", numbers.toArray(Integer[]::new)).getResultList();
        return rows.stream().map(row -> read((Tuple) row, 0)).toList();
    }

    /** @param first where the columns begin */
    RevisionRow read(Tuple row, int first) {
        return new RevisionRow(row.get(first, Integer.class), Dates.time(row.get(first + 1, Instant.class)), row.get(first + 2, String.class),
                row.get(first + 3, String.class), row.get(first + 4, String.class), json(row.get(first + 5, String.class)),
                json(row.get(first + 6, String.class)), row.get(first + 7, UUID.class), row.get(first + 8, String.class));
    }

    private JsonNode json(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
