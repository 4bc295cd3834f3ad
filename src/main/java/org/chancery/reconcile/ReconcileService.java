package org.chancery.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.match.Candidate;
import org.chancery.match.EntityDescription;
import org.chancery.match.EntityMatchService;
import org.chancery.match.EventDescription;
import org.chancery.match.EventMatchService;
import org.chancery.match.Reason;
import org.chancery.reconcile.Cards.Card;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers queries of the reconciliation protocol, in a fixed number of statements whatever the size of the batch. */
@ApplicationScoped
class ReconcileService {
    /** Looked at for each query, before what is of other types is left out. */
    private static final int MOST = 20;
    private static final double PERCENT = 100;

    private final QueryReader reader;
    private final EntityMatchService entities;
    private final EventMatchService events;
    private final Cards cards;
    private final String version;

    ReconcileService(QueryReader reader, EntityMatchService entities, EventMatchService events, Cards cards,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.reader = reader;
        this.entities = entities;
        this.events = events;
        this.cards = cards;
        this.version = version;
    }

    /** @param base where the service is reached, with a slash at the end */
    Manifest manifest(URI base) {
        return Manifest.at(base, version);
    }

    record Feature(String id, double value) {
    }

    record Match(UUID id, String name, String description, double score, boolean match, List<Feature> features, List<Types.Type> type) {
    }

    record Result(List<Match> result) {
    }

    /** Results by the keys of the queries. */
    @Transactional
    Map<String, Result> answer(Map<String, Query> queries) {
        List<Query> all = List.copyOf(queries.values());
        Map<String, Set<UUID>> actors = reader.actors(all);
        List<EntityDescription> wantedEntities = all.stream().map(query -> reader.entity(query, actors)).toList();
        List<EventDescription> wantedEvents = all.stream().map(query -> reader.event(query, actors)).toList();
        List<List<Candidate>> foundEntities = entities.match(wantedEntities, MOST);
        List<List<Candidate>> foundEvents = events.match(wantedEvents, MOST);
        List<List<Candidate>> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Candidate> both = new ArrayList<>(foundEntities.get(i));
            Query query = all.get(i);
            foundEvents.get(i).stream().filter(each -> query.types().contains(each.type())).forEach(both::add);
            found.add(Candidate.ranked(both, query.limit()));
        }
        Map<UUID, Card> shown = cards.of(found.stream().flatMap(List::stream).map(Candidate::id).toList());
        Map<String, Result> results = new LinkedHashMap<>();
        for (String key : queries.keySet()) {
            results.put(key, new Result(found.get(results.size()).stream().map(each -> match(each, shown.get(each.id()))).toList()));
        }
        return results;
    }

    private static Match match(Candidate candidate, Card card) {
        return new Match(candidate.id(), card.name(), card.description(), Math.round(candidate.score() * PERCENT * PERCENT) / PERCENT, candidate.match(),
                features(candidate.reasons()), List.of(Types.of(candidate.type())));
    }

    /** Reasons of one feature count together, as the protocol has each feature once. */
    private static List<Feature> features(List<Reason> reasons) {
        Map<String, Double> values = new LinkedHashMap<>();
        reasons.forEach(reason -> values.merge(reason.feature().word(), (reason.agrees() ? 1 : -1) * reason.weight() * reason.strength(), Double::sum));
        return values.entrySet().stream().map(each -> new Feature(each.getKey(), Math.max(-1, Math.min(1, Math.round(each.getValue() * 10_000) / 10_000.0))))
                .toList();
    }
}
