package org.chancery.participation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.problem.ProblemException;
import org.chancery.record.Draft;
import org.chancery.record.Ids;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;

/** Records that belong to one event: participations, signatures, commitments. */
public abstract class SubRecordService<E extends RegistryRecord, D, V> extends RecordService<E, D, V> {
    private final String parent;

    @Inject
    Parents parents;

    /** @param parent the attribute that holds the event's id */
    protected SubRecordService(RecordType type, Class<E> rows, Class<D> documents, ToIntFunction<V> version, String parent) {
        super(type, rows, documents, version);
        this.parent = parent;
    }

    @Override
    protected abstract void belong(E row, UUID eventId);

    /** @throws ProblemException 404, 410 when there is no such event */
    @Transactional
    public Page<V> list(RecordType eventType, UUID eventId) {
        parents.require(eventType, eventId);
        return list(new Where().and("e." + parent + " = :parent", "parent", eventId), eventId.toString());
    }

    @Transactional
    public V get(RecordType eventType, UUID eventId, UUID id) {
        parents.require(eventType, eventId);
        require(eventId, id);
        return get(id);
    }

    @Transactional
    public UUID create(RecordType eventType, UUID eventId, D document) {
        return create(eventType, eventId, document, Ids.next());
    }

    /** Creates it under an id that the service's own data bring along. */
    @Transactional
    public UUID create(RecordType eventType, UUID eventId, D document, UUID id) {
        enter(eventId);
        parents.require(eventType, eventId);
        Draft draft = new Draft();
        E row = draft(document, id, draft);
        belong(row, eventId);
        settle(draft);
        ready(List.of(row));
        store(row, document, draft);
        return row.id();
    }

    @Transactional
    public void patch(RecordType eventType, UUID eventId, UUID id, String ifMatch, JsonNode patch) {
        enter(eventId);
        parents.require(eventType, eventId);
        require(eventId, id);
        patch(id, ifMatch, patch);
    }

    @Transactional
    public void retract(RecordType eventType, UUID eventId, UUID id, String ifMatch, String reason) {
        enter(eventId);
        parents.require(eventType, eventId);
        require(eventId, id);
        retract(id, ifMatch, reason);
    }

    private void require(UUID eventId, UUID id) {
        if (!eventId.equals(find(id).parentId())) {
            throw ProblemException.notFound("There is no " + type().word() + " with this id here.");
        }
    }

    /** The days of an event: null where they are not known. */
    protected LocalDate[] days(UUID eventId) {
        Tuple row = (Tuple) database.createNativeQuery(
                "select start_earliest, case when end_edtf is null then start_latest else end_latest end from event where id = :id", Tuple.class)
                .setParameter("id", eventId).getSingleResult();
        return new LocalDate[] {row.get(0, LocalDate.class), row.get(1, LocalDate.class)};
    }
}
