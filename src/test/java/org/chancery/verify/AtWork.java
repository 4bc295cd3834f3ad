package org.chancery.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.chancery.fixture.Clones;
import org.chancery.verify.ContractDocument.Operation;

/** Requests that come while the same one is at work (409). */
final class AtWork {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AtWork() {
    }

    /** The request is at work until this one, its copy, is answered. */
    static Call request(Operation operation) {
        Call call = World.valid(operation).header("Idempotency-Key", World.randomId());
        Call copy = call.at(call.path());
        try {
            Connection lock = Clones.connect();
            lock.setAutoCommit(false);
            Statement sql = lock.createStatement();
            sql.execute("lock table kept_answer in exclusive mode");
            Thread first = new Thread(call::send, "first");
            first.start();
            Awaitility.await().atMost(PATIENCE).until(() -> waits(sql));
            return copy.afterwards(() -> release(lock, first));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean waits(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select exists (select 1 from pg_locks where relation = 'kept_answer'::regclass and not granted)")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void release(Connection lock, Thread first) {
        try (lock) {
            lock.rollback();
            first.join();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
