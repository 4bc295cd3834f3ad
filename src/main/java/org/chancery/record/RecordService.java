package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.ProblemError;
import org.chancery.contract.DocumentReader;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/**
 * The mechanism that all collections share: create, read, list, change, retract, each in one transaction with its
 * revision. A noun adds what it is made of, how it is shown and what it can be filtered by.
 *
 * @param <E> the row
 * @param <D> the document that a client writes (the contract's …Create)
 * @param <V> what a client reads
 */
public abstract class RecordService<E extends RegistryRecord, D, V> {
    private final Class<E> rows;
    private final Class<D> documents;
    private final RecordType type;
    private final ToIntFunction<V> version;

    @Inject
    Records records;
    @Inject
    Revisions revisions;
    @Inject
    Citations citations;
    @Inject
    NameIndex nameIndex;
    @Inject
    Lists lists;
    @Inject
    DocumentReader reader;
    @Inject
    ObjectMapper json;
    @Inject
    ServiceRegistry services;
    @Inject
    protected EntityManager database;
    @Inject
    protected Labels labels;

    protected RecordService(RecordType type, Class<E> rows, Class<D> documents, ToIntFunction<V> version) {
        this.type = type;
        this.rows = rows;
        this.documents = documents;
        this.version = version;
    }

    /** The class of the document that a client writes; its schema in the contract has the same name. */
    public Class<D> documents() {
        return documents;
    }

    public RecordType type() {
        return type;
    }

    /** The version of a record as a client reads it. */
    public int version(V view) {
        return version.applyAsInt(view);
    }

    // ---------------------------------------------------------------- what differs from noun to noun

    protected abstract E blank();

    /** Sets the row from the document; what is wrong goes into the draft. Names, identifiers and citations too. */
    protected abstract void write(D document, E row, Draft draft);

    /** The document that would write this row, without names, identifiers and citations, which {@link #current} adds. */
    protected abstract D document(E row);

    protected abstract List<V> views(List<E> rows);

    /** What the collection can be filtered and sorted by. */
    protected abstract Listing listing();

    /** What of a page's rows is read together with them, as joins on {@code e}. */
    protected String fetched() {
        return "";
    }

    /** Called when the rows are filled and their references known, before they go into the database. */
    protected void ready(List<E> filled) {
    }

    /** Called in the same transaction when the row is in the database, on creation and on each change. */
    protected void written(E row, D document, boolean created) {
    }

    /** Called when the row was taken away. */
    protected void erased(E row) {
    }

    /** Makes a row that comes back a part of this record again. */
    protected void belong(E row, UUID parentId) {
    }

    /** Called before a row that comes back is written, for what its document does not say. */
    protected void comingBack(E row) {
    }

    /** Sets the lists that every document may have. */
    protected void common(D document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        throw new UnsupportedOperationException(type.word());
    }

    // ---------------------------------------------------------------- reading

    /** @throws ProblemException 404, 410 */
    @Transactional
    public V get(UUID id) {
        return views(List.of(find(id))).get(0);
    }

    /** As {@link #get}, of what this transaction wrote: what the database works out is read from there. */
    @Transactional
    public V reread(UUID id) {
        database.flush();
        database.clear();
        return get(id);
    }

    /** The page that the request asks for. */
    @Transactional
    public Page<V> list() {
        return list(new Where(), "");
    }

    /** The page that the request asks for among what is in scope. */
    @Transactional
    public Page<V> list(Where scope, String scopeName) {
        // also what lets the indexes of record serve the order
        scope.implied("r.record_type = '" + type.word() + "'");
        Page<UUID> ids = lists.page(listing(), scope, type.word() + scopeName);
        return ids.map(page -> views(rows(page)));
    }

    /**
     * Ids of all records in their order, part by part.
     *
     * @param after the last id of the part before; null for the first part
     * @param updatedFrom only what changed at or after this instant; null for all
     */
    @Transactional
    public List<UUID> idsAfter(UUID after, Instant updatedFrom, int limit) {
        Query query = database.createNativeQuery("select t.id from " + type.tables()[0] + " t join record r on r.id = t.id where true"
                + (after == null ? "" : " and t.id > :after") + (updatedFrom == null ? "" : " and r.updated_at >= :updatedFrom")
                + " order by t.id limit " + limit, UUID.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        if (updatedFrom != null) {
            query.setParameter("updatedFrom", updatedFrom);
        }
        return ((List<?>) query.getResultList()).stream().map(UUID.class::cast).toList();
    }

    /** Records as they are read, in the order of the ids. */
    @Transactional
    public List<V> shown(List<UUID> ids) {
        return views(rows(ids));
    }

    /** The rows in the order of their ids, in one statement. */
    protected List<E> rows(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, E> found = database.createQuery("from " + rows.getSimpleName() + " e " + fetched() + " where e.id in :ids", rows).setParameter("ids", ids)
                .getResultList().stream().collect(Collectors.toMap(RegistryRecord::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** @throws ProblemException 404, 410 */
    public E find(UUID id) {
        return Optional.ofNullable(database.find(rows, id)).orElseThrow(() -> records.missing(id, type));
    }

    // ---------------------------------------------------------------- writing

    /** @return the new record's id */
    @Transactional
    public UUID create(D document) {
        enter();
        return create(newId(), document, new Draft());
    }

    /**
     * Creates it under an id that the service's own data bring along.
     *
     * @param parts gives the ids of the records inside the document by their JSON Pointers
     */
    @Transactional
    public UUID create(D document, UUID id, Function<String, UUID> parts) {
        enter();
        return create(id, document, new Draft(parts));
    }

    private UUID create(UUID id, D document, Draft draft) {
        E row = draft(document, id, draft);
        settle(draft);
        ready(List.of(row));
        store(row, document, draft);
        return id;
    }

    /** Begins a write before anything is read for it. */
    protected void enter() {
        records.enter();
    }

    /** Begins a write of a part before anything is read for it, behind other writers of the whole: who retracts that takes its parts along. */
    protected void enter(UUID whole) {
        enter();
        records.lock(whole, false);
    }

    /** The first half of a creation: fills a new row. For records that are created inside another one's document. */
    public E draft(D document, UUID id, Draft draft) {
        E row = blank();
        row.begin(id, records.now());
        write(document, row, draft);
        checkCitations(draft);
        return row;
    }

    public E draft(D document, Draft draft) {
        return draft(document, draft.newId(), draft);
    }

    protected static UUID newId() {
        return Ids.next();
    }

    /** Resolves all references of a draft in one statement. @throws ProblemException 400, 422 with all that is wrong */
    protected void settle(Draft draft) {
        records.settle(draft);
    }

    /** The second half: writes row, citations and revision. */
    public void store(E row, D document, Draft draft) {
        store(row, document, draft, new Reason("created", null, null));
    }

    /** Why a record is written, for its revision. @param with the other record of the same write; null for none */
    private record Reason(String operation, String comment, UUID with) {
    }

    private void revise(E row, Reason reason, ObjectNode before, ObjectNode after) {
        records.revise(new Records.Entry(row, reason.operation, before, after, reason.comment, reason.with));
    }

    private void store(E row, D document, Draft draft, Reason reason) {
        refuseTakenIdentifiers(row);
        records.guarded(() -> {
            database.persist(row);
            citations.write(row.id(), Draft.list(draft.citations()));
            database.flush();
            nameIndex.write(row);
            written(row, document, true);
        });
        revise(row, reason, null, current(row));
    }

    /**
     * Applies a merge patch (RFC 7396); one that changes nothing leaves no revision.
     *
     * @throws ProblemException 400, 404, 409, 410, 412, 422
     */
    @Transactional
    public void patch(UUID id, String ifMatch, JsonNode patch) {
        enter();
        E row = locked(id, ifMatch, false);
        ObjectNode before = current(row);
        replaceIfOther(row, before, MergePatch.apply(before, patch), new Reason("updated", null, null));
    }

    private void replaceIfOther(E row, ObjectNode before, ObjectNode after, Reason reason) {
        if (!Pruning.of(withoutTransient(after)).equals(before)) {
            replace(row, before, after, reason);
        }
    }

    /** Writes the document in the place of the one that there is. */
    private void replace(E row, ObjectNode before, ObjectNode after, Reason reason) {
        D document = valid(Pruning.of(withoutTransient(after)));
        Draft draft = new Draft();
        // or a query on the way would write the half-filled row, out of the reach of guarded()
        database.setFlushMode(FlushModeType.COMMIT);
        changing(row, before, after);
        write(document, row, draft);
        checkCitations(draft);
        settle(draft);
        ready(List.of(row));
        refuseTakenIdentifiers(row);
        row.change(records.now());
        database.setFlushMode(FlushModeType.AUTO);
        records.guarded(() -> {
            if (!Objects.equals(before.get("citations"), after.get("citations"))) {
                citations.write(row.id(), Draft.list(draft.citations()));
            }
            database.flush();
            nameIndex.write(row);
            written(row, document, false);
        });
        revise(row, reason, before, current(row));
    }

    /** Called before a change is written, with the document as it was and as it will be. */
    protected void changing(E row, ObjectNode before, ObjectNode after) {
    }

    /** Members that a patch may carry though the record does not keep them. */
    protected ObjectNode withoutTransient(ObjectNode document) {
        return document;
    }

    /**
     * Retracts a record together with those that have no meaning without it.
     *
     * @throws ProblemException 404, 409 while others refer to it, 410, 412
     */
    @Transactional
    public void retract(UUID id, String ifMatch, String reason) {
        enter();
        E row = locked(id, ifMatch, true);
        records.refuseIfReferenced(id);
        records.owned(id).forEach((ownedId, ownedType) -> services.of(ownedType).retractOwned(ownedId, reason, id));
        erase(row, reason, null);
    }

    private void retractOwned(UUID id, String reason, UUID with) {
        records.lock(id, true);
        erase(find(id), reason, with);
    }

    /** @param with the record whose retraction takes this one along */
    private void erase(E row, String reason, UUID with) {
        ObjectNode before = current(row);
        citations.write(row.id(), List.of());
        records.erase(row, reason, records.now());
        revise(row, new Reason("retracted", reason, with), before, null);
        erased(row);
    }

    /**
     * Makes a record what a revision of it left, or what it was before the revision that retracted it. A retracted record comes
     * back with those that were retracted with it.
     *
     * @throws ProblemException 404, 409, 412, 422 where what it refers to is gone
     */
    @Transactional
    public void restore(UUID id, String ifMatch, int number) {
        enter();
        records.lock(id, true);
        Revisions.Past past = revisions.past(id, type, number);
        if (!Versions.matches(ifMatch, past.version())) {
            throw ProblemException.stale(past.version());
        }
        Reason reason = new Reason("restored", "revision " + number, null);
        if (past.state().equals("retracted")) {
            comeBack(id, past, reason);
            revisions.retractedWith(id).forEach((ownedId, owned) -> services.of(owned.type()).comeBack(ownedId, owned.past(), reason));
        } else {
            E row = latest(id);
            replaceIfOther(row, current(row), past.document(), reason);
        }
    }

    private void comeBack(UUID id, Revisions.Past past, Reason reason) {
        D document = valid(past.document());
        Draft draft = new Draft();
        E row = blank();
        row.comeBack(id, past.version(), past.createdAt(), records.now());
        write(document, row, draft);
        checkCitations(draft);
        if (past.parentId() != null) {
            belong(row, past.parentId());
            draft.refer("", past.parentId(), parent -> { }, RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
        }
        settle(draft);
        ready(List.of(row));
        comingBack(row);
        revisions.makeRoom(id);
        store(row, document, draft, reason);
    }

    // ---------------------------------------------------------------- two records of one thing

    /** The version of a record that is there. @throws ProblemException 404, 409 when it was merged, 410, 412 for another version */
    public int require(UUID id, String ifMatch) {
        int current = find(id).version();
        if (!Versions.matches(ifMatch, current)) {
            throw ProblemException.stale(current);
        }
        return current;
    }

    /** The document that would write the record as it is. @throws ProblemException 404, 409 or 308 when it was merged, 410 */
    public ObjectNode document(UUID id) {
        return current(find(id));
    }

    /** What is wrong with a document of itself, before anything is written: against the contract, or against a rule. */
    public List<ProblemError> problems(ObjectNode document) {
        List<ProblemError> errors = reader.errors(document, documents);
        if (!errors.isEmpty()) {
            return errors;
        }
        Draft draft = new Draft();
        draft(valid(document), draft);
        return draft.problems();
    }

    /**
     * Takes a record away that is merged into another one, which gets the merged document. What refers to the one that goes refers to
     * the other one already.
     */
    public void absorb(UUID gone, UUID kept, ObjectNode merged) {
        ObjectNode goneBefore = document(gone);
        ObjectNode keptBefore = document(kept);
        // what follows moves rows behind the back of the entities that were read
        database.clear();
        citations.move(gone, kept);
        E row = find(gone);
        records.erase(row, null, records.now());
        revise(row, new Reason("merged", null, kept), goneBefore, null);
        replace(find(kept), keptBefore, merged, new Reason("merged", null, gone));
    }

    /**
     * Brings a merged record back as it was, and makes the other one what it is without it. Its citations are its own again already.
     *
     * @param number the revision that merged it
     * @throws ProblemException 409, 422 where something that it needs is taken or gone
     */
    public void separate(UUID gone, int number, UUID kept, ObjectNode keptBefore, ObjectNode keptAfter) {
        replace(find(kept), keptBefore, keptAfter, new Reason("unmerged", null, gone));
        comeBack(gone, revisions.past(gone, type, number), new Reason("unmerged", null, kept));
    }

    private E latest(UUID id) {
        E row = find(id);
        // it may have been read before the lock was there
        database.refresh(row);
        return row;
    }

    private E locked(UUID id, String ifMatch, boolean toRetract) {
        records.lock(id, toRetract);
        E row = latest(id);
        if (!Versions.matches(ifMatch, row.version())) {
            throw ProblemException.stale(row.version());
        }
        return row;
    }

    /** The whole record as the document that would write it. */
    protected ObjectNode current(E row) {
        D document = document(row);
        common(document, row.names().stream().map(RecordService::input).toList(),
                row.identifiers().stream().map(i -> new IdentifierInput().scheme(i.scheme).value(i.value)).toList(), citations.of(row.id()));
        return Pruning.of(json.valueToTree(document));
    }

    private static NameInput input(NameValue name) {
        return new NameInput().value(name.value).lang(name.lang).script(name.script).kind(name.kind).display(name.display ? true : null)
                .validFrom(DateColumns.edtf(name.validFrom)).validTo(DateColumns.edtf(name.validTo));
    }

    /** Reads a document that did not come with a request. @throws ProblemException 400 where it is against the contract */
    public D valid(JsonNode document) {
        return reader.read(document, documents);
    }

    private void checkCitations(Draft draft) {
        citations.check(Draft.list(draft.citations()), documents.getSimpleName(), draft);
    }

    private void refuseTakenIdentifiers(E row) {
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

    /** Refuses what another record has already; see the constraint of that name. */
    protected void refuseTaken(String constraint, String sql, Map<String, Object> parameters) {
        records.refuseTaken(constraint, sql, parameters);
    }

    /** Patterns of the schemes of identifiers, for {@link Draft#identifiers}. */
    protected Map<String, String> schemes(List<IdentifierInput> inputs) {
        return Draft.list(inputs).isEmpty() ? Collections.emptyMap() : records.schemes();
    }
}
