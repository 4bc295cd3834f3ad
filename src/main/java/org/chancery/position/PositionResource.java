package org.chancery.position;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.PositionsApi;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.Position;
import org.chancery.api.model.PositionCreate;
import org.chancery.api.model.PositionPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class PositionResource implements PositionsApi {
    private final PositionService positions;
    private final Answers answers;

    PositionResource(PositionService positions, Answers answers) {
        this.positions = positions;
        this.answers = answers;
    }

    @Override
    public RestResponse<PositionPage> listPositions(List<UUID> actorId, List<String> function, String name, String asOf,
            AsOfMode asOfMode, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor,
            Boolean includeTotal, List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Position> page = positions.list();
        return answers.page(new PositionPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Position> createPosition(PositionCreate body, String lang, String acceptLanguage) {
        return answers.create(positions, body);
    }

    @Override
    public RestResponse<Position> getPosition(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(positions, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Position> updatePosition(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(positions, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deletePosition(UUID id, String ifMatch, String reason) {
        return answers.retract(positions, id, ifMatch, reason);
    }
}
