package org.chancery.participation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.SignaturesApi;
import org.chancery.api.model.Signature;
import org.chancery.api.model.SignatureCreate;
import org.chancery.api.model.SignaturePage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class SignatureResource implements SignaturesApi {
    private final SignatureService signatures;
    private final SubRecordAnswers subRecords;
    private final Answers answers;

    SignatureResource(SignatureService signatures, SubRecordAnswers subRecords, Answers answers) {
        this.signatures = signatures;
        this.subRecords = subRecords;
        this.answers = answers;
    }

    @Override
    public RestResponse<SignaturePage> listSignatures(UUID id, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include,
            String lang, String acceptLanguage) {
        Page<Signature> page = signatures.list(RecordType.DECLARATION, id);
        return answers.page(new SignaturePage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Signature> createSignature(UUID id, SignatureCreate body, String lang, String acceptLanguage) {
        return subRecords.create(signatures, RecordType.DECLARATION, id, body);
    }

    @Override
    public RestResponse<Signature> getSignature(UUID id, UUID signatureId, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(signatures.get(RecordType.DECLARATION, id, signatureId), Signature::getVersion, ifNoneMatch);
    }

    @Override
    public RestResponse<Signature> updateSignature(UUID id, UUID signatureId, String ifMatch, JsonNode body, String lang,
            String acceptLanguage) {
        return subRecords.change(signatures, RecordType.DECLARATION, id, signatureId, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteSignature(UUID id, UUID signatureId, String ifMatch, String reason) {
        return subRecords.retract(signatures, RecordType.DECLARATION, id, signatureId, ifMatch, reason);
    }
}
