package org.chancery.feed;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.Participant;
import org.chancery.paging.Page;

/**
 * Events with all that a calendar says of them.
 *
 * @param name of whose events these are; null for a query over all
 * @param sequences number of replaced schedules by event
 */
record Feed(String name, Page<EventSummary> page, Map<UUID, List<Participant>> participants, Map<UUID, Integer> sequences) {
    List<Participant> participants(EventSummary event) {
        return participants.getOrDefault(event.getId(), List.of());
    }

    /** The last change of the event or of one of its participants. */
    OffsetDateTime changed(EventSummary event) {
        return participants(event).stream().map(Participant::getUpdatedAt).filter(event.getUpdatedAt()::isBefore).max(OffsetDateTime::compareTo)
                .orElse(event.getUpdatedAt());
    }
}
