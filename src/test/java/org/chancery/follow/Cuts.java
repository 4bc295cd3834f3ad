package org.chancery.follow;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.awaitility.Awaitility;
import org.chancery.fixture.Clones;

/** Ends connections of the service in the middle of their work, which is what the database sees when the service dies. */
final class Cuts implements AutoCloseable {
    /** One that is at work; which one is left to chance. */
    private static final String CUT = "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and backend_type = 'client backend' and state in ('active', 'idle in transaction')"
            + " order by random() limit 1) one";

    /** Who would tell of each cut, in thousands of lines. */
    private static final List<Logger> LOUD = Stream.of("org.chancery.problem", "org.hibernate.orm.jdbc.error", "io.agroal.pool", "com.arjuna.ats")
            .map(Logger::getLogger).toList();

    private final EntityManager database;
    private final AtomicInteger made = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    Cuts(EntityManager database) {
        this.database = database;
    }

    void begin(int everyMilliseconds) {
        LOUD.forEach(logger -> logger.setLevel(Level.OFF));
        thread.scheduleWithFixedDelay(this::cut, everyMilliseconds, everyMilliseconds, TimeUnit.MILLISECONDS);
    }

    int made() {
        return made.get();
    }

    private void cut() {
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement(); ResultSet cut = sql.executeQuery(CUT)) {
            cut.next();
            made.addAndGet(cut.getInt(1));
        } catch (SQLException e) {
            // the pool may hand out one that was cut; the next time it will be another one
            if (!isCut(e)) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The transaction that is at work in this thread. */
    String transaction() {
        return (String) database.createNativeQuery("select cast(pg_current_xact_id() as text)", String.class).getSingleResult();
    }

    /** @param transaction null for one that did not begin */
    boolean isCommitted(String transaction) throws SQLException {
        if (transaction == null) {
            return false;
        }
        String[] status = {null};
        Awaitility.await().ignoreExceptions().until(() -> {
            try (Connection connection = Clones.connect();
                    PreparedStatement sql = connection.prepareStatement("select pg_xact_status(cast(? as xid8))")) {
                sql.setString(1, transaction);
                try (ResultSet row = sql.executeQuery()) {
                    row.next();
                    status[0] = row.getString(1);
                }
            }
            return !"in progress".equals(status[0]);
        });
        return "committed".equals(status[0]);
    }

    /** Whether it failed because its connection was cut. */
    static boolean isCut(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable each = open.remove();
            if (each instanceof XAException || each instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().matches("57P01|08.*")) {
                return true;
            }
            if (each.getCause() != null) {
                open.add(each.getCause());
            }
            open.addAll(Arrays.asList(each.getSuppressed()));
        }
        return false;
    }

    /** From now on all goes well: what was cut and nobody noticed is not used any more. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a connection is being cut for a minute");
        }
        LOUD.forEach(logger -> logger.setLevel(null));
        Arc.container().instance(AgroalDataSource.class).get().flush(AgroalDataSource.FlushMode.INVALID);
    }
}
