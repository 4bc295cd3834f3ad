package org.chancery.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A revision as it is kept.
 *
 * @param before the document that it replaced; null for none
 * @param after the document that it left; null where it retracted or merged the record
 * @param with the other record of the same write; null for none
 * @param moved the member that names the event to which a part belongs, where that is another one than before; else null
 */
record RevisionRow(int number, OffsetDateTime at, String author, String operation, String comment, JsonNode before, JsonNode after, UUID with,
        String moved) {

    /** What changed: JSON Pointers, arrays as a whole. */
    List<String> pointers() {
        return Stream.concat(Differences.pointers(before, after).stream(), Stream.ofNullable(moved)).toList();
    }
}
