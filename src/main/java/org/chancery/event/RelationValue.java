package org.chancery.event;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A relation that an event states. */
@Embeddable
class RelationValue {
    String relation;
    UUID targetId;
}
