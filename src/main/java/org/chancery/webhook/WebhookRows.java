package org.chancery.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of webhooks. Secrets leave it only to sign. */
@ApplicationScoped
class WebhookRows {
    private static final String SELECT = "select id, version, created_at, updated_at, url, description, array_to_string(record_types, ','),"
            + " disabled_reason, disabled_at, previous_secret_until, position, failing_since from webhook";

    private final EntityManager database;

    WebhookRows(EntityManager database) {
        this.database = database;
    }

    Optional<WebhookRow> find(UUID id) {
        return first(database.createNativeQuery(SELECT + " where id = :id", Tuple.class).setParameter("id", id));
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<WebhookRow> lock(UUID id) {
        return first(database.createNativeQuery(SELECT + " where id = :id for update", Tuple.class).setParameter("id", id));
    }

    /** As {@link #lock}, but empty where somebody else has it. */
    Optional<WebhookRow> lockIfFree(UUID id) {
        return first(database.createNativeQuery(SELECT + " where id = :id for update skip locked", Tuple.class).setParameter("id", id));
    }

    List<WebhookRow> after(UUID id, int limit) {
        return rows(database.createNativeQuery(SELECT + " where cast(:id as uuid) is null or id > cast(:id as uuid) order by id limit :limit",
                Tuple.class).setParameter("id", id == null ? null : id.toString()).setParameter("limit", limit));
    }

    /** Those that have not got all up to this place. */
    List<UUID> behind(long end) {
        return ids(database.createNativeQuery("select id from webhook where disabled_reason is null and position < :end order by position", UUID.class)
                .setParameter("end", end));
    }

    void insert(WebhookRow row, byte[] secret) {
        write("""
                insert into webhook (id, version, created_at, updated_at, url, description, record_types, disabled_reason, disabled_at, position, secret)
                values (:id, :version, :at, :at, :url, :description, string_to_array(:types, ','), :reason, :disabledAt, :position, :secret)""", row)
                .setParameter("position", row.position()).setParameter("secret", secret).executeUpdate();
    }

    /** Writes what a client may change, and whether it is enabled. */
    void update(WebhookRow row) {
        write("""
                update webhook set version = :version, updated_at = :at, url = :url, description = :description,
                       record_types = string_to_array(:types, ','), disabled_reason = :reason, disabled_at = :disabledAt,
                       failing_since = case when cast(:reason as varchar) is null then null else failing_since end
                 where id = :id""", row).executeUpdate();
    }

    private Query write(String sql, WebhookRow row) {
        return database.createNativeQuery(sql).setParameter("id", row.id()).setParameter("version", row.version())
                .setParameter("at", row.updatedAt()).setParameter("url", row.url()).setParameter("description", row.description())
                .setParameter("types", String.join(",", row.recordTypes())).setParameter("reason", row.disabledReason())
                .setParameter("disabledAt", row.disabledAt());
    }

    void rotate(UUID id, byte[] secret, Instant now, Instant until) {
        database.createNativeQuery("update webhook set version = version + 1, updated_at = :now, previous_secret = secret,"
                + " previous_secret_until = :until, secret = :secret where id = :id").setParameter("id", id).setParameter("secret", secret)
                .setParameter("now", now).setParameter("until", until).executeUpdate();
    }

    /** What does not sign any more is not kept. */
    void forgetSecrets(Instant now) {
        database.createNativeQuery("update webhook set previous_secret = null, previous_secret_until = null where previous_secret_until <= :now")
                .setParameter("now", now).executeUpdate();
    }

    void delete(UUID id) {
        database.createNativeQuery("delete from webhook where id = :id").setParameter("id", id).executeUpdate();
    }

    void moveTo(UUID id, long position) {
        database.createNativeQuery("update webhook set position = :position where id = :id").setParameter("id", id)
                .setParameter("position", position).executeUpdate();
    }

    void succeeded(UUID id) {
        database.createNativeQuery("update webhook set failing_since = null where id = :id and failing_since is not null")
                .setParameter("id", id).executeUpdate();
    }

    void failed(UUID id, Instant now) {
        database.createNativeQuery("update webhook set failing_since = :now where id = :id and failing_since is null")
                .setParameter("id", id).setParameter("now", now).executeUpdate();
    }

    /**
     * @param since only one that has failed since then or longer; null in any case
     * @return whether it was enabled
     */
    boolean disable(UUID id, String reason, Instant now, Instant since) {
        return database.createNativeQuery("update webhook set version = version + 1, updated_at = :now, disabled_reason = :reason, disabled_at = :now"
                + " where id = :id and disabled_reason is null and (cast(:since as timestamptz) is null or failing_since <= :since)")
                .setParameter("id", id).setParameter("reason", reason).setParameter("now", now).setParameter("since", since).executeUpdate() > 0;
    }

    private static List<UUID> ids(Query query) {
        return ((List<?>) query.getResultList()).stream().map(UUID.class::cast).toList();
    }

    private static Optional<WebhookRow> first(Query query) {
        return rows(query).stream().findFirst();
    }

    private static List<WebhookRow> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Tuple.class::cast).map(row -> new WebhookRow(row.get(0, UUID.class),
                row.get(1, Integer.class), row.get(2, Instant.class), row.get(3, Instant.class), row.get(4, String.class), row.get(5, String.class),
                types(row.get(6, String.class)), row.get(7, String.class), row.get(8, Instant.class), row.get(9, Instant.class),
                row.get(10, Long.class), row.get(11, Instant.class))).toList();
    }

    private static List<String> types(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }
}
