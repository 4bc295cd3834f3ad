package org.chancery.encounter;

import java.util.List;
import java.util.UUID;
import org.chancery.api.EncountersApi;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.Counterpart;
import org.chancery.api.model.CounterpartPage;
import org.chancery.api.model.EncounterPage;
import org.chancery.api.model.TimelineEntry;
import org.chancery.api.model.TimelinePage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class EncounterResource implements EncountersApi {
    private final EncounterService encounters;
    private final CounterpartService counterparts;
    private final TimelineService timelines;
    private final Answers answers;

    EncounterResource(EncounterService encounters, CounterpartService counterparts, TimelineService timelines, Answers answers) {
        this.encounters = encounters;
        this.counterparts = counterparts;
        this.timelines = timelines;
        this.answers = answers;
    }

    @Override
    public RestResponse<EncounterPage> listEncounters(UUID actorId, UUID withId, String asOf, List<String> kind, List<String> status,
            Boolean met, String startFrom, String startTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort,
            String lang, String acceptLanguage) {
        EncounterPage page = encounters.page();
        return answers.page(page, new Page<>(page.getItems(), page.getNextCursor(), page.getTotal()));
    }

    @Override
    public RestResponse<CounterpartPage> listPersonCounterparts(UUID id, List<ActorType> recordType, List<String> kind, String startFrom,
            String startTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return counterparts(RecordType.PERSON, id);
    }

    @Override
    public RestResponse<TimelinePage> listPersonTimeline(UUID id, List<String> entry, String startFrom, String startTo, Integer limit,
            String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return timeline(RecordType.PERSON, id);
    }

    @Override
    public RestResponse<CounterpartPage> listStateCounterparts(UUID id, List<ActorType> recordType, List<String> kind, String startFrom,
            String startTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return counterparts(RecordType.STATE, id);
    }

    @Override
    public RestResponse<TimelinePage> listStateTimeline(UUID id, List<String> entry, String startFrom, String startTo, Integer limit,
            String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return timeline(RecordType.STATE, id);
    }

    @Override
    public RestResponse<CounterpartPage> listOrganizationCounterparts(UUID id, List<ActorType> recordType, List<String> kind, String startFrom,
            String startTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return counterparts(RecordType.ORGANIZATION, id);
    }

    @Override
    public RestResponse<TimelinePage> listOrganizationTimeline(UUID id, List<String> entry, String startFrom, String startTo, Integer limit,
            String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return timeline(RecordType.ORGANIZATION, id);
    }

    private RestResponse<CounterpartPage> counterparts(RecordType type, UUID id) {
        Page<Counterpart> page = counterparts.of(type, id);
        return answers.page(new CounterpartPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    private RestResponse<TimelinePage> timeline(RecordType type, UUID id) {
        Page<TimelineEntry> page = timelines.of(type, id);
        return answers.page(new TimelinePage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }
}
