package org.chancery.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.EventTime;
import org.chancery.api.model.ScheduleRevision;
import org.chancery.record.Dates;

/** Schedules that later ones replaced. A new date is one of these, not a status. */
@ApplicationScoped
class Schedules {
    private final EntityManager database;

    Schedules(EntityManager database) {
        this.database = database;
    }

    /** Copies the schedule that stands in the database before the new one is written. */
    void keep(UUID eventId, int sequence, Instant now, String reason) {
        database.createNativeQuery("""
                insert into schedule_revision
                select id, :sequence, start_edtf, start_earliest, start_latest, start_time, start_day_part, start_zone,
                       end_edtf, end_earliest, end_latest, end_time, end_day_part, end_zone, :now, :reason
                  from event where id = :id""").setParameter("sequence", sequence).setParameter("now", now)
                .setParameter("reason", reason).setParameter("id", eventId).executeUpdate();
    }

    /** How often the schedule of an event was changed, by its revisions and its former schedules, which outlive its row. */
    int moves(UUID eventId) {
        return (Integer) database.createNativeQuery("""
                select greatest(cast(count(*) as integer), (select max(sequence) from schedule_revision where event_id = :id)) from revision
                 where record_id = :id and before is not null and after is not null
                   and (before -> 'start' is distinct from after -> 'start' or before -> 'end' is distinct from after -> 'end')""", Integer.class)
                .setParameter("id", eventId).getSingleResult();
    }

    Map<UUID, List<ScheduleRevision>> of(Collection<UUID> events) {
        List<?> rows = database.createNativeQuery("""
                select event_id, sequence, start_edtf, start_time, start_day_part, start_zone, end_edtf, end_time, end_day_part, end_zone,
                       replaced_at, reason
                  from schedule_revision where event_id = any(:ids) order by event_id, sequence""", Tuple.class)
                .setParameter("ids", events.toArray(UUID[]::new)).getResultList();
        return rows.stream().map(Tuple.class::cast).collect(Collectors.groupingBy(row -> row.get(0, UUID.class),
                Collectors.mapping(row -> new ScheduleRevision().sequence(row.get(1, Integer.class)).start(time(row, 2)).end(time(row, 6))
                        .replacedAt(Dates.time(row.get(10, Instant.class))).reason(row.get(11, String.class)), Collectors.toList())));
    }

    private static EventTime time(Tuple row, int column) {
        return EventTimeColumns.view(EventTimeColumns.value(row.get(column, String.class), row.get(column + 1, LocalTime.class),
                row.get(column + 2, String.class), row.get(column + 3, String.class)));
    }
}
