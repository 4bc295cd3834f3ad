package org.chancery.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.BatchResult;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/** Where items of a batch are in each other's way. None of them is there when the client reads of it: they are named by their places. */
final class Clashes {
    private static final String ITEMS = "/items";
    private static final String IDENTIFIERS = "identifiers";

    private Clashes() {
    }

    /** The identifiers that an item before has too, by the index of the later item: tried one by one, each finds them free. */
    static Map<Integer, List<ProblemError>> between(List<JsonNode> items) {
        Map<JsonNode, Integer> owners = new HashMap<>();
        Map<Integer, List<ProblemError>> clashes = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode identifiers = items.get(i).path(IDENTIFIERS);
            for (int j = 0; j < identifiers.size(); j++) {
                Integer owner = owners.putIfAbsent(identifiers.get(j), i);
                if (owner != null && owner != i) {
                    clashes.computeIfAbsent(i, any -> new ArrayList<>()).add(Errors.at(Errors.pointer(ITEMS, i, IDENTIFIERS, j), "identifier-taken",
                            "belongs to another record" + that(owner)));
                }
            }
        }
        return clashes;
    }

    /** The problem of an item, in which the records of items before it are named by their items. */
    static ProblemException named(ProblemException e, List<BatchResult> before) {
        Map<UUID, Integer> created = new HashMap<>();
        before.forEach(result -> created.put(result.getId(), result.getIndex()));
        return e.errors().stream().noneMatch(error -> created.containsKey(error.getRecordId())) ? e
                : new ProblemException(e.type(), e.getMessage(), e.errors().stream().map(error -> named(error, created)).toList());
    }

    private static ProblemError named(ProblemError error, Map<UUID, Integer> created) {
        Integer item = created.get(error.getRecordId());
        return item == null ? error : Errors.at(error.getPointer(), error.getCode(), error.getDetail() + that(item));
    }

    private static String that(int item) {
        return ": that of " + Errors.pointer(ITEMS, item);
    }
}
