package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import org.chancery.record.RecordType;

/** What a record, or a flat row of one, is in the words of schema.org. */
final class Things {
    private Things() {
    }

    static Node of(JsonNode record, Scope scope) {
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
            case PARTICIPATION, SIGNATURE, COMMITMENT -> throw new IllegalArgumentException("is shown in its event only");
        };
    }
}
