package org.chancery.person;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.Membership;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Occupancy;
import org.chancery.api.model.Person;
import org.chancery.api.model.PersonCreate;
import org.chancery.membership.MembershipService;
import org.chancery.occupancy.Holdings.Holding;
import org.chancery.occupancy.Holdings;
import org.chancery.occupancy.OccupancyService;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;

/** Persons, with their standing on the day that is asked for. */
@Singleton
public class PersonService extends RecordService<PersonEntity, PersonCreate, Person> {
    private final Holdings holdings;
    private final Standings standings;
    private final AsOf asOf;
    private final OccupancyService occupancies;
    private final MembershipService memberships;
    private final Listing listing;

    PersonService(Holdings holdings, Standings standings, AsOf asOf, OccupancyService occupancies, MembershipService memberships) {
        super(RecordType.PERSON, PersonEntity.class, PersonCreate.class, Person::getVersion);
        this.holdings = holdings;
        this.standings = standings;
        this.asOf = asOf;
        this.occupancies = occupancies;
        this.memberships = memberships;
        listing = standings.filter(new Listing("record r join person e on e.id = r.id", "name")).name()
                .sort("name", "r.sort_name", "text");
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected PersonEntity blank() {
        return new PersonEntity();
    }

    @Override
    protected void write(PersonCreate document, PersonEntity row, Draft draft) {
        draft.names(row, document.getNames());
        draft.identifiers(row, document.getIdentifiers(), schemes(document.getIdentifiers()));
        draft.citations(document.getCitations());
        row.description = document.getDescription();
        row.birth = draft.date("/birthDate", document.getBirthDate());
        row.death = draft.date("/deathDate", document.getDeathDate());
        draft.inOrder(row.birth, "/deathDate", row.death);
    }

    @Override
    protected PersonCreate document(PersonEntity row) {
        return new PersonCreate().description(row.description).birthDate(DateColumns.edtf(row.birth)).deathDate(DateColumns.edtf(row.death));
    }

    @Override
    protected void common(PersonCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.names(names).identifiers(identifiers).citations(cited);
    }

    @Override
    protected List<Person> views(List<PersonEntity> rows) {
        List<UUID> ids = rows.stream().map(PersonEntity::id).toList();
        Map<UUID, List<Holding>> held = holdings.ofPersons(ids, asOf.day(), asOf.day(), asOf.certainOnly()).stream()
                .collect(Collectors.groupingBy(Holding::personId));
        List<UUID> labelledIds = new ArrayList<>(ids);
        held.values().forEach(offices -> offices.forEach(office -> labelledIds.addAll(List.of(office.positionId(), office.actorId()))));
        Labels.Labelled labelled = labels.of(labelledIds);
        Map<UUID, List<Occupancy>> offices = asOf.includes("occupancies") ? occupancies.ofPersons(ids) : Collections.emptyMap();
        Map<UUID, List<Membership>> belonging = asOf.includes("memberships") ? memberships.ofMembers(ids) : Collections.emptyMap();
        return rows.stream().map(row -> new Person().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .name(labelled.show(row.id())).description(row.description).birthDate(Dates.view(row.birth)).deathDate(Dates.view(row.death))
                .identifiers(labelled.identifiers(row.id())).standing(standings.view(held.getOrDefault(row.id(), List.of()), labelled))
                .names(asOf.includes("names") ? labelled.names(row.id()) : null)
                .occupancies(asOf.includes("occupancies") ? offices.getOrDefault(row.id(), List.of()) : null)
                .memberships(asOf.includes("memberships") ? belonging.getOrDefault(row.id(), List.of()) : null)).toList();
    }
}
