package org.chancery.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.RecordService;
import org.chancery.record.Survivors;
import org.chancery.record.Versions;

/** The merges that stand: what was merged into what, and what the two were before. */
@ApplicationScoped
class Merges {
    private final EntityManager database;
    private final ObjectMapper json;
    private final Survivors survivors;

    Merges(EntityManager database, ObjectMapper json, Survivors survivors) {
        this.database = database;
        this.json = json;
        this.survivors = survivors;
    }

    /**
     * A merge that can be undone. References in the documents are to what records are now.
     *
     * @param number the revision that merged the one that went
     * @param order of the merges of one survivor
     * @param before the survivor's document before the merge
     * @param merged the survivor's document after it
     */
    record Merge(UUID kept, int number, int order, ObjectNode before, ObjectNode merged) {
    }

    /** A merge into the same survivor. @param document of the one that went */
    record Later(UUID gone, ObjectNode document, ObjectNode before) {
    }

    /** Notes a merge before it is carried out, and which citations the one that goes has. */
    void note(UUID gone, UUID kept, ObjectNode before, ObjectNode merged) {
        database.createNativeQuery("""
                insert into merge (merged_id, survivor_id, merged_number, survivor_number, before, after)
                select g.id, k.id, g.version + 1, k.version + 1, cast(:before as jsonb), cast(:after as jsonb)
                  from record g, record k where g.id = :gone and k.id = :kept""")
                .setParameter("gone", gone).setParameter("kept", kept).setParameter("before", before.toString())
                .setParameter("after", merged.toString()).executeUpdate();
        database.createNativeQuery("""
                insert into merge_reference (merged_id, reference, owner_id, row_key)
                select :gone, 'citation.record_id', :gone, cast(id as text) from citation where record_id = :gone""")
                .setParameter("gone", gone).executeUpdate();
    }

    /** @throws ProblemException 404, 409 where it is not merged or its survivor is not there any more, 410, 412 */
    Merge of(RecordService<?, ?, ?> service, UUID gone, String ifMatch) {
        Tuple row = ((List<?>) database.createNativeQuery("""
                select m.survivor_id, m.merged_number, k.record_state, cast(m.before as text), cast(m.after as text), g.version, m.survivor_number
                  from merge m join record g on g.id = m.merged_id join record k on k.id = m.survivor_id
                 where m.merged_id = :gone and g.record_type = :type""", Tuple.class)
                .setParameter("gone", gone).setParameter("type", service.type().word()).getResultList()).stream().map(Tuple.class::cast)
                .findFirst().orElseThrow(() -> unmerged(service, gone));
        Versions.require(ifMatch, row.get(5, Integer.class));
        UUID kept = row.get(0, UUID.class);
        if (!row.get(2, String.class).equals("published")) {
            boolean merged = row.get(2, String.class).equals("merged");
            throw ProblemException.conflict("The survivor is not there any more.", List.of(merged
                    ? Errors.at("", "survivor-merged", "the survivor was merged into another record: undo that first").recordId(kept)
                    : Errors.at("", "survivor-retracted", "the survivor was retracted: restore it first").recordId(kept)));
        }
        return new Merge(kept, row.get(1, Integer.class), row.get(6, Integer.class), read(row.get(3, String.class)), read(row.get(4, String.class)));
    }

    private static ProblemException unmerged(RecordService<?, ?, ?> service, UUID gone) {
        service.require(gone, "*");
        return ProblemException.conflict("The record is not merged.", List.of(Errors.at("", "not-merged", "is not merged").recordId(gone)));
    }

    /** What was merged into the survivor after this one, and still is. */
    List<Later> after(Merge merge) {
        List<?> rows = database.createNativeQuery("""
                select m.merged_id, cast(v.before as text), cast(m.before as text)
                  from merge m join revision v on v.record_id = m.merged_id and v.number = m.merged_number
                 where m.survivor_id = :kept and m.survivor_number > :order order by m.survivor_number""", Tuple.class)
                .setParameter("kept", merge.kept()).setParameter("order", merge.order()).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new Later(row.get(0, UUID.class), read(row.get(1, String.class)),
                read(row.get(2, String.class)))).toList();
    }

    /** A merge is undone: those after it are as if it had never been. */
    void undo(UUID gone, Merge merge, List<Later> after) {
        for (Later later : after) {
            ObjectNode before = MergedDocument.without(later.before(), merge.before(), merge.merged(), List.of());
            database.createNativeQuery("update merge set before = cast(:before as jsonb), after = cast(:after as jsonb) where merged_id = :gone")
                    .setParameter("before", before.toString()).setParameter("after", MergedDocument.of(before, later.document()).toString())
                    .setParameter("gone", later.gone()).executeUpdate();
        }
        database.createNativeQuery("delete from merge where merged_id = :gone").setParameter("gone", gone).executeUpdate();
    }

    /** Gives the merged record its citations back, as far as the survivor still has them. */
    void returnCitations(UUID gone, UUID kept) {
        database.createNativeQuery("""
                update citation set record_id = :gone where record_id = :kept and cast(id as text) in
                       (select row_key from merge_reference where merged_id = :gone and reference = 'citation.record_id')""")
                .setParameter("gone", gone).setParameter("kept", kept).executeUpdate();
        // the entities that were read know nothing of it
        database.clear();
    }

    private ObjectNode read(String document) {
        try {
            return survivors.followed((ObjectNode) json.readTree(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
