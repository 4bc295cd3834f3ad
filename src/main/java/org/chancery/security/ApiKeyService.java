package org.chancery.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.ApiKey;
import org.chancery.api.model.ApiKeyCreate;
import org.chancery.api.model.ApiKeyCreated;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.Author;
import org.chancery.record.Dates;
import org.chancery.record.Ids;

/** Makes, lists and revokes API keys. */
@ApplicationScoped
public class ApiKeyService {
    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager database;
    private final Clock clock;
    private final FieldPages pages;

    ApiKeyService(EntityManager database, Clock clock, FieldPages pages) {
        this.database = database;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * A new key.
     *
     * @param expiresAt null for a key that does not expire
     * @return the whole key, which nobody can learn again
     */
    @Transactional
    public String create(String name, Collection<String> scopes, Instant expiresAt) {
        return make(name, scopes, expiresAt).getKey();
    }

    /** @throws ProblemException 422 for a key that has expired before it is made */
    @Transactional
    ApiKeyCreated create(ApiKeyCreate document) {
        Instant expiresAt = document.getExpiresAt() == null ? null : document.getExpiresAt().toInstant();
        if (expiresAt != null && !expiresAt.isAfter(now())) {
            throw ProblemException.violated(Errors.at("/expiresAt", "in-the-past", "must be in the future"));
        }
        return make(document.getName(), document.getScopes(), expiresAt);
    }

    private ApiKeyCreated make(String name, Collection<String> scopes, Instant expiresAt) {
        ApiKeyEntity key = new ApiKeyEntity();
        key.id = Ids.next();
        ApiKeySecret secret = ApiKeySecret.of(key.id);
        key.name = name;
        key.scopes = scopes.stream().distinct().sorted().toArray(String[]::new);
        key.secretHash = secret.hash();
        key.createdAt = now();
        key.createdBy = Author.current();
        key.expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        database.persist(key);
        return new ApiKeyCreated().id(key.id).name(key.name).scopes(List.of(key.scopes)).createdAt(Dates.time(key.createdAt)).createdBy(key.createdBy)
                .expiresAt(Dates.time(key.expiresAt)).key(secret.text());
    }

    /** A page of all keys, the newest first. */
    @Transactional
    Page<ApiKey> list() {
        return pages.rows("api-keys", (after, limit) -> database.createQuery("from ApiKeyEntity k where k.id < :after order by k.id desc", ApiKeyEntity.class)
                .setParameter("after", after == null ? LAST : UUID.fromString(after)).setMaxResults(limit).getResultList(), key -> key.id.toString())
                .map(found -> found.stream().map(ApiKeyService::view).toList());
    }

    /** @throws ProblemException 404 */
    @Transactional
    ApiKey get(UUID id) {
        return view(found(id, LockModeType.NONE));
    }

    /**
     * Refuses the key from now on.
     *
     * @throws ProblemException 404
     */
    @Transactional
    ApiKey revoke(UUID id) {
        ApiKeyEntity key = found(id, LockModeType.PESSIMISTIC_WRITE);
        if (key.revokedAt == null) {
            key.revokedAt = now();
            key.revokedBy = Author.current();
        }
        return view(key);
    }

    private ApiKeyEntity found(UUID id, LockModeType lock) {
        ApiKeyEntity key = database.find(ApiKeyEntity.class, id, lock);
        if (key == null) {
            throw ProblemException.notFound("No API key has this id.");
        }
        return key;
    }

    /** Whether there is any key, be it revoked or expired. */
    @Transactional
    public boolean isAny() {
        return (Boolean) database.createNativeQuery("select exists (select from api_key)", Boolean.class).getSingleResult();
    }

    private static ApiKey view(ApiKeyEntity key) {
        return new ApiKey().id(key.id).name(key.name).scopes(List.of(key.scopes)).createdAt(Dates.time(key.createdAt)).createdBy(key.createdBy)
                .expiresAt(Dates.time(key.expiresAt)).lastUsedAt(Dates.time(key.lastUsedAt)).revokedAt(Dates.time(key.revokedAt)).revokedBy(key.revokedBy);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
