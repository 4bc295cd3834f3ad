package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The instant of the current transaction: all that it writes is known from then on, its revisions and their rows alike. Taken once, when it
 * is asked for first, and told to the database, which keeps the history of the rows.
 */
@ApplicationScoped
class Moment {
    private static final String KEY = Moment.class.getName();

    private final EntityManager database;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;

    Moment(EntityManager database, Clock clock, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
    }

    Instant instant() {
        Instant taken = (Instant) transaction.getResource(KEY);
        // what the database keeps of it: microseconds
        return taken == null ? take(clock.instant().truncatedTo(ChronoUnit.MICROS)) : taken;
    }

    /** What was changed by a clock that runs ahead of this one changes again no earlier. */
    void notBefore(Instant earliest) {
        if (instant().isBefore(earliest)) {
            take(earliest);
        }
    }

    private Instant take(Instant instant) {
        database.createNativeQuery("select set_config('chancery.now', :instant, true)", String.class).setParameter("instant", instant.toString())
                .setFlushMode(FlushModeType.COMMIT).getSingleResult();
        transaction.putResource(KEY, instant);
        return instant;
    }
}
