package org.chancery.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.LeadersApi;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.OfficeHolderCreate;
import org.chancery.api.model.Person;
import org.chancery.api.model.PersonPage;
import org.chancery.api.model.StandingKind;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class LeaderResource implements LeadersApi {
    private final OfficeHolderService holders;
    private final PersonService people;
    private final Answers answers;

    LeaderResource(OfficeHolderService holders, PersonService people, Answers answers) {
        this.holders = holders;
        this.people = people;
        this.answers = answers;
    }

    @Override
    public RestResponse<PersonPage> listLeaders(String asOf, AsOfMode asOfMode, List<UUID> ofActorId, List<UUID> positionId,
            List<String> function, String name, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo,
            Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include, String lang,
            String acceptLanguage) {
        Page<Person> page = holders.list(StandingKind.LEADER);
        return answers.page(new PersonPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Person> createLeader(OfficeHolderCreate body, String lang, String acceptLanguage) {
        return holders.create(StandingKind.LEADER, body, answers);
    }

    @Override
    public RestResponse<Person> getLeader(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(holders.get(StandingKind.LEADER, id), Person::getVersion, ifNoneMatch);
    }

    @Override
    public RestResponse<Person> updateLeader(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        holders.get(StandingKind.LEADER, id);
        return answers.change(people, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteLeader(UUID id, String ifMatch, String reason) {
        holders.get(StandingKind.LEADER, id);
        return answers.retract(people, id, ifMatch, reason);
    }
}
