package org.chancery.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.DisplayName;
import org.chancery.api.model.EventRelation;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.EventTime;
import org.chancery.api.model.Identifier;
import org.chancery.api.model.Name;
import org.chancery.api.model.Participant;
import org.chancery.api.model.Phase;
import org.chancery.api.model.Place;
import org.chancery.api.model.ScheduleRevision;
import org.chancery.api.model.Series;

/** The members that a client reads of every type of event; see {@link EventDocument} on why this exists. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(UUID id, String recordType, int version, OffsetDateTime createdAt, OffsetDateTime updatedAt, DisplayName name,
        List<Identifier> identifiers, String kind, String summary, EventTime start, EventTime end, Integer daySequence, Place place,
        String status, Phase phase, boolean needsConfirmation, String visibility, UUID partOfId, UUID seriesId, Integer ordinal,
        int scheduleSequence, int participantCount, List<Name> names, List<Participant> participants, List<EventSummary> children,
        EventSummary partOf, Series series, List<EventRelation> relations, List<ScheduleRevision> scheduleRevisions) {
}
