package org.chancery.merge;

import java.util.UUID;
import org.chancery.record.RecordType;

/**
 * A record that refers to one that is merged, or comes back.
 *
 * @param place of the reference in a list of the owner; null for a member of its own
 */
record Move(Reference reference, UUID owner, RecordType ownerType, Integer place) {
}
