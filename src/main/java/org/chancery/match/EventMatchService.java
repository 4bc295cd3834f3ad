package org.chancery.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.match.EventDescription.Participant;
import org.chancery.match.EventFacts.Attendance;
import org.chancery.match.EventFacts.Facts;
import org.chancery.match.EventFacts.Participation;
import org.chancery.match.EventFacts.Search;
import org.chancery.match.NamesFound.Ask;
import org.chancery.match.NamesFound.Named;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;

/** Finds the events that descriptions may mean, in nine statements at most whatever their number. */
@ApplicationScoped
public class EventMatchService {
    /** What events are. */
    public static final Set<RecordType> EVENTS = Set.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
    private static final Set<RecordType> ACTORS = Set.of(RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);

    private final NamesFound names;
    private final Identifiers identifiers;
    private final EventFacts facts;

    EventMatchService(NamesFound names, Identifiers identifiers, EventFacts facts) {
        this.names = names;
        this.identifiers = identifiers;
        this.facts = facts;
    }

    /** Candidates for each description, the likeliest first; each description on its own. */
    @Transactional
    public List<List<Candidate>> match(List<EventDescription> descriptions, int limit) {
        List<Map<UUID, Named>> named = names.find(descriptions.stream().map(each -> new Ask(each.names(), EVENTS)).toList());
        List<List<Map<UUID, Named>>> actors = actors(descriptions, names.find(descriptions.stream().flatMap(each -> each.participants().stream())
                .filter(each -> each.actorId() == null).map(each -> new Ask(List.of(each.name()), ACTORS)).toList()));
        Set<ForeignId> wanted = new LinkedHashSet<>();
        descriptions.forEach(each -> wanted.addAll(each.identifiers()));
        Map<ForeignId, UUID> owners = identifiers.owners(wanted);
        Map<Integer, Set<UUID>> near = facts.find(searches(descriptions), attendances(actors));
        List<Set<UUID>> candidates = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            Set<UUID> ids = new LinkedHashSet<>(named.get(i).keySet());
            ids.addAll(near.getOrDefault(i, Set.of()));
            ids.addAll(descriptions.get(i).ids());
            descriptions.get(i).identifiers().stream().filter(owners::containsKey).map(owners::get).forEach(ids::add);
            candidates.add(ids);
        }
        Set<UUID> all = new HashSet<>();
        candidates.forEach(all::addAll);
        Knowledge known = new Knowledge(facts.of(all), facts.participations(all), wanted.isEmpty() ? Map.of() : identifiers.of(all));
        List<List<Candidate>> answers = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            answers.add(Candidate.ranked(scored(descriptions.get(i), candidates.get(i), named.get(i), actors.get(i), known), limit));
        }
        return answers;
    }

    private record Knowledge(Map<UUID, Facts> facts, Map<UUID, List<Participation>> participations, Map<UUID, Set<ForeignId>> identifiers) {
    }

    /** For each participant of each description, the actors that it may mean. */
    private static List<List<Map<UUID, Named>>> actors(List<EventDescription> descriptions, List<Map<UUID, Named>> named) {
        List<List<Map<UUID, Named>>> actors = new ArrayList<>();
        int next = 0;
        for (EventDescription description : descriptions) {
            List<Map<UUID, Named>> each = new ArrayList<>();
            for (Participant participant : description.participants()) {
                each.add(participant.actorId() == null ? named.get(next++) : Map.of(participant.actorId(), Named.CERTAIN));
            }
            actors.add(each);
        }
        return actors;
    }

    /** A day before and after, as a report may take the day after for the day, and zones differ. */
    private static List<Search> searches(List<EventDescription> descriptions) {
        List<Search> searches = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            EventDescription each = descriptions.get(i);
            LocalDate first = each.start() == null ? null : each.start().date().earliest();
            LocalDate last = each.start() == null ? null : each.start().date().latest();
            String city = each.city() == null ? null : Folding.fold(each.city());
            List<UUID> states = each.stateIds().isEmpty() ? Collections.singletonList(null) : List.copyOf(each.stateIds());
            for (UUID state : states) {
                searches.add(new Search(i, first != null || last != null, first == null ? null : first.minusDays(1),
                        last == null ? null : last.plusDays(1), city, state));
            }
        }
        return searches;
    }

    private static List<Attendance> attendances(List<List<Map<UUID, Named>>> actors) {
        List<Attendance> attendances = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            int index = i;
            actors.get(i).stream().flatMap(each -> each.keySet().stream()).distinct().map(actor -> new Attendance(index, actor))
                    .forEach(attendances::add);
        }
        return attendances;
    }

    private static List<Candidate> scored(EventDescription description, Set<UUID> candidates, Map<UUID, Named> named,
            List<Map<UUID, Named>> actors, Knowledge known) {
        List<Candidate> scored = new ArrayList<>();
        for (UUID id : candidates) {
            Facts facts = known.facts().get(id);
            if (facts == null) {
                continue;
            }
            Score score = new Score();
            if (description.ids().contains(id)) {
                score.agree(Feature.IDENTIFIER, 1, 1, id.toString(), id.toString());
            }
            EventScoring.title(score, named.get(id));
            Identifiers.compare(score, description.identifiers(), known.identifiers().getOrDefault(id, Set.of()));
            EventScoring.facts(score, description, facts);
            EventScoring.participants(score, description.participants(), actors, known.participations().getOrDefault(id, List.of()));
            scored.add(new Candidate(id, facts.type(), score));
        }
        return scored;
    }
}
