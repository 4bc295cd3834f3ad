package org.chancery.merge;

import java.util.UUID;
import org.chancery.api.MergesApi;
import org.chancery.api.model.Declaration;
import org.chancery.api.model.Meeting;
import org.chancery.api.model.MergeReport;
import org.chancery.api.model.MergeRequest;
import org.chancery.api.model.Organization;
import org.chancery.api.model.Person;
import org.chancery.api.model.Series;
import org.chancery.api.model.Source;
import org.chancery.api.model.State;
import org.chancery.api.model.Summit;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class MergeResource implements MergesApi {
    private final MergeService merges;

    MergeResource(MergeService merges) {
        this.merges = merges;
    }

    @Override
    public RestResponse<MergeReport> mergePerson(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.PERSON, id, ifMatch, body);
    }

    @Override
    public RestResponse<Person> unmergePerson(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.PERSON, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeState(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.STATE, id, ifMatch, body);
    }

    @Override
    public RestResponse<State> unmergeState(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.STATE, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeOrganization(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.ORGANIZATION, id, ifMatch, body);
    }

    @Override
    public RestResponse<Organization> unmergeOrganization(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.ORGANIZATION, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeSeries(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.SERIES, id, ifMatch, body);
    }

    @Override
    public RestResponse<Series> unmergeSeries(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.SERIES, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeSource(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.SOURCE, id, ifMatch, body);
    }

    @Override
    public RestResponse<Source> unmergeSource(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.SOURCE, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeMeeting(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.MEETING, id, ifMatch, body);
    }

    @Override
    public RestResponse<Meeting> unmergeMeeting(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.MEETING, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeSummit(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.SUMMIT, id, ifMatch, body);
    }

    @Override
    public RestResponse<Summit> unmergeSummit(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.SUMMIT, id, ifMatch);
    }

    @Override
    public RestResponse<MergeReport> mergeDeclaration(UUID id, String ifMatch, MergeRequest body) {
        return merges.merge(RecordType.DECLARATION, id, ifMatch, body);
    }

    @Override
    public RestResponse<Declaration> unmergeDeclaration(UUID id, String ifMatch, String lang, String acceptLanguage) {
        return merges.unmerge(RecordType.DECLARATION, id, ifMatch);
    }
}
