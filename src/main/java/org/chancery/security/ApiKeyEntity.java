package org.chancery.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A key without its secret. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {
    @Id
    UUID id;
    String name;
    String[] scopes;
    byte[] secretHash;
    Instant createdAt;
    String createdBy;
    Instant expiresAt;
    Instant lastUsedAt;
    Instant revokedAt;
    String revokedBy;
}
