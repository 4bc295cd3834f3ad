package org.chancery.participation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.CommitmentsApi;
import org.chancery.api.model.Commitment;
import org.chancery.api.model.CommitmentCreate;
import org.chancery.api.model.CommitmentPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class CommitmentResource implements CommitmentsApi {
    private final CommitmentService commitments;
    private final SubRecordAnswers subRecords;
    private final Answers answers;

    CommitmentResource(CommitmentService commitments, SubRecordAnswers subRecords, Answers answers) {
        this.commitments = commitments;
        this.subRecords = subRecords;
        this.answers = answers;
    }

    @Override
    public RestResponse<CommitmentPage> listCommitments(UUID id, List<UUID> obligorId, List<UUID> beneficiaryId, List<String> status,
            String dueFrom, String dueTo, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo,
            Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include, String lang,
            String acceptLanguage) {
        Page<Commitment> page = commitments.list(RecordType.DECLARATION, id);
        return answers.page(new CommitmentPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<CommitmentPage> searchCommitments(List<UUID> obligorId, List<UUID> beneficiaryId, List<String> status,
            String dueFrom, String dueTo, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo,
            Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include, String lang,
            String acceptLanguage) {
        Page<Commitment> page = commitments.list();
        return answers.page(new CommitmentPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Commitment> createCommitment(UUID id, CommitmentCreate body, String lang, String acceptLanguage) {
        return subRecords.create(commitments, RecordType.DECLARATION, id, body);
    }

    @Override
    public RestResponse<Commitment> getCommitment(UUID id, UUID commitmentId, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(commitments.get(RecordType.DECLARATION, id, commitmentId), Commitment::getVersion, ifNoneMatch);
    }

    @Override
    public RestResponse<Commitment> updateCommitment(UUID id, UUID commitmentId, String ifMatch, JsonNode body, String lang,
            String acceptLanguage) {
        return subRecords.change(commitments, RecordType.DECLARATION, id, commitmentId, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteCommitment(UUID id, UUID commitmentId, String ifMatch, String reason) {
        return subRecords.retract(commitments, RecordType.DECLARATION, id, commitmentId, ifMatch, reason);
    }
}
