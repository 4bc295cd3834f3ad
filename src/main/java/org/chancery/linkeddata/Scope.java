package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.chancery.record.RecordType;

/**
 * What one document needs to know beside the records that it shows.
 *
 * @param base of the URLs of records
 * @param types by id, of all records that are shown or named
 * @param sources by id of the citing record
 */
record Scope(URI base, Map<String, RecordType> types, Map<String, List<JsonNode>> sources) {

    String url(String path) {
        return base.resolve(path).toString();
    }

    /** The URL of a record. */
    String record(String id) {
        return url(types.get(id).href(id));
    }

    /** The URL of a part of an event. */
    String part(RecordType type, JsonNode event, JsonNode id) {
        return url(type.href(types.get(event.textValue()), event.textValue(), id.textValue()));
    }

    /** A record of which nothing but its id is at hand. */
    Node reference(JsonNode id) {
        return reference(id, MissingNode.getInstance());
    }

    /** A record that is only named. Null where there is none. */
    Node reference(JsonNode id, JsonNode name) {
        if (!id.isTextual()) {
            return null;
        }
        return new Node(record(id.textValue()), type(types.get(id.textValue()))).name("name", name);
    }

    /** Somebody as reported, whom no record describes. */
    static Node reported(JsonNode name) {
        return name.isObject() ? new Node(null, "Thing").name("name", name) : null;
    }

    private static String[] type(RecordType type) {
        return switch (type) {
            case PERSON -> new String[] {"Person"};
            case STATE -> new String[] {"Country"};
            case ORGANIZATION -> new String[] {"Organization"};
            case POSITION -> Offices.POSITION;
            case MEETING, SUMMIT -> new String[] {"Event"};
            case SERIES -> new String[] {"EventSeries"};
            case DECLARATION, SOURCE -> new String[] {"CreativeWork"};
            default -> throw new IllegalArgumentException(type.word());
        };
    }
}
