package org.chancery.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.problem.ProblemException;

/** What records were, from their revisions, for those that come back to it. */
@ApplicationScoped
class PastRecords {
    private static final String PAST = """
            select r.id, r.record_type, r.version, r.record_state, r.created_at, v.parent_id,
                   cast(coalesce(v.after, v.before) as text)
              from record r join revision v on v.record_id = r.id""";

    private final EntityManager database;
    private final ObjectMapper json;
    private final Survivors survivors;

    PastRecords(EntityManager database, ObjectMapper json, Survivors survivors) {
        this.database = database;
        this.survivors = survivors;
        this.json = json;
    }

    /**
     * A record as a revision left it, or as it was before the one that retracted or merged it. What it refers to and was merged
     * since is the survivor.
     *
     * @param version the version that the record has now
     * @param state what it is now: published, retracted or merged
     */
    record Past(int version, String state, Instant createdAt, UUID parentId, ObjectNode document) {
    }

    /** A record of this type that was retracted with another one. */
    record Owned(RecordType type, Past past) {
    }

    /** @throws ProblemException 404 */
    Past past(UUID id, RecordType type, int number) {
        List<?> rows = database.createNativeQuery(PAST + " where r.id = :id and r.record_type = :type and v.number = :number", Tuple.class)
                .setParameter("id", id).setParameter("type", type.word()).setParameter("number", number).getResultList();
        return rows.stream().map(row -> past((Tuple) row)).findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no " + type.word() + " with this id and revision."));
    }

    /** What went when this record went and has not come back since. */
    Map<UUID, Owned> retractedWith(UUID id) {
        Map<UUID, Owned> owned = new LinkedHashMap<>();
        database.createNativeQuery(PAST + " where v.with_id = :id and v.number = r.version and r.record_state = 'retracted' order by r.id", Tuple.class)
                .setParameter("id", id).getResultList().stream().map(Tuple.class::cast)
                .forEach(row -> owned.put(((Tuple) row).get(0, UUID.class), new Owned(RecordType.of(((Tuple) row).get(1, String.class)), past((Tuple) row))));
        return owned;
    }

    /** Takes away the row that kept the id of a retracted or merged record: it is written anew in this transaction. */
    void makeRoom(UUID id) {
        database.createNativeQuery("set constraints revision_record_id_fkey, schedule_revision_event_id_fkey, citation_record_id_fkey,"
                + " merge_merged_id_fkey, merge_survivor_id_fkey deferred").executeUpdate();
        database.createNativeQuery("delete from record where id = :id and record_state <> 'published'").setParameter("id", id).executeUpdate();
    }

    private Past past(Tuple row) {
        try {
            UUID parent = row.get(5, UUID.class);
            return new Past(row.get(2, Integer.class), row.get(3, String.class), row.get(4, Instant.class),
                    parent == null ? null : survivors.of(List.of(parent)).getOrDefault(parent, parent),
                    survivors.followed((ObjectNode) json.readTree(row.get(6, String.class))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
