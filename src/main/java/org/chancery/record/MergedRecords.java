package org.chancery.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.chancery.problem.ProblemException;

/** Makes two records of one thing one record, and two again, in the transaction of the caller. */
@ApplicationScoped
public class MergedRecords {
    private final Records records;
    private final PastRecords pastRecords;
    private final Citations citations;
    private final RecordWriter writer;
    private final Restorations restorations;
    private final EntityManager database;

    MergedRecords(Records records, PastRecords pastRecords, Citations citations, RecordWriter writer, Restorations restorations, EntityManager database) {
        this.records = records;
        this.pastRecords = pastRecords;
        this.citations = citations;
        this.writer = writer;
        this.restorations = restorations;
        this.database = database;
    }

    /**
     * Takes a record away that is merged into another one, which gets the merged document. What refers to the one that goes refers to
     * the other one already.
     */
    public <E extends RegistryRecord> void absorb(RecordService<E, ?, ?> service, UUID gone, UUID kept, ObjectNode merged) {
        ObjectNode goneBefore = service.document(gone);
        ObjectNode keptBefore = service.document(kept);
        // what follows moves rows behind the back of the entities that were read
        database.clear();
        citations.move(gone, kept);
        E row = service.find(gone);
        records.erase(row, null, records.now());
        writer.revise(row, new RecordWriter.Reason("merged", null, kept), goneBefore, null);
        writer.replace(service, service.find(kept), keptBefore, merged, new RecordWriter.Reason("merged", null, gone));
    }

    /**
     * Brings a merged record back as it was, and makes the other one what it is without it. Its citations are its own again already.
     *
     * @param number the revision that merged it
     * @throws ProblemException 409, 422 where something that it needs is taken or gone
     */
    public <E extends RegistryRecord> void separate(RecordService<E, ?, ?> service, UUID gone, int number, UUID kept, ObjectNode keptBefore,
            ObjectNode keptAfter) {
        writer.replace(service, service.find(kept), keptBefore, keptAfter, new RecordWriter.Reason("unmerged", null, gone));
        restorations.bringBack(service, gone, pastRecords.past(gone, service.type(), number), new RecordWriter.Reason("unmerged", null, kept));
    }
}
