package org.chancery.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds the principal {@code key:<id>} of a key, by one statement for each request: nothing is cached, so a key that is revoked is refused
 * from then on by every instance.
 */
@ApplicationScoped
class ApiKeyProvider implements IdentityProvider<ApiKeyRequest> {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

    private final DataSource database;
    private final Clock clock;

    ApiKeyProvider(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request.key()));
    }

    private SecurityIdentity identify(ApiKeySecret key) {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(
                "select secret_hash, scopes, expires_at, revoked_at, last_used_at from api_key where id = ?")) {
            select.setObject(1, key.id());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !MessageDigest.isEqual(row.getBytes(1), key.hash())) {
                    throw new AuthenticationFailedException("There is no such API key.");
                }
                Instant now = clock.instant();
                if (row.getTimestamp(4) != null) {
                    throw new AuthenticationFailedException("The API key was revoked.");
                }
                if (isBefore(row.getTimestamp(3), now)) {
                    throw new AuthenticationFailedException("The API key has expired.");
                }
                Timestamp lastUse = row.getTimestamp(5);
                if (lastUse == null || isBefore(lastUse, now.minus(USE_NOTED_EVERY))) {
                    noteUse(connection, key.id(), now);
                }
                return identity(key.id(), row.getArray(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the API key cannot be looked up", e);
        }
    }

    private static boolean isBefore(Timestamp time, Instant now) {
        return time != null && !time.toInstant().isAfter(now);
    }

    private static void noteUse(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update api_key set last_used_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private static SecurityIdentity identity(UUID id, Array scopes) throws SQLException {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("key:" + id)).addRoles(Set.of((String[]) scopes.getArray())).build();
    }
}
