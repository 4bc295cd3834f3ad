package org.chancery.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How two documents of one record differ, member by member. An array differs as a whole, as a patch replaces it whole. */
public final class Differences {
    private Differences() {
    }

    /**
     * A member that is not the same in both.
     *
     * @param pointer JSON Pointer (RFC 6901)
     * @param before missing where it was not there
     * @param after missing where it is not there any more
     */
    record Difference(String pointer, JsonNode before, JsonNode after) {
    }

    /** In the order of their pointers. A document that is not there, before or after, differs as a whole. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> differences = new ArrayList<>();
        compare("", before == null ? MissingNode.getInstance() : before, after == null ? MissingNode.getInstance() : after, differences);
        return differences;
    }

    /** The JSON Pointers of what differs. */
    public static List<String> pointers(JsonNode before, JsonNode after) {
        return between(before, after).stream().map(Difference::pointer).toList();
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<Difference> differences) {
        if (before instanceof ObjectNode && after instanceof ObjectNode) {
            Set<String> members = new TreeSet<>();
            before.fieldNames().forEachRemaining(members::add);
            after.fieldNames().forEachRemaining(members::add);
            members.forEach(member -> compare(pointer + "/" + member, before.path(member), after.path(member), differences));
        } else if (!before.equals(after)) {
            differences.add(new Difference(pointer, before, after));
        }
    }
}
