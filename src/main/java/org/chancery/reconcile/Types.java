package org.chancery.reconcile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.record.RecordType;

/** The types of the reconciliation service: the record types that have names, and what they have in common. */
final class Types {
    private static final Type ACTOR = new Type("actor", "Actor", "Person, state or organization", null);
    private static final Type EVENT = new Type("event", "Event", "Meeting, summit or declaration", null);

    /** Which record types a type means; in the order in which they are offered. */
    private static final Map<Type, Set<RecordType>> ALL = new LinkedHashMap<>();
    private static final Map<RecordType, Type> OF = new LinkedHashMap<>();

    static {
        add(RecordType.PERSON, "Person", ACTOR);
        add(RecordType.STATE, "State", ACTOR);
        add(RecordType.ORGANIZATION, "Organization", ACTOR);
        add(RecordType.POSITION, "Office", null);
        add(RecordType.MEETING, "Meeting", EVENT);
        add(RecordType.SUMMIT, "Summit", EVENT);
        add(RecordType.DECLARATION, "Declaration", EVENT);
        add(RecordType.SERIES, "Series of events", null);
        ALL.put(ACTOR, EnumSet.of(RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION));
        ALL.put(EVENT, EnumSet.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION));
    }

    /** A type as the protocol shows it. */
    record Type(String id, String name, String description, List<Type> broader) {
    }

    private Types() {
    }

    private static void add(RecordType record, String name, Type broader) {
        Type type = new Type(record.word(), name, null, broader == null ? null : List.of(new Type(broader.id(), broader.name(), null, null)));
        ALL.put(type, EnumSet.of(record));
        OF.put(record, type);
    }

    static Collection<Type> all() {
        return ALL.keySet();
    }

    /** Those of which records are. */
    static Collection<Type> ofRecords() {
        return OF.values();
    }

    static Type of(RecordType record) {
        return OF.get(record);
    }

    static Set<RecordType> records() {
        return OF.keySet();
    }

    /** The record types that a type means; none where there is no such type. */
    static Set<RecordType> meant(String id) {
        return ALL.entrySet().stream().filter(entry -> entry.getKey().id().equals(id)).map(Map.Entry::getValue).findFirst().orElse(Set.of());
    }
}
