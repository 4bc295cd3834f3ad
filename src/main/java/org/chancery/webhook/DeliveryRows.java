package org.chancery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.api.model.WebhookDelivery;
import org.chancery.api.model.WebhookEvent;
import org.chancery.record.Dates;
import org.chancery.record.Ids;

/** The table of deliveries: what is to be sent, and the log of what was. */
@ApplicationScoped
class DeliveryRows {
    private static final int LONGEST_FAILURE = 200;
    private static final int DELETED_AT_ONCE = 1000;
    private static final String SELECT = "select id, webhook_id, state, attempts, created_at, last_attempt_at, next_attempt_at, response_status,"
            + " failure, body from webhook_delivery";

    private final EntityManager database;
    private final ObjectMapper json;

    DeliveryRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * An event to be delivered.
     *
     * @param position of the change in the log; null where it is about none
     */
    record Due(Long position, WebhookEvent event) {
    }

    /** @return the ids of the deliveries, which are due now */
    List<UUID> insert(UUID webhookId, List<Due> events, Instant now) {
        List<UUID> ids = events.stream().map(event -> Ids.next()).toList();
        database.createNativeQuery("""
                insert into webhook_delivery (id, webhook_id, position, body, state, attempts, created_at, next_attempt_at)
                select e.id, :webhook, e.position, e.body, 'pending', 0, :now, :now from unnest(:ids, :positions, :bodies) e (id, position, body)""")
                .setParameter("webhook", webhookId).setParameter("now", now).setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("positions", events.stream().map(Due::position).toArray(Long[]::new))
                .setParameter("bodies", events.stream().map(event -> text(event.event())).toArray(String[]::new)).executeUpdate();
        return ids;
    }

    /** How many are to be sent yet, counted up to a number that is enough. */
    int waiting(UUID webhookId, int enough) {
        return ((Number) database.createNativeQuery("select count(*) from (select 1 from webhook_delivery where webhook_id = :id"
                + " and state = 'pending' limit :enough) waiting", Long.class).setParameter("id", webhookId).setParameter("enough", enough)
                .getSingleResult()).intValue();
    }

    /**
     * Takes what is due, for nobody else to send until the lease ends. Whoever dies meanwhile leaves it due again then.
     *
     * @param each at most so many of one webhook
     * @param busy webhooks of which nothing more is wanted
     */
    List<Delivery> claim(int most, int each, Collection<UUID> busy, Instant now, Instant lease) {
        List<?> rows = database.createNativeQuery("""
                with due as (
                    select d.id from webhook w cross join lateral (
                        select i.id, i.next_attempt_at from webhook_delivery i
                         where i.webhook_id = w.id and i.state = 'pending' and i.next_attempt_at <= :now
                           and (w.disabled_reason is null or i.position is null)
                         order by i.next_attempt_at, i.id limit :each for update skip locked) d
                     where w.id <> all(:busy) order by d.next_attempt_at, d.id limit :most),
                claimed as (
                    update webhook_delivery d set attempts = d.attempts + 1, last_attempt_at = :now, next_attempt_at = :lease
                      from due where d.id = due.id returning d.id, d.webhook_id, d.body, d.attempts)
                select c.id, c.webhook_id, w.url, w.secret, case when w.previous_secret_until > :now then w.previous_secret end, c.body, c.attempts
                  from claimed c join webhook w on w.id = c.webhook_id order by c.id""", Tuple.class)
                .setParameter("now", now).setParameter("lease", lease).setParameter("each", each).setParameter("most", most)
                .setParameter("busy", busy.toArray(UUID[]::new)).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new Delivery(row.get(0, UUID.class), row.get(1, UUID.class),
                row.get(2, String.class), Stream.of(row.get(3), row.get(4)).filter(secret -> secret != null).map(byte[].class::cast).toList(),
                row.get(5, String.class), row.get(6, Integer.class))).toList();
    }

    /**
     * Writes how an attempt ended, unless its lease was over and another one began.
     *
     * @param next when it is tried again; null at the end
     */
    void settle(Delivery delivery, Outcome outcome, Instant next) {
        String state = outcome.delivered() ? "delivered" : next == null ? "failed" : "pending";
        database.createNativeQuery("update webhook_delivery set state = :state, next_attempt_at = :next, response_status = :status,"
                + " failure = :failure where id = :id and attempts = :attempt and state = 'pending'").setParameter("id", delivery.id())
                .setParameter("attempt", delivery.attempt()).setParameter("state", state).setParameter("next", next)
                .setParameter("status", outcome.status()).setParameter("failure", cut(outcome.failure())).executeUpdate();
    }

    /** The newest first, as the ids are in the order of time. */
    List<WebhookDelivery> before(UUID webhookId, UUID id, List<String> states, int limit) {
        return rows(" where webhook_id = :webhook and (cast(:id as uuid) is null or id < cast(:id as uuid))"
                + (states.isEmpty() ? "" : " and state = any(:states)") + " order by id desc limit " + limit, webhookId, id, states);
    }

    Optional<WebhookDelivery> find(UUID webhookId, UUID id) {
        return rows(" where webhook_id = :webhook and id = cast(:id as uuid)", webhookId, id, List.of()).stream().findFirst();
    }

    private List<WebhookDelivery> rows(String condition, UUID webhookId, UUID id, List<String> states) {
        var query = database.createNativeQuery(SELECT + condition, Tuple.class).setParameter("webhook", webhookId)
                .setParameter("id", id == null ? null : id.toString());
        if (!states.isEmpty()) {
            query.setParameter("states", states.toArray(String[]::new));
        }
        return ((List<?>) query.getResultList()).stream().map(Tuple.class::cast).map(row -> new WebhookDelivery().id(row.get(0, UUID.class))
                .webhookId(row.get(1, UUID.class)).state(row.get(2, String.class)).attempts(row.get(3, Integer.class))
                .createdAt(Dates.time(row.get(4, Instant.class))).attemptedAt(Dates.time(row.get(5, Instant.class)))
                .nextAttemptAt(Dates.time(row.get(6, Instant.class))).responseStatus(row.get(7, Integer.class))
                .failure(row.get(8, String.class)).event(event(row.get(9, String.class)))).toList();
    }

    /** It is due now, whatever became of it. Who has it under way settles nothing if another one takes it meanwhile. */
    void again(UUID id, Instant now) {
        database.createNativeQuery("update webhook_delivery set state = 'pending', next_attempt_at = :now where id = :id").setParameter("id", id)
                .setParameter("now", now).executeUpdate();
    }

    /** Some of what was due before this instant and came to an end. @return whether there may be more */
    boolean deleteEndedBefore(Instant before) {
        return database.createNativeQuery("delete from webhook_delivery where id in (select id from webhook_delivery where state <> 'pending'"
                + " and created_at < :before order by created_at limit :most)").setParameter("before", before).setParameter("most", DELETED_AT_ONCE)
                .executeUpdate() == DELETED_AT_ONCE;
    }

    private String text(WebhookEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private WebhookEvent event(String body) {
        try {
            return json.readValue(body, WebhookEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cut(String failure) {
        return failure == null ? null : failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE));
    }
}
