package org.chancery.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.chancery.record.Author;
import org.chancery.record.Ids;

/** Makes, lists and revokes API keys. */
@ApplicationScoped
public class ApiKeyService {
    private final EntityManager database;
    private final Clock clock;

    ApiKeyService(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A new key.
     *
     * @param expiresAt null for a key that does not expire
     * @return the whole key, which nobody can learn again
     */
    @Transactional
    public String create(String name, Collection<String> scopes, Instant expiresAt) {
        ApiKeyEntity key = new ApiKeyEntity();
        key.id = Ids.next();
        ApiKeySecret secret = ApiKeySecret.of(key.id);
        key.name = name;
        key.scopes = scopes.stream().distinct().sorted().toArray(String[]::new);
        key.secretHash = secret.hash();
        key.createdAt = now();
        key.createdBy = Author.current();
        key.expiresAt = expiresAt;
        database.persist(key);
        return secret.text();
    }

    /** Whether there is any key, be it revoked or expired. */
    @Transactional
    public boolean isAny() {
        return (Boolean) database.createNativeQuery("select exists (select from api_key)", Boolean.class).getSingleResult();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
