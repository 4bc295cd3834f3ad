package org.chancery.record;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What all records share: id, version, times, names, identifiers. References between records are ids, not objects. */
@Entity
@Table(name = "record")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "record_type", length = 20)
public abstract class RegistryRecord {
    @Id
    private UUID id;
    private int version;
    private Instant createdAt;
    private Instant updatedAt;
    private String sortName = "";

    @ElementCollection
    @CollectionTable(name = "name", joinColumns = @JoinColumn(name = "record_id"))
    @OrderColumn(name = "ordinal")
    private List<NameValue> names = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "identifier", joinColumns = @JoinColumn(name = "record_id"))
    @OrderColumn(name = "ordinal")
    private List<IdentifierValue> identifiers = new ArrayList<>();

    public abstract RecordType recordType();

    /** The record of which this one is a part; null for one that stands alone. */
    public UUID parentId() {
        return null;
    }

    void begin(UUID newId, Instant now) {
        id = newId;
        version = 1;
        createdAt = now;
        updatedAt = now;
    }

    /** Begins anew what was retracted. */
    void comeBack(UUID oldId, int lastVersion, Instant created, Instant now) {
        id = oldId;
        version = lastVersion;
        createdAt = created;
        updatedAt = created;
        change(now);
    }

    void change(Instant now) {
        version++;
        // the clock may have been set back: a record never changed before it changed last
        updatedAt = now.isBefore(updatedAt) ? updatedAt : now;
    }

    void rename(List<NameValue> newNames, String newSortName) {
        names.clear();
        names.addAll(newNames);
        sortName = newSortName;
    }

    void identify(List<IdentifierValue> newIdentifiers) {
        identifiers.clear();
        identifiers.addAll(newIdentifiers);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    List<NameValue> names() {
        return names;
    }

    List<IdentifierValue> identifiers() {
        return identifiers;
    }
}
