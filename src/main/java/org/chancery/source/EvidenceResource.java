package org.chancery.source;

import java.util.UUID;
import org.chancery.api.EvidenceApi;
import org.chancery.api.model.EvidencePage;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class EvidenceResource implements EvidenceApi {
    private final EvidenceService evidence;

    EvidenceResource(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @Override
    public RestResponse<EvidencePage> listDeclarationEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.DECLARATION, id);
    }

    @Override
    public RestResponse<EvidencePage> listMeetingEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.MEETING, id);
    }

    @Override
    public RestResponse<EvidencePage> listMembershipEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.MEMBERSHIP, id);
    }

    @Override
    public RestResponse<EvidencePage> listOccupancyEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.OCCUPANCY, id);
    }

    @Override
    public RestResponse<EvidencePage> listOrganizationEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.ORGANIZATION, id);
    }

    @Override
    public RestResponse<EvidencePage> listPersonEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.PERSON, id);
    }

    @Override
    public RestResponse<EvidencePage> listPositionEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.POSITION, id);
    }

    @Override
    public RestResponse<EvidencePage> listSeriesEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.SERIES, id);
    }

    @Override
    public RestResponse<EvidencePage> listStateEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.STATE, id);
    }

    @Override
    public RestResponse<EvidencePage> listSummitEvidence(UUID id, Integer limit, String cursor) {
        return evidence.answer(RecordType.SUMMIT, id);
    }
}
