package org.chancery.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.paging.Listing;

/**
 * What differs from noun to noun: what a record is made of, how it is shown and what it can be filtered by.
 *
 * @param <E> the row
 * @param <D> the document that a client writes (the contract's …Create)
 * @param <V> what a client reads
 */
abstract class RecordDefinition<E extends RegistryRecord, D, V> {
    private final RecordType type;
    private final Class<E> rows;
    private final Class<D> documents;
    private final ToIntFunction<V> version;

    RecordDefinition(RecordType type, Class<E> rows, Class<D> documents, ToIntFunction<V> version) {
        this.type = type;
        this.rows = rows;
        this.documents = documents;
        this.version = version;
    }

    public RecordType type() {
        return type;
    }

    Class<E> rows() {
        return rows;
    }

    /** The class of the document that a client writes; its schema in the contract has the same name. */
    public Class<D> documents() {
        return documents;
    }

    /** The version of a record as a client reads it. */
    public int version(V view) {
        return version.applyAsInt(view);
    }

    protected abstract E blank();

    /** Sets the row from the document; what is wrong goes into the draft. Names, identifiers and citations too. */
    protected abstract void write(D document, E row, Draft draft);

    /** The document that would write this row, without names, identifiers and citations, which {@link RecordService#current} adds. */
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

    /** Called before a change is written, with the document as it was and as it will be. */
    protected void changing(E row, ObjectNode before, ObjectNode after) {
    }

    /** Members that a patch may carry though the record does not keep them. */
    protected ObjectNode withoutTransient(ObjectNode document) {
        return document;
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
}
