package org.chancery.record;

import java.util.Locale;

/** What a record is: the one word for it in the contract, the database and the URL's collection. */
public enum RecordType {
    PERSON("person", "people", "person"),
    STATE("state", "states", "state"),
    ORGANIZATION("organization", "organizations", "organization"),
    POSITION("position", "positions", "position"),
    OCCUPANCY("occupancy", "occupancies", "occupancy"),
    MEMBERSHIP("membership", "memberships", "membership"),
    MEETING("meeting", "meetings", "meeting", "event"),
    SUMMIT("summit", "summits", "summit", "event"),
    DECLARATION("declaration", "declarations", "declaration", "event"),
    SERIES("series", "series", "series"),
    SOURCE("source", "sources", "source"),
    PARTICIPATION("participation", "participants", "participation"),
    SIGNATURE("signature", "signatures", "signature"),
    COMMITMENT("commitment", "commitments", "commitment");

    private final String word;
    private final String collection;
    private final String[] tables;

    RecordType(String word, String collection, String... tables) {
        this.word = word;
        this.collection = collection;
        this.tables = tables;
    }

    /** As in {@code recordType}. */
    public String word() {
        return word;
    }

    /** The tables that hold what is special to the type, the most special first. */
    String[] tables() {
        return tables;
    }

    /** Path of a record of this type; only for types with a collection of their own. */
    public String href(Object id) {
        return path() + "/" + id;
    }

    /** Path of a record of this type below the event that it is a part of; only for types of such parts. */
    public String href(RecordType eventType, Object eventId, Object id) {
        return eventType.href(eventId) + "/" + collection + "/" + id;
    }

    /** Path of the collection; only for types with one of their own. */
    public String path() {
        return "/v1/" + collection;
    }

    public static RecordType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
