package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.chancery.problem.ProblemException;

/** Makes records what they were. */
@ApplicationScoped
public class Restorations {
    private final Records records;
    private final PastRecords pastRecords;
    private final ServiceRegistry services;
    private final RecordWriter writer;

    Restorations(Records records, PastRecords pastRecords, ServiceRegistry services, RecordWriter writer) {
        this.records = records;
        this.pastRecords = pastRecords;
        this.services = services;
        this.writer = writer;
    }

    /**
     * Makes a record what a revision of it left, or what it was before the revision that retracted it. A retracted record comes
     * back with those that were retracted with it.
     *
     * @throws ProblemException 404, 409, 412, 422 where what it refers to is gone
     */
    @Transactional
    public <E extends RegistryRecord> void restore(RecordService<E, ?, ?> service, UUID id, String ifMatch, int number) {
        records.enter();
        records.lock(id, true);
        PastRecords.Past past = pastRecords.past(id, service.type(), number);
        Versions.require(ifMatch, past.version());
        RecordWriter.Reason reason = new RecordWriter.Reason("restored", "revision " + number, null);
        if (past.state().equals("retracted")) {
            bringBack(service, id, past, reason);
            pastRecords.retractedWith(id).forEach((ownedId, owned) -> bringBack(services.of(owned.type()), ownedId, owned.past(), reason));
        } else {
            E row = service.latest(id);
            writer.replaceIfOther(service, row, service.current(row), past.document(), reason);
        }
    }

    /** Writes a retracted or merged record anew, under its id. */
    <E extends RegistryRecord, D> void bringBack(RecordService<E, D, ?> service, UUID id, PastRecords.Past past, RecordWriter.Reason reason) {
        D document = service.valid(past.document());
        Draft draft = new Draft();
        E row = service.blank();
        row.comeBack(id, past.version(), past.createdAt(), records.now());
        service.fill(row, document, draft);
        if (past.parentId() != null) {
            service.belong(row, past.parentId());
            draft.refer("", past.parentId(), parent -> { }, RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
        }
        records.settle(draft);
        service.ready(List.of(row));
        service.comingBack(row);
        pastRecords.makeRoom(id);
        writer.insert(service, row, document, draft, reason);
    }
}
