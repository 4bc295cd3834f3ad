package org.chancery.export;

import jakarta.ws.rs.core.StreamingOutput;
import java.time.OffsetDateTime;
import java.util.List;
import org.chancery.api.ExportsApi;
import org.chancery.api.model.AsOfMode;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class ExportResource implements ExportsApi {
    private final ExportService exports;

    ExportResource(ExportService exports) {
        this.exports = exports;
    }

    @Override
    public RestResponse<StreamingOutput> exportDeclarations(OffsetDateTime updatedFrom, List<String> include, String lang,
            String acceptLanguage) {
        return exports.answer(RecordType.DECLARATION);
    }

    @Override
    public RestResponse<StreamingOutput> exportMeetings(OffsetDateTime updatedFrom, List<String> include, String lang,
            String acceptLanguage) {
        return exports.answer(RecordType.MEETING);
    }

    @Override
    public RestResponse<StreamingOutput> exportMemberships(OffsetDateTime updatedFrom, String asOf, AsOfMode asOfMode, List<String> include,
            String lang, String acceptLanguage) {
        return exports.answer(RecordType.MEMBERSHIP);
    }

    @Override
    public RestResponse<StreamingOutput> exportOccupancies(OffsetDateTime updatedFrom, String asOf, AsOfMode asOfMode, List<String> include,
            String lang, String acceptLanguage) {
        return exports.answer(RecordType.OCCUPANCY);
    }

    @Override
    public RestResponse<StreamingOutput> exportOrganizations(OffsetDateTime updatedFrom, String asOf, AsOfMode asOfMode,
            List<String> include, String lang, String acceptLanguage) {
        return exports.answer(RecordType.ORGANIZATION);
    }

    @Override
    public RestResponse<StreamingOutput> exportPeople(OffsetDateTime updatedFrom, String asOf, AsOfMode asOfMode, List<String> include,
            String lang, String acceptLanguage) {
        return exports.answer(RecordType.PERSON);
    }

    @Override
    public RestResponse<StreamingOutput> exportPositions(OffsetDateTime updatedFrom, String asOf, AsOfMode asOfMode, List<String> include,
            String lang, String acceptLanguage) {
        return exports.answer(RecordType.POSITION);
    }

    @Override
    public RestResponse<StreamingOutput> exportSeries(OffsetDateTime updatedFrom, List<String> include, String lang,
            String acceptLanguage) {
        return exports.answer(RecordType.SERIES);
    }

    @Override
    public RestResponse<StreamingOutput> exportSources(OffsetDateTime updatedFrom, List<String> include, String lang,
            String acceptLanguage) {
        return exports.answer(RecordType.SOURCE);
    }

    @Override
    public RestResponse<StreamingOutput> exportStates(OffsetDateTime updatedFrom, String asOf, AsOfMode asOfMode, List<String> include,
            String lang, String acceptLanguage) {
        return exports.answer(RecordType.STATE);
    }

    @Override
    public RestResponse<StreamingOutput> exportSummits(OffsetDateTime updatedFrom, List<String> include, String lang,
            String acceptLanguage) {
        return exports.answer(RecordType.SUMMIT);
    }
}
