package org.chancery.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A revision as it is kept.
 *
 * @param before the document that it replaced; null for none
 * @param after the document that it left; null where it retracted the record
 */
record RevisionRow(int number, OffsetDateTime at, String author, String operation, String comment, JsonNode before, JsonNode after) {

    /** What changed: JSON Pointers, arrays as a whole. */
    List<String> pointers() {
        return Differences.pointers(before, after);
    }
}
