package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
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
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.ProblemError;
import org.chancery.contract.DocumentReader;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.problem.ProblemException;

/**
 * The mechanism that all collections share: create, read, list, change, retract, each in one transaction with its
 * revision. A noun adds what {@link RecordDefinition} asks for.
 *
 * @param <E> the row
 * @param <D> the document that a client writes (the contract's …Create)
 * @param <V> what a client reads
 */
public abstract class RecordService<E extends RegistryRecord, D, V> extends RecordDefinition<E, D, V> {
    @Inject
    Records records;
    @Inject
    DatabaseRules rules;
    @Inject
    Citations citations;
    @Inject
    RecordWriter writer;
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
        super(type, rows, documents, version);
    }

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

    /** The same among what is in scope. */
    @Transactional
    public Page<V> list(Where scope, String scopeName) {
        // also what lets the indexes of record serve the order
        scope.implied("r.record_type = '" + type().word() + "'");
        return lists.page(listing(), scope, type().word() + scopeName).map(ids -> views(rows(ids)));
    }

    /**
     * Ids of all records in their order, part by part.
     *
     * @param after the last id of the part before; null for the first part
     * @param updatedFrom only what changed at or after this instant; null for all
     */
    @Transactional
    public List<UUID> idsAfter(UUID after, Instant updatedFrom, int limit) {
        Query query = database.createNativeQuery("select t.id from " + type().tables()[0] + " t join record r on r.id = t.id where true"
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
        Map<UUID, E> found = database.createQuery("from " + rows().getSimpleName() + " e " + fetched() + " where e.id in :ids", rows()).setParameter("ids", ids)
                .getResultList().stream().collect(Collectors.toMap(RegistryRecord::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** @throws ProblemException 404, 410 */
    public E find(UUID id) {
        return Optional.ofNullable(database.find(rows(), id)).orElseThrow(() -> records.missing(id, type()));
    }

    // ---------------------------------------------------------------- writing

    /** @return the new record's id */
    @Transactional
    public UUID create(D document) {
        enter();
        return create(Ids.next(), document, new Draft());
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
        fill(row, document, draft);
        return row;
    }

    /** Sets a row from a document with all that it says. */
    void fill(E row, D document, Draft draft) {
        write(document, row, draft);
        citations.check(Draft.list(draft.citations()), documents().getSimpleName(), draft);
    }

    public E draft(D document, Draft draft) {
        return draft(document, draft.newId(), draft);
    }

    /** Resolves all references of a draft in one statement. @throws ProblemException 400, 422 with all that is wrong */
    protected void settle(Draft draft) {
        records.settle(draft);
    }

    /** The second half: writes row, citations and revision. */
    public void store(E row, D document, Draft draft) {
        writer.insert(this, row, document, draft, RecordWriter.Reason.CREATED);
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
        writer.replaceIfOther(this, row, before, MergePatch.apply(before, patch), RecordWriter.Reason.UPDATED);
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
        writer.retract(this, row, new RecordWriter.Reason("retracted", reason, null));
    }

    private void retractOwned(UUID id, String reason, UUID with) {
        records.lock(id, true);
        writer.retract(this, find(id), new RecordWriter.Reason("retracted", reason, with));
    }

    // ---------------------------------------------------------------- records and documents

    /** The version of a record that is there. @throws ProblemException 404, 409 when it was merged, 410, 412 for another version */
    public int require(UUID id, String ifMatch) {
        int current = find(id).version();
        Versions.require(ifMatch, current);
        return current;
    }

    /** The document that would write the record as it is. @throws ProblemException 404, 409 or 308 when it was merged, 410 */
    public ObjectNode document(UUID id) {
        return current(find(id));
    }

    /** What is wrong with a document of itself, before anything is written: against the contract, or against a rule. */
    public List<ProblemError> problems(ObjectNode document) {
        List<ProblemError> errors = reader.errors(document, documents());
        if (!errors.isEmpty()) {
            return errors;
        }
        Draft draft = new Draft();
        draft(valid(document), draft);
        return draft.problems();
    }

    E latest(UUID id) {
        E row = find(id);
        // it may have been read before the lock was there
        database.refresh(row);
        return row;
    }

    private E locked(UUID id, String ifMatch, boolean toRetract) {
        records.lock(id, toRetract);
        E row = latest(id);
        Versions.require(ifMatch, row.version());
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
        return reader.read(document, documents());
    }

    /** Refuses what another record has already; see the constraint of that name. */
    protected void refuseTaken(String constraint, String sql, Map<String, Object> parameters) {
        rules.refuseTaken(constraint, sql, parameters);
    }

    /** Patterns of the schemes of identifiers, for {@link Draft#identifiers}. */
    protected Map<String, String> schemes(List<IdentifierInput> inputs) {
        return Draft.list(inputs).isEmpty() ? Collections.emptyMap() : records.schemes();
    }
}
