package org.chancery.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.DisplayName;
import org.chancery.api.model.EventSummary;
import org.chancery.event.TimelineService;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.participation.ParticipationService;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Events for calendars; a fixed number of statements whatever their number. */
@ApplicationScoped
class FeedService {
    private final EntityManager database;
    private final TimelineService timeline;
    private final ParticipationService participations;
    private final ServiceRegistry services;
    private final Labels labels;

    FeedService(EntityManager database, TimelineService timeline, ParticipationService participations, ServiceRegistry services, Labels labels) {
        this.database = database;
        this.timeline = timeline;
        this.participations = participations;
        this.services = services;
        this.labels = labels;
    }

    /** All events that the request's filters leave. */
    @Transactional
    Feed all() {
        return feed(null, timeline.dated(new Where(), ""));
    }

    /** The events that the request's filters leave, those that changed last first. */
    Page<EventSummary> changed() {
        return timeline.changed(new Where(), ".atom");
    }

    /**
     * The events of an actor, or of a series.
     *
     * @throws org.chancery.problem.ProblemException 404, 410
     */
    @Transactional
    Feed of(RecordType type, UUID id) {
        services.of(type).find(id);
        DisplayName name = labels.of(List.of(id)).show(id);
        return feed(name == null ? null : name.getValue(), type == RecordType.SERIES
                ? timeline.dated(new Where().and("e.series_id = :series", "series", id), "series" + id) : timeline.datedOf(id));
    }

    private Feed feed(String name, Page<EventSummary> page) {
        List<UUID> ids = page.items().stream().map(EventSummary::getId).toList();
        return ids.isEmpty() ? new Feed(name, page, Map.of(), Map.of())
                : new Feed(name, page, participations.ofEvents(ids), sequences(ids));
    }

    private Map<UUID, Integer> sequences(List<UUID> ids) {
        List<?> rows = database.createNativeQuery("select id, schedule_sequence from event where id = any(:ids)", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        return rows.stream().map(Tuple.class::cast).collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class)));
    }
}
