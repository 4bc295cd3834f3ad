package org.chancery.contract;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows which of the ids that clients keep are of records that were merged. */
public interface MergedIds {
    /** Of those of these records that were merged, the last ones of their chains. */
    Map<UUID, UUID> of(Collection<UUID> ids);
}
