package org.chancery.batch;

import org.chancery.api.BatchesApi;
import org.chancery.api.model.BatchReport;
import org.chancery.api.model.DeclarationBatch;
import org.chancery.api.model.MeetingBatch;
import org.chancery.api.model.MembershipBatch;
import org.chancery.api.model.OccupancyBatch;
import org.chancery.api.model.OrganizationBatch;
import org.chancery.api.model.PersonBatch;
import org.chancery.api.model.PositionBatch;
import org.chancery.api.model.SeriesBatch;
import org.chancery.api.model.SourceBatch;
import org.chancery.api.model.StateBatch;
import org.chancery.api.model.SummitBatch;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

class BatchResource implements BatchesApi {
    private final BatchService batches;

    BatchResource(BatchService batches) {
        this.batches = batches;
    }

    @Override
    public RestResponse<BatchReport> createPersonBatch(PersonBatch body) {
        return batches.create(RecordType.PERSON, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createStateBatch(StateBatch body) {
        return batches.create(RecordType.STATE, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createOrganizationBatch(OrganizationBatch body) {
        return batches.create(RecordType.ORGANIZATION, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createPositionBatch(PositionBatch body) {
        return batches.create(RecordType.POSITION, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createOccupancyBatch(OccupancyBatch body) {
        return batches.create(RecordType.OCCUPANCY, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createMembershipBatch(MembershipBatch body) {
        return batches.create(RecordType.MEMBERSHIP, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createMeetingBatch(MeetingBatch body) {
        return batches.create(RecordType.MEETING, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createSummitBatch(SummitBatch body) {
        return batches.create(RecordType.SUMMIT, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createDeclarationBatch(DeclarationBatch body) {
        return batches.create(RecordType.DECLARATION, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createSeriesBatch(SeriesBatch body) {
        return batches.create(RecordType.SERIES, body.getItems(), body.getAtomic());
    }

    @Override
    public RestResponse<BatchReport> createSourceBatch(SourceBatch body) {
        return batches.create(RecordType.SOURCE, body.getItems(), body.getAtomic());
    }
}
