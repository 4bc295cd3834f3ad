package org.chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.text.TypedName;

/**
 * A record that was found by one of its names.
 *
 * @param value the name that fits best, as it is written
 * @param kind official, common, …
 * @param how how that name is related to what was typed
 * @param score 0 to 1, see {@link NameSearch}
 * @param fit the score among records of its type alone: an event or office is not put behind what its name mentions
 */
public record NameHit(UUID id, RecordType type, String value, String lang, String kind, TypedName.Match how, double score,
        double fit) {
    /** A part of the name. */
    record Part(String text, boolean matched) {
    }

    /** The name in parts, those apart that have to do with what was typed; together they are the name. */
    List<Part> parts(TypedName typed) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int[] mark : typed.marks(value, lang)) {
            if (mark[0] > from) {
                parts.add(new Part(value.substring(from, mark[0]), false));
            }
            parts.add(new Part(value.substring(mark[0], mark[1]), true));
            from = mark[1];
        }
        if (from < value.length()) {
            parts.add(new Part(value.substring(from), false));
        }
        return parts;
    }
}
