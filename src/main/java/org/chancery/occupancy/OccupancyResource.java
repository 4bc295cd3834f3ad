package org.chancery.occupancy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.OccupanciesApi;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.Occupancy;
import org.chancery.api.model.OccupancyCreate;
import org.chancery.api.model.OccupancyPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class OccupancyResource implements OccupanciesApi {
    private final OccupancyService occupancies;
    private final Answers answers;

    OccupancyResource(OccupancyService occupancies, Answers answers) {
        this.occupancies = occupancies;
        this.answers = answers;
    }

    @Override
    public RestResponse<OccupancyPage> listOccupancies(List<UUID> personId, List<UUID> positionId, List<UUID> actorId,
            String asOf, AsOfMode asOfMode, String heldFrom, String heldTo, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include,
            String lang, String acceptLanguage) {
        Page<Occupancy> page = occupancies.list();
        return answers.page(new OccupancyPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Occupancy> createOccupancy(OccupancyCreate body, String lang, String acceptLanguage) {
        return answers.create(occupancies, body);
    }

    @Override
    public RestResponse<Occupancy> getOccupancy(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(occupancies, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Occupancy> updateOccupancy(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(occupancies, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteOccupancy(UUID id, String ifMatch, String reason) {
        return answers.retract(occupancies, id, ifMatch, reason);
    }
}
