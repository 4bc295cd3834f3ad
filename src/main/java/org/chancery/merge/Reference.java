package org.chancery.merge;

import java.util.List;
import java.util.Set;
import org.chancery.record.RecordType;

/**
 * A column that refers from one record to another one, which may be merged.
 *
 * @param table where the column is
 * @param column what refers
 * @param owner the column with the id of the record that refers
 * @param key tells the rows of one owner apart, as text
 * @param ordinal the place of the row in its owner's list; null for a member of its own
 * @param pointer the member of the owner's document, {@code %d} for the place in a list; null for the event that a part belongs to
 * @param types what may be referred to
 */
record Reference(String table, String column, String owner, String key, String ordinal, String pointer, Set<RecordType> types) {
    private static final Set<RecordType> ACTORS = Set.of(RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);
    private static final Set<RecordType> POLITIES = Set.of(RecordType.STATE, RecordType.ORGANIZATION);
    private static final Set<RecordType> EVENTS = Set.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
    private static final Set<RecordType> PERSON = Set.of(RecordType.PERSON);
    private static final Set<RecordType> STATE = Set.of(RecordType.STATE);
    private static final Set<RecordType> ORGANIZATION = Set.of(RecordType.ORGANIZATION);
    private static final Set<RecordType> SERIES = Set.of(RecordType.SERIES);
    private static final Set<RecordType> SOURCE = Set.of(RecordType.SOURCE);
    private static final Set<RecordType> DECLARATION = Set.of(RecordType.DECLARATION);

    /** All there are: MergeReferenceTest holds them against the foreign keys of the database. */
    static final List<Reference> ALL = List.of(
            member("occupancy", "person_id", "/personId", PERSON),
            member("membership", "member_id", "/memberId", ACTORS),
            member("membership", "organization_id", "/organizationId", ORGANIZATION),
            member("position", "actor_id", "/actorId", POLITIES),
            member("organization", "parent_id", "/parentId", ORGANIZATION),
            member("organization", "state_id", "/stateId", STATE),
            // a record names another one once among its predecessors, and once by each relation
            new Reference("succession", "predecessor_id", "successor_id", "''", "ordinal", "/predecessorIds/%d", POLITIES),
            new Reference("event_relation", "target_id", "event_id", "t.relation", "ordinal", "/relations/%d/eventId", EVENTS),
            member("series", "organization_id", "/organizationId", ORGANIZATION),
            member("source", "origin_id", "/originId", SOURCE),
            new Reference("citation", "source_id", "record_id", "cast(t.id as text)", "ordinal", "/citations/%d/sourceId", SOURCE),
            new Reference("citation", "origin_id", "record_id", "cast(t.id as text)", "ordinal", "/citations/%d/originId", SOURCE),
            member("event", "place_state_id", "/place/stateId", STATE),
            member("event", "part_of_id", "/partOfId", EVENTS),
            member("event", "series_id", "/seriesId", SERIES),
            member("summit", "host_id", "/hostId", POLITIES),
            member("summit", "organizer_id", "/organizerId", POLITIES),
            member("participation", "event_id", null, EVENTS),
            member("participation", "actor_id", "/actorId", ACTORS),
            member("participation", "on_behalf_of_id", "/onBehalfOfId", POLITIES),
            member("participation", "delegation_id", "/delegationId", ORGANIZATION),
            member("signature", "declaration_id", null, DECLARATION),
            member("signature", "actor_id", "/actorId", ACTORS),
            member("signature", "on_behalf_of_id", "/onBehalfOfId", POLITIES),
            member("commitment", "declaration_id", null, DECLARATION),
            member("commitment", "obligor_id", "/obligorId", ACTORS),
            member("commitment", "beneficiary_id", "/beneficiaryId", ACTORS));

    private static Reference member(String table, String column, String pointer, Set<RecordType> types) {
        return new Reference(table, column, "id", "''", null, pointer, types);
    }

    static List<Reference> to(RecordType type) {
        return ALL.stream().filter(reference -> reference.types.contains(type)).toList();
    }

    /** The name under which rows are noted. */
    String name() {
        return table + "." + column;
    }

    /** Where in the owner's document it stands. */
    String pointer(Integer place) {
        return pointer == null ? null : pointer.formatted(place);
    }

    /** Where a reader looks for it, a list as a whole. */
    String place() {
        return pointer != null ? pointer.replaceFirst("/%d.*", "") : column.equals("event_id") ? "/eventId" : "/declarationId";
    }

    /** The rows that refer to {@code :id}, with the types of their owners. */
    String rows() {
        return "select '" + name() + "', t." + owner + ", r.record_type, " + (ordinal == null ? "cast(null as integer)" : "t." + ordinal)
                + " from " + table + " t join record r on r.id = t." + owner + " where t." + column + " = :id";
    }

    /** Makes the rows that refer to {@code :gone} refer to {@code :kept}, and notes which they were. */
    String move() {
        return "with moved as (update " + table + " t set " + column + " = :kept where t." + column + " = :gone returning t." + owner
                + " as owner_id, " + key + " as row_key) insert into merge_reference (merged_id, reference, owner_id, row_key)"
                + " select :gone, '" + name() + "', owner_id, row_key from moved";
    }

    /** Rows that {@link #move} noted and that still refer to {@code :id}, the survivor. */
    String movedRows() {
        return rows() + " and " + noted();
    }

    /** Makes what {@link #move} noted refer to {@code :gone} again, unless it was changed meanwhile. */
    String moveBack() {
        return "update " + table + " t set " + column + " = :gone where t." + column + " = :id and " + noted();
    }

    private String noted() {
        return "exists (select 1 from merge_reference m where m.merged_id = :gone and m.reference = '" + name() + "' and m.owner_id = t." + owner
                + " and m.row_key = " + key + ")";
    }
}
