package org.chancery.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.EntityCandidate;
import org.chancery.api.model.EntityMatch;
import org.chancery.api.model.EntityMatchPage;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.EventCandidate;
import org.chancery.api.model.EventMatch;
import org.chancery.api.model.EventMatchPage;
import org.chancery.api.model.EventMatchRequest;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.MatchOutcome;
import org.chancery.api.model.MatchReason;
import org.chancery.api.model.OrganizationMatchRequest;
import org.chancery.api.model.PersonMatchRequest;
import org.chancery.api.model.StateMatchRequest;
import org.chancery.entity.EntitySummaries;
import org.chancery.event.EventSummaries;
import org.chancery.record.Labels;

/** Matches the descriptions of a request, and shows the candidates as the contract does. Writes nothing. */
@ApplicationScoped
class MatchService {
    private static final int LIMIT = 5;

    private final Descriptions descriptions;
    private final EntityMatchService entities;
    private final EventMatchService events;
    private final EntitySummaries entitySummaries;
    private final EventSummaries eventSummaries;
    private final Labels labels;

    MatchService(Descriptions descriptions, EntityMatchService entities, EventMatchService events, EntitySummaries entitySummaries,
            EventSummaries eventSummaries, Labels labels) {
        this.descriptions = descriptions;
        this.entities = entities;
        this.events = events;
        this.entitySummaries = entitySummaries;
        this.eventSummaries = eventSummaries;
        this.labels = labels;
    }

    @Transactional
    EntityMatchPage people(PersonMatchRequest request) {
        return entities(descriptions.people(request.getDescriptions()), request.getLimit());
    }

    @Transactional
    EntityMatchPage organizations(OrganizationMatchRequest request) {
        return entities(descriptions.organizations(request.getDescriptions()), request.getLimit());
    }

    @Transactional
    EntityMatchPage states(StateMatchRequest request) {
        return entities(descriptions.states(request.getDescriptions()), request.getLimit());
    }

    private EntityMatchPage entities(List<EntityDescription> given, Integer limit) {
        List<List<Candidate>> found = entities.match(given, limit == null ? LIMIT : limit);
        Map<UUID, EntitySummary> summaries = entitySummaries.of(ids(found));
        Labels.Labelled labelled = named(found);
        List<EntityMatch> items = new ArrayList<>();
        found.forEach(candidates -> items.add(new EntityMatch().index(items.size()).candidates(candidates.stream()
                .map(each -> new EntityCandidate().score(each.score()).match(each.match()).reasons(reasons(each, labelled)).entity(summaries.get(each.id())))
                .toList())));
        return new EntityMatchPage().items(items);
    }

    @Transactional
    EventMatchPage events(EventMatchRequest request) {
        List<List<Candidate>> found = events.match(descriptions.events(request.getDescriptions()), request.getLimit() == null ? LIMIT : request.getLimit());
        Map<UUID, EventSummary> summaries = eventSummaries.of(ids(found)).stream().collect(Collectors.toMap(EventSummary::getId, Function.identity()));
        Labels.Labelled labelled = named(found);
        List<EventMatch> items = new ArrayList<>();
        found.forEach(candidates -> items.add(new EventMatch().index(items.size()).candidates(candidates.stream()
                .map(each -> new EventCandidate().score(each.score()).match(each.match()).reasons(reasons(each, labelled)).event(summaries.get(each.id())))
                .toList())));
        return new EventMatchPage().items(items);
    }

    private static List<UUID> ids(List<List<Candidate>> found) {
        return found.stream().flatMap(List::stream).map(Candidate::id).distinct().toList();
    }

    /** Names of what the reasons name. */
    private Labels.Labelled named(List<List<Candidate>> found) {
        Set<UUID> ids = new LinkedHashSet<>();
        found.forEach(candidates -> candidates.forEach(each -> each.reasons().forEach(reason -> ids.add(reason.foundId()))));
        return labels.of(ids);
    }

    private static List<MatchReason> reasons(Candidate candidate, Labels.Labelled labelled) {
        return candidate.reasons().stream().map(reason -> new MatchReason().feature(reason.feature().word())
                .outcome(reason.agrees() ? MatchOutcome.AGREES : MatchOutcome.CONTRADICTS).weight(rounded(reason.weight()))
                .strength(rounded(reason.strength())).given(reason.given())
                .found(reason.foundId() == null || labelled.show(reason.foundId()) == null ? reason.found() : labelled.show(reason.foundId()).getValue())).toList();
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
