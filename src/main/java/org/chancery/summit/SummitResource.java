package org.chancery.summit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.SummitsApi;
import org.chancery.api.model.Phase;
import org.chancery.api.model.Summit;
import org.chancery.api.model.SummitCreate;
import org.chancery.api.model.SummitPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class SummitResource implements SummitsApi {
    private final SummitService summits;
    private final Answers answers;

    SummitResource(SummitService summits, Answers answers) {
        this.summits = summits;
        this.answers = answers;
    }

    @Override
    public RestResponse<SummitPage> listSummits(List<String> status, List<Phase> phase, String startFrom, String startTo,
            List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city, List<UUID> seriesId,
            List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include,
            String lang, String acceptLanguage) {
        Page<Summit> page = summits.list();
        return answers.page(new SummitPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Summit> createSummit(SummitCreate body, String lang, String acceptLanguage) {
        return answers.create(summits, body);
    }

    @Override
    public RestResponse<Summit> getSummit(UUID id, List<String> include, String lang, String acceptLanguage, String ifNoneMatch) {
        return answers.read(summits, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Summit> updateSummit(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(summits, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteSummit(UUID id, String ifMatch, String reason) {
        return answers.retract(summits, id, ifMatch, reason);
    }
}
