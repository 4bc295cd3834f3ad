package org.chancery.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/**
 * Puts the rows of records into the database, changes them and takes them away: with citations, names and what the noun adds, and
 * with the revision. Who calls has begun the write and holds the record's lock.
 */
@ApplicationScoped
class RecordWriter {
    private final Records records;
    private final DatabaseRules rules;
    private final Citations citations;
    private final NameIndex nameIndex;
    private final RevisionLog log;
    private final EntityManager database;

    RecordWriter(Records records, DatabaseRules rules, Citations citations, NameIndex nameIndex, RevisionLog log, EntityManager database) {
        this.records = records;
        this.rules = rules;
        this.citations = citations;
        this.nameIndex = nameIndex;
        this.log = log;
        this.database = database;
    }

    /** Why a record is written, for its revision. @param with the other record of the same write; null for none */
    record Reason(String operation, String comment, UUID with) {
        static final Reason CREATED = new Reason("created", null, null);
        static final Reason UPDATED = new Reason("updated", null, null);
    }

    <E extends RegistryRecord, D> void insert(RecordService<E, D, ?> service, E row, D document, Draft draft, Reason reason) {
        refuseTakenIdentifiers(row);
        rules.guarded(() -> {
            database.persist(row);
            citations.write(row.id(), Draft.list(draft.citations()));
            database.flush();
            nameIndex.write(row);
            service.written(row, document, true);
        });
        revise(row, reason, null, service.current(row));
    }

    /** Changes a record, unless the document says what there is already. */
    <E extends RegistryRecord, D> void replaceIfOther(RecordService<E, D, ?> service, E row, ObjectNode before, ObjectNode after, Reason reason) {
        if (!Pruning.of(service.withoutTransient(after)).equals(before)) {
            replace(service, row, before, after, reason);
        }
    }

    /** Writes the document in the place of the one that there is. */
    <E extends RegistryRecord, D> void replace(RecordService<E, D, ?> service, E row, ObjectNode before, ObjectNode after, Reason reason) {
        D document = service.valid(Pruning.of(service.withoutTransient(after)));
        Draft draft = new Draft();
        // or a query on the way would write the half-filled row, out of the reach of guarded()
        database.setFlushMode(FlushModeType.COMMIT);
        service.changing(row, before, after);
        service.fill(row, document, draft);
        records.settle(draft);
        service.ready(List.of(row));
        refuseTakenIdentifiers(row);
        row.change(records.now());
        database.setFlushMode(FlushModeType.AUTO);
        rules.guarded(() -> {
            if (!Objects.equals(before.get("citations"), after.get("citations"))) {
                citations.write(row.id(), Draft.list(draft.citations()));
            }
            database.flush();
            nameIndex.write(row);
            service.written(row, document, false);
        });
        revise(row, reason, before, service.current(row));
    }

    /** Retracts a record; the comment of the reason is why. */
    <E extends RegistryRecord> void retract(RecordService<E, ?, ?> service, E row, Reason reason) {
        ObjectNode before = service.current(row);
        citations.write(row.id(), List.of());
        records.erase(row, reason.comment, records.now());
        revise(row, reason, before, null);
        service.erased(row);
    }

    /** Leaves the revision of a write. @param after null where the record is gone */
    void revise(RegistryRecord row, Reason reason, ObjectNode before, ObjectNode after) {
        log.write(new RevisionLog.Entry(row, reason.operation, before, after, reason.comment, reason.with));
    }

    private void refuseTakenIdentifiers(RegistryRecord row) {
        List<ProblemError> taken = new ArrayList<>();
        List<IdentifierValue> identifiers = row.identifiers();
        for (int i = 0; i < identifiers.size(); i++) {
            String pointer = Errors.pointer("/identifiers", i);
            records.identified(identifiers.get(i).scheme, identifiers.get(i).value).filter(other -> !other.equals(row.id()))
                    .ifPresent(other -> taken.add(Errors.at(pointer, "identifier-taken", "belongs to another record").recordId(other)));
        }
        if (!taken.isEmpty()) {
            throw ProblemException.conflict("An identifier belongs to another record.", taken);
        }
    }
}
