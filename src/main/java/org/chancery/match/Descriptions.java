package org.chancery.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.chancery.api.model.EventTimeInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameDescription;
import org.chancery.api.model.OfficeDescription;
import org.chancery.api.model.OrganizationDescription;
import org.chancery.api.model.ParticipantDescription;
import org.chancery.api.model.PersonDescription;
import org.chancery.api.model.PlaceInput;
import org.chancery.api.model.StateDescription;
import org.chancery.match.EntityDescription.Office;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.Draft;
import org.chancery.record.RecordType;
import org.chancery.record.Records;
import org.chancery.text.Folding;
import org.chancery.time.EventTime;
import org.chancery.time.InvalidDateException;
import org.chancery.time.PartialDate;

/** Reads the descriptions of a request and refuses all that is wrong with them at once. */
@ApplicationScoped
class Descriptions {
    private final Records records;

    Descriptions(Records records) {
        this.records = records;
    }

    List<EntityDescription> people(List<PersonDescription> given) {
        return read(given, Reading::person);
    }

    List<EntityDescription> organizations(List<OrganizationDescription> given) {
        return read(given, Reading::organization);
    }

    List<EntityDescription> states(List<StateDescription> given) {
        return read(given, Reading::state);
    }

    List<EventDescription> events(List<org.chancery.api.model.EventDescription> given) {
        return read(given, Reading::event);
    }

    /** @throws ProblemException 400 or 422 with all errors of all descriptions */
    private <G, D> List<D> read(List<G> given, BiFunction<Reading, G, D> reader) {
        Draft draft = new Draft();
        Map<String, String> schemes = records.schemes();
        List<D> read = new ArrayList<>();
        for (G each : given) {
            read.add(reader.apply(new Reading(draft.nested(Errors.pointer("/descriptions", read.size())), schemes), each));
        }
        records.verify(draft);
        return read;
    }

    /** One description. */
    private record Reading(Draft draft, Map<String, String> schemes) {

        EntityDescription person(PersonDescription given) {
            Map<Feature, PartialDate> dates = new EnumMap<>(Feature.class);
            date(dates, Feature.BIRTH_DATE, "/birthDate", given.getBirthDate());
            date(dates, Feature.DEATH_DATE, "/deathDate", given.getDeathDate());
            List<Office> offices = new ArrayList<>();
            for (OfficeDescription office : Draft.list(given.getOffices())) {
                offices.add(office(Errors.pointer("/offices", offices.size()), office));
            }
            return entity(RecordType.PERSON, given.getNames(), given.getIdentifiers(), dates, Map.of(), offices);
        }

        private Office office(String pointer, OfficeDescription given) {
            refer(pointer + "/positionId", given.getPositionId(), RecordType.POSITION);
            refer(pointer + "/ofActorId", given.getOfActorId(), RecordType.STATE, RecordType.ORGANIZATION);
            notBlank(pointer + "/title", given.getTitle());
            return new Office(given.getPositionId(), given.getTitle(), given.getFunction(), given.getOfActorId(),
                    date(pointer + "/date", given.getDate()));
        }

        EntityDescription organization(OrganizationDescription given) {
            Map<Feature, PartialDate> dates = new EnumMap<>(Feature.class);
            date(dates, Feature.FOUNDED, "/founded", given.getFounded());
            date(dates, Feature.DISSOLVED, "/dissolved", given.getDissolved());
            Map<Feature, Set<String>> words = new EnumMap<>(Feature.class);
            if (given.getPropertyClass() != null) {
                words.put(Feature.CLASS, Set.of(given.getPropertyClass()));
            }
            if (given.getStateId() != null) {
                words.put(Feature.STATE, Set.of(given.getStateId().toString()));
            }
            refer("/stateId", given.getStateId(), RecordType.STATE);
            return entity(RecordType.ORGANIZATION, given.getNames(), given.getIdentifiers(), dates, words, List.of());
        }

        EntityDescription state(StateDescription given) {
            Map<Feature, PartialDate> dates = new EnumMap<>(Feature.class);
            date(dates, Feature.VALID_FROM, "/validFrom", given.getValidFrom());
            date(dates, Feature.VALID_TO, "/validTo", given.getValidTo());
            return entity(RecordType.STATE, given.getNames(), given.getIdentifiers(), dates,
                    given.getCapital() == null ? Map.of() : Map.of(Feature.CAPITAL, Set.of(Folding.fold(given.getCapital()))), List.of());
        }

        private EntityDescription entity(RecordType type, List<NameDescription> names, List<IdentifierInput> identifiers,
                Map<Feature, PartialDate> dates, Map<Feature, Set<String>> words, List<Office> offices) {
            if (names == null && identifiers == null) {
                draft.violated("", "name-or-identifier", "needs a name or an identifier");
            }
            return new EntityDescription(Set.of(type), names(names), Set.of(), identifiers(identifiers), dates, words, offices);
        }

        EventDescription event(org.chancery.api.model.EventDescription given) {
            if (given.getNames() == null && given.getIdentifiers() == null && given.getParticipants() == null && given.getStart() == null) {
                draft.violated("", "too-little", "needs a title, an identifier, participants or a start");
            }
            List<EventDescription.Participant> participants = new ArrayList<>();
            for (ParticipantDescription participant : Draft.list(given.getParticipants())) {
                String pointer = Errors.pointer("/participants", participants.size());
                if (participant.getActorId() == null && participant.getReportedName() == null) {
                    draft.violated(pointer, "required", "needs an actorId or a reportedName");
                }
                refer(pointer + "/actorId", participant.getActorId(), RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);
                notBlank(pointer + "/reportedName", participant.getReportedName());
                participants.add(new EventDescription.Participant(participant.getActorId(), participant.getReportedName()));
            }
            PlaceInput place = given.getPlace() == null ? new PlaceInput() : given.getPlace();
            refer("/place/stateId", place.getStateId(), RecordType.STATE);
            Set<RecordType> types = given.getRecordType() == null ? EventMatchService.EVENTS : Set.of(RecordType.of(given.getRecordType()));
            return new EventDescription(types, given.getKind(), names(given.getNames()), Set.of(), identifiers(given.getIdentifiers()),
                    start(given.getStart()), place.getCity(), place.getVenue(), place.getStateId() == null ? Set.of() : Set.of(place.getStateId()),
                    participants);
        }

        private EventTime start(EventTimeInput given) {
            try {
                return given == null ? null : EventTime.parse(given.getDate(), given.getTime(), given.getDayPart(), given.getZone());
            } catch (InvalidDateException e) {
                draft.malformed("/start/" + (e.member() == null ? "date" : e.member()), "date", e.getMessage());
                return null;
            }
        }

        private List<String> names(List<NameDescription> given) {
            List<String> names = new ArrayList<>();
            for (NameDescription name : Draft.list(given)) {
                notBlank(Errors.pointer("/names", names.size(), "value"), name.getValue());
                names.add(name.getValue());
            }
            return names;
        }

        private Set<ForeignId> identifiers(List<IdentifierInput> given) {
            Set<ForeignId> identifiers = new LinkedHashSet<>();
            draft.identifiers(Draft.list(given), schemes);
            Draft.list(given).forEach(each -> identifiers.add(new ForeignId(each.getScheme(), each.getValue())));
            return identifiers;
        }

        private void notBlank(String pointer, String text) {
            if (text != null && Folding.fold(text).isEmpty()) {
                draft.malformed(pointer, "blank", "must not be blank");
            }
        }

        private void date(Map<Feature, PartialDate> dates, Feature feature, String pointer, String edtf) {
            PartialDate date = date(pointer, edtf);
            if (date != null) {
                dates.put(feature, date);
            }
        }

        private PartialDate date(String pointer, String edtf) {
            return draft.date(pointer, edtf) == null ? null : PartialDate.parse(edtf);
        }

        private void refer(String pointer, UUID id, RecordType first, RecordType... others) {
            draft.refer(pointer, id, found -> { }, first, others);
        }
    }
}
