package org.chancery.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.OccupancyCreate;
import org.chancery.api.model.OccupancyOfPersonInput;
import org.chancery.api.model.OfficeHolderCreate;
import org.chancery.api.model.Person;
import org.chancery.api.model.PersonCreate;
import org.chancery.api.model.StandingKind;
import org.chancery.http.Answers;
import org.chancery.occupancy.OccupancyService;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.AsOf;
import org.jboss.resteasy.reactive.RestResponse;

/** Leaders and officials: persons by their standing at the request's date. A person keeps one id and one URL for life. */
@ApplicationScoped
class OfficeHolderService {
    private final PersonService people;
    private final OccupancyService occupancies;
    private final Standings standings;
    private final AsOf asOf;

    OfficeHolderService(PersonService people, OccupancyService occupancies, Standings standings, AsOf asOf) {
        this.people = people;
        this.occupancies = occupancies;
        this.standings = standings;
        this.asOf = asOf;
    }

    @Transactional
    Page<Person> list(StandingKind kind) {
        Where scope = new Where();
        standings.restrict(scope, kind);
        return people.list(scope, kind.toString());
    }

    /** @throws ProblemException 404 for a person of another standing: the record is at /v1/people */
    Person get(StandingKind kind, UUID id) {
        Person person = people.get(id);
        if (person.getStanding().getKind() != kind) {
            throw ProblemException.notFound("On " + asOf.day() + " the standing of this person is " + person.getStanding().getKind().toString()
                    + ". The record is at " + people.type().href(id) + ".");
        }
        return person;
    }

    /** The person and the offices, in one transaction; refused where they do not give the standing. */
    RestResponse<Person> create(StandingKind kind, OfficeHolderCreate body, Answers answers) {
        return answers.once(() -> {
            UUID id = store(kind, body);
            return answers.created(people, id, people.type().href(id));
        });
    }

    @Transactional
    UUID store(StandingKind kind, OfficeHolderCreate body) {
        UUID id = people.create(new PersonCreate().names(body.getNames()).identifiers(body.getIdentifiers()).description(body.getDescription())
                .birthDate(body.getBirthDate()).deathDate(body.getDeathDate()).citations(body.getCitations()));
        List<OccupancyOfPersonInput> inputs = body.getOccupancies();
        for (int i = 0; i < inputs.size(); i++) {
            try {
                occupancies.create(occupancy(inputs.get(i)).personId(id));
            } catch (ProblemException e) {
                throw e.under(Errors.pointer("/occupancies", i));
            }
        }
        StandingKind found = people.get(id).getStanding().getKind();
        if (found != kind) {
            throw ProblemException.violated(Errors.at("/occupancies", "standing", "with these offices the standing on " + asOf.day() + " is "
                    + found.toString() + ", not " + kind.toString()));
        }
        return id;
    }

    private static OccupancyCreate occupancy(OccupancyOfPersonInput input) {
        return new OccupancyCreate().positionId(input.getPositionId()).start(input.getStart()).end(input.getEnd())
                .scheduledEnd(input.getScheduledEnd()).ended(input.getEnded()).acting(input.getActing()).designate(input.getDesignate())
                .selection(input.getSelection()).endReason(input.getEndReason()).citations(input.getCitations());
    }
}
