package org.chancery.change;

import java.util.List;
import java.util.UUID;
import org.chancery.api.RevisionsApi;
import org.chancery.api.model.Commitment;
import org.chancery.api.model.Declaration;
import org.chancery.api.model.Meeting;
import org.chancery.api.model.Membership;
import org.chancery.api.model.Occupancy;
import org.chancery.api.model.Organization;
import org.chancery.api.model.Participant;
import org.chancery.api.model.Person;
import org.chancery.api.model.Position;
import org.chancery.api.model.RevisionDetail;
import org.chancery.api.model.RevisionPage;
import org.chancery.api.model.Series;
import org.chancery.api.model.Signature;
import org.chancery.api.model.Source;
import org.chancery.api.model.State;
import org.chancery.api.model.Summit;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class RevisionResource implements RevisionsApi {
    private final RevisionService revisions;
    private final PartRevisionService parts;

    RevisionResource(RevisionService revisions, PartRevisionService parts) {
        this.revisions = revisions;
        this.parts = parts;
    }

    @Override
    public RestResponse<RevisionPage> listDeclarationRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.DECLARATION, id);
    }

    @Override
    public RestResponse<RevisionDetail> getDeclarationRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.DECLARATION, id, number);
    }

    @Override
    public RestResponse<Declaration> restoreDeclaration(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.DECLARATION, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listMeetingRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.MEETING, id);
    }

    @Override
    public RestResponse<RevisionDetail> getMeetingRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.MEETING, id, number);
    }

    @Override
    public RestResponse<Meeting> restoreMeeting(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.MEETING, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listMembershipRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.MEMBERSHIP, id);
    }

    @Override
    public RestResponse<RevisionDetail> getMembershipRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.MEMBERSHIP, id, number);
    }

    @Override
    public RestResponse<Membership> restoreMembership(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.MEMBERSHIP, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listOccupancyRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.OCCUPANCY, id);
    }

    @Override
    public RestResponse<RevisionDetail> getOccupancyRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.OCCUPANCY, id, number);
    }

    @Override
    public RestResponse<Occupancy> restoreOccupancy(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.OCCUPANCY, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listOrganizationRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.ORGANIZATION, id);
    }

    @Override
    public RestResponse<RevisionDetail> getOrganizationRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.ORGANIZATION, id, number);
    }

    @Override
    public RestResponse<Organization> restoreOrganization(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.ORGANIZATION, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listPersonRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.PERSON, id);
    }

    @Override
    public RestResponse<RevisionDetail> getPersonRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.PERSON, id, number);
    }

    @Override
    public RestResponse<Person> restorePerson(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.PERSON, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listPositionRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.POSITION, id);
    }

    @Override
    public RestResponse<RevisionDetail> getPositionRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.POSITION, id, number);
    }

    @Override
    public RestResponse<Position> restorePosition(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.POSITION, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listSeriesRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.SERIES, id);
    }

    @Override
    public RestResponse<RevisionDetail> getSeriesRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.SERIES, id, number);
    }

    @Override
    public RestResponse<Series> restoreSeries(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.SERIES, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listSourceRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.SOURCE, id);
    }

    @Override
    public RestResponse<RevisionDetail> getSourceRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.SOURCE, id, number);
    }

    @Override
    public RestResponse<Source> restoreSource(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.SOURCE, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listStateRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.STATE, id);
    }

    @Override
    public RestResponse<RevisionDetail> getStateRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.STATE, id, number);
    }

    @Override
    public RestResponse<State> restoreState(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.STATE, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listSummitRevisions(UUID id, List<String> sort, Integer limit, String cursor) {
        return revisions.list(RecordType.SUMMIT, id);
    }

    @Override
    public RestResponse<RevisionDetail> getSummitRevision(UUID id, Integer number, Integer comparedTo) {
        return revisions.read(RecordType.SUMMIT, id, number);
    }

    @Override
    public RestResponse<Summit> restoreSummit(UUID id, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return revisions.restore(RecordType.SUMMIT, id, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listMeetingParticipantRevisions(UUID id, UUID participantId, List<String> sort, Integer limit, String cursor) {
        return parts.list(RecordType.MEETING, id, RecordType.PARTICIPATION, participantId);
    }

    @Override
    public RestResponse<RevisionDetail> getMeetingParticipantRevision(UUID id, UUID participantId, Integer number, Integer comparedTo) {
        return parts.read(RecordType.MEETING, id, RecordType.PARTICIPATION, participantId, number);
    }

    @Override
    public RestResponse<Participant> restoreMeetingParticipant(UUID id, UUID participantId, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return parts.restore(RecordType.MEETING, id, RecordType.PARTICIPATION, participantId, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listSummitParticipantRevisions(UUID id, UUID participantId, List<String> sort, Integer limit, String cursor) {
        return parts.list(RecordType.SUMMIT, id, RecordType.PARTICIPATION, participantId);
    }

    @Override
    public RestResponse<RevisionDetail> getSummitParticipantRevision(UUID id, UUID participantId, Integer number, Integer comparedTo) {
        return parts.read(RecordType.SUMMIT, id, RecordType.PARTICIPATION, participantId, number);
    }

    @Override
    public RestResponse<Participant> restoreSummitParticipant(UUID id, UUID participantId, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return parts.restore(RecordType.SUMMIT, id, RecordType.PARTICIPATION, participantId, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listDeclarationParticipantRevisions(UUID id, UUID participantId, List<String> sort, Integer limit, String cursor) {
        return parts.list(RecordType.DECLARATION, id, RecordType.PARTICIPATION, participantId);
    }

    @Override
    public RestResponse<RevisionDetail> getDeclarationParticipantRevision(UUID id, UUID participantId, Integer number, Integer comparedTo) {
        return parts.read(RecordType.DECLARATION, id, RecordType.PARTICIPATION, participantId, number);
    }

    @Override
    public RestResponse<Participant> restoreDeclarationParticipant(UUID id, UUID participantId, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return parts.restore(RecordType.DECLARATION, id, RecordType.PARTICIPATION, participantId, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listSignatureRevisions(UUID id, UUID signatureId, List<String> sort, Integer limit, String cursor) {
        return parts.list(RecordType.DECLARATION, id, RecordType.SIGNATURE, signatureId);
    }

    @Override
    public RestResponse<RevisionDetail> getSignatureRevision(UUID id, UUID signatureId, Integer number, Integer comparedTo) {
        return parts.read(RecordType.DECLARATION, id, RecordType.SIGNATURE, signatureId, number);
    }

    @Override
    public RestResponse<Signature> restoreSignature(UUID id, UUID signatureId, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return parts.restore(RecordType.DECLARATION, id, RecordType.SIGNATURE, signatureId, number, ifMatch);
    }

    @Override
    public RestResponse<RevisionPage> listCommitmentRevisions(UUID id, UUID commitmentId, List<String> sort, Integer limit, String cursor) {
        return parts.list(RecordType.DECLARATION, id, RecordType.COMMITMENT, commitmentId);
    }

    @Override
    public RestResponse<RevisionDetail> getCommitmentRevision(UUID id, UUID commitmentId, Integer number, Integer comparedTo) {
        return parts.read(RecordType.DECLARATION, id, RecordType.COMMITMENT, commitmentId, number);
    }

    @Override
    public RestResponse<Commitment> restoreCommitment(UUID id, UUID commitmentId, Integer number, String ifMatch, String lang, String acceptLanguage) {
        return parts.restore(RecordType.DECLARATION, id, RecordType.COMMITMENT, commitmentId, number, ifMatch);
    }
}
