package org.chancery.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.EventsApi;
import org.chancery.api.model.EventCount;
import org.chancery.api.model.EventCountPage;
import org.chancery.api.model.EventPage;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.Phase;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class EventResource implements EventsApi {
    private final TimelineService timeline;
    private final EventGroups groups;
    private final Answers answers;

    EventResource(TimelineService timeline, EventGroups groups, Answers answers) {
        this.groups = groups;
        this.timeline = timeline;
        this.answers = answers;
    }

    @Override
    public RestResponse<EventPage> listEvents(List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city,
            List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<EventSummary> page = timeline.list();
        return answers.page(new EventPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<EventCountPage> summarizeEvents(String groupBy, List<String> recordType, List<String> kind, List<String> status,
            List<Phase> phase, String startFrom, String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId,
            String city, List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, String lang, String acceptLanguage) {
        Page<EventCount> page = groups.list(groupBy);
        return answers.page(new EventCountPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }
}
