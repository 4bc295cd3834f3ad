package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chancery.record.RecordType;

/** What a record, or a flat row of one, is in the words of schema.org. */
final class Things {
    private Things() {
    }

    /** The record that a row of a list is about. */
    static JsonNode shown(JsonNode row) {
        if (row.has("entry")) {
            return row.has("event") ? row.get("event") : row.get("occupancy");
        }
        if (!row.has("withParticipants")) {
            return row;
        }
        ObjectNode met = row.get("event").deepCopy();
        met.putArray("participants").addAll((ArrayNode) row.get("actorParticipants")).addAll((ArrayNode) row.get("withParticipants"));
        return met;
    }

    static Node of(JsonNode record, Scope scope) {
        if (!record.has("recordType")) {
            return Offices.holder(record, scope);
        }
        Node node = typed(record, scope);
        return record.has("count") ? Events.met(node, record, scope) : node;
    }

    private static Node typed(JsonNode record, Scope scope) {
        return switch (RecordType.of(record.get("recordType").textValue())) {
            case PERSON -> Agents.person(record, scope);
            case STATE -> Agents.state(record, scope);
            case ORGANIZATION -> Agents.organization(record, scope);
            case POSITION -> Offices.position(record, scope);
            case OCCUPANCY -> Offices.occupancy(record, scope);
            case MEMBERSHIP -> Offices.membership(record, scope);
            case MEETING, SUMMIT -> Events.event(record, scope);
            case DECLARATION -> Works.declaration(record, scope);
            case SERIES -> Events.series(record, scope);
            case SOURCE -> Works.source(record, scope);
            case PARTICIPATION -> Events.participant(record, scope);
            case SIGNATURE -> Works.signature(record, scope).reverse(Works.SIGNATURE, declaration(record, scope));
            case COMMITMENT -> Works.commitment(record, scope).reverse(Works.COMMITMENT, declaration(record, scope));
        };
    }

    private static Node declaration(JsonNode part, Scope scope) {
        return scope.reference(part.get("declarationId"));
    }
}
