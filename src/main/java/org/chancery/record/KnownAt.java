package org.chancery.record;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.chancery.contract.RequestParameters;

/**
 * Lets a request with {@code asKnownAt} see what the registry said then: each of its transactions begins with that instant and with the
 * schema {@code known} before the tables themselves, so that no query knows of it. Both settings end with the transaction.
 */
@ApplicationScoped
public class KnownAt {
    /** The years that PostgreSQL writes as ISO 8601 does. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private final EntityManager database;
    private final RequestParameters parameters;

    KnownAt(EntityManager database, RequestParameters parameters) {
        this.database = database;
        this.parameters = parameters;
    }

    /** The instant at which the answer was known, in microseconds as the database has it; empty for what is known now. */
    public Optional<Instant> instant() {
        return Arc.container().requestContext().isActive() ? parameters.instant("asKnownAt").map(KnownAt::within) : Optional.empty();
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Not by {@code set_config}: a transaction may still be given its isolation level after these, not after a query. */
    void look(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        instant().ifPresent(instant -> database
                .createNativeQuery("set local chancery.known_at = '" + instant + "'; set local search_path = known, public")
                .setFlushMode(FlushModeType.COMMIT).executeUpdate());
    }
}
