package org.chancery.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.time.PartialDate;

/**
 * What is known of a person, state, organization, position or series.
 *
 * @param types what it may be
 * @param names in any language and script
 * @param ids the registry's own ids, where they are given for a name
 * @param dates by feature
 * @param words what is compared as a whole, by feature: class, id of the state, folded capital; any of several
 */
public record EntityDescription(Set<RecordType> types, List<String> names, Set<UUID> ids, Set<ForeignId> identifiers,
        Map<Feature, PartialDate> dates, Map<Feature, Set<String>> words, List<Office> offices) {

    /** An office that a person is said to hold; what is not known is null. */
    public record Office(UUID positionId, String title, String function, UUID ofActorId, PartialDate date) {
    }
}
