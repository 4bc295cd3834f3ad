package org.chancery.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.MeetingsApi;
import org.chancery.api.model.Meeting;
import org.chancery.api.model.MeetingCreate;
import org.chancery.api.model.MeetingPage;
import org.chancery.api.model.Phase;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class MeetingResource implements MeetingsApi {
    private final MeetingService meetings;
    private final Answers answers;

    MeetingResource(MeetingService meetings, Answers answers) {
        this.meetings = meetings;
        this.answers = answers;
    }

    @Override
    public RestResponse<MeetingPage> listMeetings(List<String> kind, List<String> status, List<Phase> phase, String startFrom,
            String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city,
            List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Meeting> page = meetings.list();
        return answers.page(new MeetingPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Meeting> createMeeting(MeetingCreate body, String lang, String acceptLanguage) {
        return answers.create(meetings, body);
    }

    @Override
    public RestResponse<Meeting> getMeeting(UUID id, List<String> include, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return answers.read(meetings, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Meeting> updateMeeting(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(meetings, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteMeeting(UUID id, String ifMatch, String reason) {
        return answers.retract(meetings, id, ifMatch, reason);
    }
}
