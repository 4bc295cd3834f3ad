package org.chancery.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.chancery.problem.ProblemException;

/** The answers of requests with an {@code Idempotency-Key}, in the database; one statement to look, one to keep. */
@ApplicationScoped
class KeptAnswers {
    /** What is kept takes away so many that are kept no longer. */
    private static final int GIVEN_UP_AT_ONCE = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final EntityManager database;
    private final Clock clock;

    KeptAnswers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A key belongs to who sends it. */
    record Key(String principal, String key) {
        /** Of the lock that is held while the request is at work; that of another key at worst lets that one wait. */
        long lock() {
            return ByteBuffer.wrap(DigestUtils.sha256(principal + "\0" + key)).getLong();
        }
    }

    /** An answer as it was sent; what it does not have is null. */
    record Kept(byte[] fingerprint, int status, String tag, String location, String language, String body) {
        Response response() {
            Response.ResponseBuilder answer = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")).entity(body)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).header(HttpHeaders.ETAG, tag).header(HttpHeaders.LOCATION, location);
            return answer.header(HttpHeaders.CONTENT_LANGUAGE, language).build();
        }
    }

    /**
     * What is kept for this key; if nothing, the key is this transaction's until it ends.
     *
     * @throws ProblemException 409 where it is another one's
     */
    Optional<Kept> claim(Key key) {
        Tuple row = (Tuple) database.createNativeQuery("""
                with turn as materialized (select pg_try_advisory_xact_lock(:lock) as mine)
                select t.mine, k.fingerprint, k.status, k.etag, k.location, k.content_language, k.body
                  from turn t left join kept_answer k on k.principal = :principal and k.key = :key and k.expires_at > :now""", Tuple.class)
                .setParameter("lock", key.lock()).setParameter("principal", key.principal()).setParameter("key", key.key())
                .setParameter("now", clock.instant()).getSingleResult();
        if (row.get(1) != null) {
            return Optional.of(new Kept(row.get(1, byte[].class), row.get(2, Integer.class), row.get(3, String.class), row.get(4, String.class),
                    row.get(5, String.class), row.get(6, String.class)));
        }
        if (!row.get(0, Boolean.class)) {
            throw atWork();
        }
        return Optional.empty();
    }

    /** @throws ProblemException 409 where another transaction has kept one since the key was claimed */
    void keep(Key key, Kept answer, Duration retention) {
        Instant now = clock.instant();
        int kept = database.createNativeQuery("""
                with old as (
                    select principal, key from kept_answer where expires_at <= :now and (principal, key) <> (:principal, :key)
                     order by expires_at limit :most for update skip locked),
                gone as (delete from kept_answer k using old o where k.principal = o.principal and k.key = o.key)
                insert into kept_answer (principal, key, fingerprint, status, etag, location, content_language, body, expires_at)
                values (:principal, :key, :fingerprint, :status, cast(:etag as text), cast(:location as text), cast(:language as text), :body, :expires)
                on conflict (principal, key) do update set fingerprint = excluded.fingerprint, status = excluded.status, etag = excluded.etag,
                    location = excluded.location, content_language = excluded.content_language, body = excluded.body, expires_at = excluded.expires_at
                 where kept_answer.expires_at <= :now""")
                .setParameter("principal", key.principal()).setParameter("key", key.key()).setParameter("now", now)
                .setParameter("most", GIVEN_UP_AT_ONCE).setParameter("fingerprint", answer.fingerprint()).setParameter("status", answer.status())
                .setParameter("etag", answer.tag()).setParameter("location", answer.location()).setParameter("language", answer.language())
                .setParameter("body", answer.body()).setParameter("expires", now.plus(retention)).executeUpdate();
        if (kept == 0) {
            throw atWork();
        }
    }

    private static ProblemException atWork() {
        return ProblemException.inProgress("A request with this Idempotency-Key is still at work.", RETRY_AFTER);
    }
}
