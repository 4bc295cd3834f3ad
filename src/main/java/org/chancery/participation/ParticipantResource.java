package org.chancery.participation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.ParticipantsApi;
import org.chancery.api.model.Participant;
import org.chancery.api.model.ParticipantCreate;
import org.chancery.api.model.ParticipantPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class ParticipantResource implements ParticipantsApi {
    private final ParticipationService participations;
    private final SubRecordAnswers subRecords;
    private final Answers answers;

    ParticipantResource(ParticipationService participations, SubRecordAnswers subRecords, Answers answers) {
        this.participations = participations;
        this.subRecords = subRecords;
        this.answers = answers;
    }

    @Override
    public RestResponse<ParticipantPage> listDeclarationParticipants(UUID id, List<String> role, List<String> attendance,
            List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor,
            Boolean includeTotal, List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Participant> page = participations.list(RecordType.DECLARATION, id);
        return answers.page(new ParticipantPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<ParticipantPage> listMeetingParticipants(UUID id, List<String> role, List<String> attendance,
            List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor,
            Boolean includeTotal, List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Participant> page = participations.list(RecordType.MEETING, id);
        return answers.page(new ParticipantPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<ParticipantPage> listSummitParticipants(UUID id, List<String> role, List<String> attendance,
            List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor,
            Boolean includeTotal, List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Participant> page = participations.list(RecordType.SUMMIT, id);
        return answers.page(new ParticipantPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Participant> createDeclarationParticipant(UUID id, ParticipantCreate body, String lang,
            String acceptLanguage) {
        return subRecords.create(participations, RecordType.DECLARATION, id, body);
    }

    @Override
    public RestResponse<Participant> createMeetingParticipant(UUID id, ParticipantCreate body, String lang,
            String acceptLanguage) {
        return subRecords.create(participations, RecordType.MEETING, id, body);
    }

    @Override
    public RestResponse<Participant> createSummitParticipant(UUID id, ParticipantCreate body, String lang,
            String acceptLanguage) {
        return subRecords.create(participations, RecordType.SUMMIT, id, body);
    }

    @Override
    public RestResponse<Participant> getDeclarationParticipant(UUID id, UUID participantId, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(participations.get(RecordType.DECLARATION, id, participantId), Participant::getVersion, ifNoneMatch);
    }

    @Override
    public RestResponse<Participant> getMeetingParticipant(UUID id, UUID participantId, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(participations.get(RecordType.MEETING, id, participantId), Participant::getVersion, ifNoneMatch);
    }

    @Override
    public RestResponse<Participant> getSummitParticipant(UUID id, UUID participantId, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(participations.get(RecordType.SUMMIT, id, participantId), Participant::getVersion, ifNoneMatch);
    }

    @Override
    public RestResponse<Participant> updateDeclarationParticipant(UUID id, UUID participantId, String ifMatch, JsonNode body,
            String lang, String acceptLanguage) {
        return subRecords.change(participations, RecordType.DECLARATION, id, participantId, ifMatch, body);
    }

    @Override
    public RestResponse<Participant> updateMeetingParticipant(UUID id, UUID participantId, String ifMatch, JsonNode body,
            String lang, String acceptLanguage) {
        return subRecords.change(participations, RecordType.MEETING, id, participantId, ifMatch, body);
    }

    @Override
    public RestResponse<Participant> updateSummitParticipant(UUID id, UUID participantId, String ifMatch, JsonNode body,
            String lang, String acceptLanguage) {
        return subRecords.change(participations, RecordType.SUMMIT, id, participantId, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteDeclarationParticipant(UUID id, UUID participantId, String ifMatch, String reason) {
        return subRecords.retract(participations, RecordType.DECLARATION, id, participantId, ifMatch, reason);
    }

    @Override
    public RestResponse<Void> deleteMeetingParticipant(UUID id, UUID participantId, String ifMatch, String reason) {
        return subRecords.retract(participations, RecordType.MEETING, id, participantId, ifMatch, reason);
    }

    @Override
    public RestResponse<Void> deleteSummitParticipant(UUID id, UUID participantId, String ifMatch, String reason) {
        return subRecords.retract(participations, RecordType.SUMMIT, id, participantId, ifMatch, reason);
    }
}
