package org.chancery.feed;

import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.FeedsApi;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.Phase;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class FeedResource implements FeedsApi {
    private final FeedService feeds;
    private final Answers answers;
    private final UriInfo uri;

    FeedResource(FeedService feeds, Answers answers, UriInfo uri) {
        this.feeds = feeds;
        this.answers = answers;
        this.uri = uri;
    }

    @Override
    public RestResponse<String> getEventCalendar(List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city,
            List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return calendar(feeds.all(), ifNoneMatch);
    }

    @Override
    public RestResponse<String> getEventFeed(List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city,
            List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, String lang, String acceptLanguage,
            String ifNoneMatch) {
        Page<EventSummary> page = feeds.changed();
        return answers.content(AtomFeeds.write(page, uri.getRequestUri(), answers.next(page)), page, ifNoneMatch);
    }

    @Override
    public RestResponse<String> getPersonCalendar(UUID id, List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, Integer limit, String cursor, String lang, String acceptLanguage, String ifNoneMatch) {
        return calendar(feeds.of(RecordType.PERSON, id), ifNoneMatch);
    }

    @Override
    public RestResponse<String> getStateCalendar(UUID id, List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, Integer limit, String cursor, String lang, String acceptLanguage, String ifNoneMatch) {
        return calendar(feeds.of(RecordType.STATE, id), ifNoneMatch);
    }

    @Override
    public RestResponse<String> getOrganizationCalendar(UUID id, List<String> recordType, List<String> kind, List<String> status,
            List<Phase> phase, String startFrom, String startTo, Integer limit, String cursor, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return calendar(feeds.of(RecordType.ORGANIZATION, id), ifNoneMatch);
    }

    @Override
    public RestResponse<String> getSeriesCalendar(UUID id, List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, Integer limit, String cursor, String lang, String acceptLanguage, String ifNoneMatch) {
        return calendar(feeds.of(RecordType.SERIES, id), ifNoneMatch);
    }

    private RestResponse<String> calendar(Feed feed, String ifNoneMatch) {
        return answers.content(Calendars.write(feed, uri.getRequestUri()), feed.page(), ifNoneMatch);
    }
}
