package org.chancery.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.match.EntityDescription.Office;
import org.chancery.match.EntityFacts.Facts;
import org.chancery.match.EntityFacts.Held;
import org.chancery.match.NamesFound.Ask;
import org.chancery.match.NamesFound.Named;
import org.chancery.record.RecordType;

/** Finds the entities that descriptions may mean, in eight statements at most whatever their number. */
@ApplicationScoped
public class EntityMatchService {
    private final NamesFound names;
    private final Identifiers identifiers;
    private final EntityFacts facts;

    EntityMatchService(NamesFound names, Identifiers identifiers, EntityFacts facts) {
        this.names = names;
        this.identifiers = identifiers;
        this.facts = facts;
    }

    /** Candidates for each description, the likeliest first; each description on its own. */
    @Transactional
    public List<List<Candidate>> match(List<EntityDescription> descriptions, int limit) {
        List<Map<UUID, Named>> named = names.find(descriptions.stream().map(each -> new Ask(each.names(), each.types())).toList());
        List<Map<UUID, Named>> offices = names.find(descriptions.stream().flatMap(each -> each.offices().stream()).map(Office::title)
                .filter(Objects::nonNull).map(title -> new Ask(List.of(title), Set.of(RecordType.POSITION))).toList());
        Set<ForeignId> wanted = new LinkedHashSet<>();
        descriptions.forEach(each -> wanted.addAll(each.identifiers()));
        Map<ForeignId, UUID> owners = identifiers.owners(wanted);
        Set<UUID> found = new HashSet<>(owners.values());
        for (int i = 0; i < descriptions.size(); i++) {
            found.addAll(named.get(i).keySet());
            found.addAll(descriptions.get(i).ids());
        }
        Knowledge known = new Knowledge(facts.of(found), wanted.isEmpty() ? Map.of() : identifiers.of(found),
                descriptions.stream().allMatch(each -> each.offices().isEmpty()) ? Map.of() : facts.held(found));
        List<List<Candidate>> answers = new ArrayList<>();
        int titles = 0;
        for (int i = 0; i < descriptions.size(); i++) {
            EntityDescription description = descriptions.get(i);
            List<Map<UUID, Named>> titled = new ArrayList<>();
            for (Office office : description.offices()) {
                titled.add(office.title() == null ? null : offices.get(titles++));
            }
            answers.add(Candidate.ranked(scored(description, named.get(i), titled, owners, known), limit));
        }
        return answers;
    }

    private record Knowledge(Map<UUID, Facts> facts, Map<UUID, Set<ForeignId>> identifiers, Map<UUID, List<Held>> held) {
    }

    private static List<Candidate> scored(EntityDescription description, Map<UUID, Named> named, List<Map<UUID, Named>> titled,
            Map<ForeignId, UUID> owners, Knowledge known) {
        Set<UUID> ids = new LinkedHashSet<>(named.keySet());
        ids.addAll(description.ids());
        description.identifiers().stream().filter(owners::containsKey).map(owners::get).forEach(ids::add);
        List<Candidate> candidates = new ArrayList<>();
        for (UUID id : ids) {
            Facts facts = known.facts().get(id);
            if (facts == null || !description.types().contains(facts.type())) {
                continue;
            }
            Score score = new Score();
            if (description.ids().contains(id)) {
                score.agree(Feature.IDENTIFIER, 1, 1, id.toString(), id.toString());
            }
            EntityScoring.name(score, named.get(id), facts.type());
            Identifiers.compare(score, description.identifiers(), known.identifiers().getOrDefault(id, Set.of()));
            EntityScoring.facts(score, description, facts);
            for (int i = 0; i < titled.size(); i++) {
                EntityScoring.office(score, description.offices().get(i), titled.get(i), known.held().getOrDefault(id, List.of()));
            }
            candidates.add(new Candidate(id, facts.type(), score));
        }
        return candidates;
    }
}
