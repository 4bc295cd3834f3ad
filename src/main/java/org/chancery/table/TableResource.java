package org.chancery.table;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.TablesApi;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.Phase;
import org.chancery.api.model.StandingKind;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class TableResource implements TablesApi {
    private final TableService tables;

    TableResource(TableService tables) {
        this.tables = tables;
    }

    @Override
    public RestResponse<String> tabulateDeclarations(List<String> kind, List<String> status, List<Phase> phase, String startFrom,
            String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city, List<UUID> seriesId,
            List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return tables.records(RecordType.DECLARATION, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateEntities(List<String> recordType, String name, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return tables.entities(ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateEvents(List<String> recordType, List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city,
            List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return tables.events(ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateMeetings(List<String> kind, List<String> status, List<Phase> phase, String startFrom,
            String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city, List<UUID> seriesId,
            List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return tables.records(RecordType.MEETING, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateMemberships(List<UUID> personId, List<UUID> actorId, List<UUID> organizationId,
            List<UUID> positionId, List<ActorType> memberType, List<String> status, String asOf, AsOfMode asOfMode, String heldFrom,
            String heldTo, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return tables.records(RecordType.MEMBERSHIP, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateOccupancies(List<UUID> personId, List<UUID> positionId, List<UUID> actorId, String asOf,
            AsOfMode asOfMode, String heldFrom, String heldTo, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo,
            Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage, String ifNoneMatch) {
        return tables.records(RecordType.OCCUPANCY, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateOrganizations(List<String> propertyClass, List<UUID> parentId, List<UUID> stateId,
            List<UUID> memberId, String name, String asOf, AsOfMode asOfMode, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return tables.records(RecordType.ORGANIZATION, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulatePeople(List<StandingKind> standing, String asOf, AsOfMode asOfMode, List<UUID> ofActorId,
            List<UUID> positionId, List<String> function, String name, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo,
            Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage, String ifNoneMatch) {
        return tables.records(RecordType.PERSON, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulatePositions(List<UUID> actorId, List<String> function, String name, String asOf, AsOfMode asOfMode,
            List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort,
            String lang, String acceptLanguage, String ifNoneMatch) {
        return tables.records(RecordType.POSITION, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateSeries(List<UUID> organizationId, String name, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return tables.records(RecordType.SERIES, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateSources(URI url, List<UUID> originId, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return tables.records(RecordType.SOURCE, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateStates(List<String> code, String name, String asOf, AsOfMode asOfMode, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, List<String> sort, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return tables.records(RecordType.STATE, ifNoneMatch);
    }

    @Override
    public RestResponse<String> tabulateSummits(List<String> status, List<Phase> phase, String startFrom, String startTo,
            List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city, List<UUID> seriesId, List<UUID> partOfId,
            List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo,
            Integer limit, String cursor, List<String> sort, String lang, String acceptLanguage, String ifNoneMatch) {
        return tables.records(RecordType.SUMMIT, ifNoneMatch);
    }
}
