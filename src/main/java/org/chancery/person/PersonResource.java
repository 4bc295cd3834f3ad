package org.chancery.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.PeopleApi;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.Person;
import org.chancery.api.model.PersonCreate;
import org.chancery.api.model.PersonPage;
import org.chancery.api.model.StandingKind;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class PersonResource implements PeopleApi {
    private final PersonService people;
    private final Answers answers;

    PersonResource(PersonService people, Answers answers) {
        this.people = people;
        this.answers = answers;
    }

    @Override
    public RestResponse<PersonPage> listPeople(List<StandingKind> standing, String asOf, AsOfMode asOfMode, List<UUID> ofActorId,
            List<UUID> positionId, List<String> function, String name, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include,
            String lang, String acceptLanguage) {
        Page<Person> page = people.list();
        return answers.page(new PersonPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Person> createPerson(PersonCreate body, String lang, String acceptLanguage) {
        return answers.create(people, body);
    }

    @Override
    public RestResponse<Person> getPerson(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(people, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Person> updatePerson(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(people, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deletePerson(UUID id, String ifMatch, String reason) {
        return answers.retract(people, id, ifMatch, reason);
    }
}
