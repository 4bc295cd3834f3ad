package org.chancery.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.api.model.SearchHit;
import org.chancery.entity.EntitySummaries;
import org.chancery.event.EventSummaries;
import org.chancery.person.PersonService;
import org.chancery.record.RecordType;
import org.chancery.text.TypedName;

/** What a list of results shows of each hit; a fixed number of statements for each sort of record. */
@ApplicationScoped
class HitViews {
    private static final Set<RecordType> EVENTS = Set.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);

    private final PersonService people;
    private final EntitySummaries entities;
    private final EventSummaries events;

    HitViews(PersonService people, EntitySummaries entities, EventSummaries events) {
        this.people = people;
        this.entities = entities;
        this.events = events;
    }

    /** In the order of the hits. */
    List<SearchHit> of(List<NameHit> hits, TypedName typed) {
        Map<UUID, SearchHit> views = new HashMap<>();
        people.shown(ids(hits, Set.of(RecordType.PERSON))).forEach(person -> views.put(person.getId(), new SearchHit().name(person.getName())
                .description(person.getDescription()).standing(person.getStanding())));
        events.of(ids(hits, EVENTS)).forEach(event -> views.put(event.getId(), new SearchHit().name(event.getName()).kind(event.getKind())
                .description(event.getSummary()).start(event.getStart()).place(event.getPlace()).status(event.getStatus()).phase(event.getPhase())));
        entities.of(ids(hits, Set.of(RecordType.STATE, RecordType.ORGANIZATION, RecordType.POSITION, RecordType.SERIES))).values()
                .forEach(entity -> views.put(entity.getId(), new SearchHit().name(entity.getName()).kind(entity.getKind())
                        .description(entity.getDescription())));
        return hits.stream().filter(hit -> views.containsKey(hit.id())).map(hit -> views.get(hit.id()).id(hit.id()).recordType(hit.type().word())
                .match(SearchService.match(hit, typed)).href(hit.type().href(hit.id()))).toList();
    }

    private static List<UUID> ids(List<NameHit> hits, Set<RecordType> types) {
        return hits.stream().filter(hit -> types.contains(hit.type())).map(NameHit::id).toList();
    }
}
