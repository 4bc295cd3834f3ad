package org.chancery.match;

import org.chancery.api.MatchingApi;
import org.chancery.api.model.EntityMatchPage;
import org.chancery.api.model.EventMatchPage;
import org.chancery.api.model.EventMatchRequest;
import org.chancery.api.model.OrganizationMatchRequest;
import org.chancery.api.model.PersonMatchRequest;
import org.chancery.api.model.StateMatchRequest;
import org.chancery.http.Answers;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class MatchResource implements MatchingApi {
    private final MatchService matches;
    private final Answers answers;

    MatchResource(MatchService matches, Answers answers) {
        this.matches = matches;
        this.answers = answers;
    }

    @Override
    public RestResponse<EntityMatchPage> matchPeople(PersonMatchRequest body, String lang, String acceptLanguage) {
        return answers.found(matches.people(body));
    }

    @Override
    public RestResponse<EntityMatchPage> matchOrganizations(OrganizationMatchRequest body, String lang, String acceptLanguage) {
        return answers.found(matches.organizations(body));
    }

    @Override
    public RestResponse<EntityMatchPage> matchStates(StateMatchRequest body, String lang, String acceptLanguage) {
        return answers.found(matches.states(body));
    }

    @Override
    public RestResponse<EventMatchPage> matchEvents(EventMatchRequest body, String lang, String acceptLanguage) {
        return answers.found(matches.events(body));
    }
}
