package org.chancery.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). An object that is left without members is gone, so that clearing all of it clears it. */
public final class MergePatch {
    private MergePatch() {
    }

    public static ObjectNode apply(ObjectNode target, JsonNode patch) {
        ObjectNode result = target.deepCopy();
        patch.fields().forEachRemaining(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                result.remove(member.getKey());
            } else if (value.isObject()) {
                JsonNode old = result.get(member.getKey());
                ObjectNode merged = apply(old instanceof ObjectNode object ? object : result.objectNode(), value);
                if (merged.isEmpty()) {
                    result.remove(member.getKey());
                } else {
                    result.set(member.getKey(), merged);
                }
            } else {
                result.set(member.getKey(), value);
            }
        });
        return result;
    }
}
