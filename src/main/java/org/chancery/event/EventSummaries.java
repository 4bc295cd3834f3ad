package org.chancery.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.EventTime;
import org.chancery.record.AnswerClock;
import org.chancery.record.Dates;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Events of any type as flat rows, alone or as linked to other events; two statements whatever their number. */
@ApplicationScoped
public class EventSummaries {
    private static final String SQL = """
            select l.owner, l.relation, l.direction, e.id, e.event_type, e.kind, r.version, r.updated_at, e.summary,
                   e.start_edtf, e.start_time, e.start_day_part, e.start_zone, e.end_edtf, e.end_time, e.end_day_part, e.end_zone,
                   e.venue, e.city, e.place_state_id, e.online, e.status, e.begins_at, e.ends_at, e.visibility, e.part_of_id, e.series_id,
                   (select cast(count(*) as integer) from participation n where n.event_id = e.id)
              from (%s) l (owner, id, relation, direction) join event e on e.id = l.id join record r on r.id = e.id
             order by e.order_key, e.id""";

    /**
     * @param owner the event that it is linked to
     * @param relation null for parts and wholes
     */
    public record Linked(UUID owner, String relation, String direction, EventSummary event) {
    }

    private final EntityManager database;
    private final Labels labels;
    private final AnswerClock clock;

    EventSummaries(EntityManager database, Labels labels, AnswerClock clock) {
        this.database = database;
        this.labels = labels;
        this.clock = clock;
    }

    /** In the order of the ids. */
    public List<EventSummary> of(List<UUID> ids) {
        Map<UUID, EventSummary> found = find("select cast(null as uuid), id, cast(null as text), cast(null as text) from event where id = any(:ids)", ids)
                .stream().map(Linked::event).collect(Collectors.toMap(EventSummary::getId, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<Linked> childrenOf(Collection<UUID> ids) {
        return find("select part_of_id, id, null, null from event where part_of_id = any(:ids)", ids);
    }

    public List<Linked> wholesOf(Collection<UUID> ids) {
        return find("select id, part_of_id, null, null from event where id = any(:ids) and part_of_id is not null", ids);
    }

    /** Both those that these events state and those that others state of them. */
    List<Linked> relatedTo(Collection<UUID> ids) {
        return find("""
                select event_id, target_id, relation, 'outgoing' from event_relation where event_id = any(:ids)
                union all select target_id, event_id, relation, 'incoming' from event_relation where target_id = any(:ids)""", ids);
    }

    private List<Linked> find(String links, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> found = database.createNativeQuery(SQL.formatted(links), Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        List<UUID> shown = new ArrayList<>();
        found.stream().map(Tuple.class::cast).forEach(row -> {
            shown.add(row.get(3, UUID.class));
            shown.add(row.get(19, UUID.class));
        });
        Labels.Labelled labelled = labels.of(shown.stream().filter(Objects::nonNull).toList());
        Instant now = clock.instant();
        return found.stream().map(Tuple.class::cast)
                .map(row -> new Linked(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), view(row, labelled, now))).toList();
    }

    private static EventSummary view(Tuple row, Labels.Labelled labelled, Instant now) {
        UUID id = row.get(3, UUID.class);
        String type = row.get(4, String.class);
        Instant begins = row.get(22, Instant.class);
        Instant ends = row.get(23, Instant.class);
        String status = row.get(21, String.class);
        return new EventSummary().id(id).recordType(type).kind(row.get(5, String.class)).version(row.get(6, Integer.class))
                .updatedAt(Dates.time(row.get(7, Instant.class))).name(labelled.show(id)).summary(row.get(8, String.class))
                .start(time(row, 9)).end(time(row, 13))
                .place(EventViews.place(row.get(17, String.class), row.get(18, String.class), row.get(19, UUID.class), row.get(20, Boolean.class), labelled))
                .status(status).phase(EventViews.phase(begins, ends, now)).needsConfirmation(EventViews.needsConfirmation(status, ends, now))
                .visibility(row.get(24, String.class)).partOfId(row.get(25, UUID.class)).seriesId(row.get(26, UUID.class))
                .participantCount(row.get(27, Integer.class)).href(RecordType.of(type).href(id));
    }

    private static EventTime time(Tuple row, int column) {
        return EventTimeColumns.view(EventTimeColumns.value(row.get(column, String.class), row.get(column + 1, LocalTime.class),
                row.get(column + 2, String.class), row.get(column + 3, String.class)));
    }
}
