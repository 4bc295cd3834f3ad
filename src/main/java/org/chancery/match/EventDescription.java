package org.chancery.match;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.time.EventTime;

/**
 * What a source says of an event.
 *
 * @param types what it may be; all three where the source does not say
 * @param kind null where the source does not say
 * @param names titles in any language and script
 * @param ids the registry's own ids, where they are given for a title
 * @param start its date is the window in which it may start; null where nothing is known
 * @param stateIds the state where it takes place; any of several
 */
public record EventDescription(Set<RecordType> types, String kind, List<String> names, Set<UUID> ids, Set<ForeignId> identifiers,
        EventTime start, String city, String venue, Set<UUID> stateIds, List<Participant> participants) {

    /** Somebody who took part: by id, or by name. */
    public record Participant(UUID actorId, String name) {
    }
}
