package org.chancery.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Make;
import org.chancery.record.Restorations;
import org.chancery.record.ServiceRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever takes the exports and follows the log has the registry, whatever happens meanwhile. */
@QuarkusTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SyncClientTest {
    private static final int WRITERS = 3;
    private static final int WRITES = 10_000;
    /** In milliseconds. */
    private static final int CUT_EVERY = 400;
    /** Between two looks at the log, in milliseconds. */
    private static final int PAUSE = 50;
    private static final long SEED = 20261125;

    @TestHTTPResource("/")
    URI service;
    @Inject
    ServiceRegistry services;
    @Inject
    Restorations restorations;
    @Inject
    EntityManager database;

    @Test
    void copy_shouldEqualTheRegistry_afterRandomWritesAndCrashes() throws Exception {
        RegistryCopy copy = new RegistryCopy(service, new Random(SEED));
        copy.catchUp();
        Set<String> before = revisions();
        Cuts cuts = new Cuts(database);
        List<RandomWriter> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new RandomWriter(service, services, restorations, cuts, SEED + i, Make.state()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (cuts) {
            cuts.begin(CUT_EVERY);
            List<Future<?>> writing = new ArrayList<>();
            for (RandomWriter writer : writers) {
                writing.add(threads.submit(() -> {
                    writer.write(WRITES / WRITERS + 1);
                    return null;
                }));
            }
            while (!writing.stream().allMatch(Future::isDone)) {
                copy.catchUp();
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
            for (Future<?> each : writing) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        copy.catchUp();

        RegistryCopy registry = new RegistryCopy(service, null);
        registry.catchUp();
        Set<String> written = revisions();
        written.removeAll(before);
        Set<String> lost = new HashSet<>(written);
        lost.removeAll(copy.delivered());
        int writes = writers.stream().mapToInt(RandomWriter::writes).sum();
        int rolledBack = writers.stream().mapToInt(RandomWriter::rolledBack).sum();
        int cutOff = writers.stream().mapToInt(RandomWriter::cutOff).sum();
        int merges = writers.stream().mapToInt(RandomWriter::merges).sum();
        int unmerges = writers.stream().mapToInt(RandomWriter::unmerges).sum();
        System.out.println(writes + " random writes (seed " + SEED + "), " + merges + " of them merges and " + unmerges + " undone, "
                + rolledBack + " transactions rolled back, " + cuts.made() + " connections of the service cut, " + cutOff + " transactions with them, "
                + copy.crashes() + " crashes of the client, " + copy.outages() + " of its requests unanswered: " + written.size() + " changes, "
                + copy.changes() + " delivered, " + lost.size() + " lost; " + copy.store().size() + " records in the copy");

        assertThat(writes).isGreaterThanOrEqualTo(WRITES);
        assertThat(rolledBack).isPositive();
        assertThat(cutOff).isPositive();
        assertThat(merges).isPositive();
        assertThat(unmerges).isPositive();
        assertThat(copy.crashes()).isGreaterThan(10);
        assertThat(copy.exports()).isLessThan(5);
        assertThat(lost).isEmpty();
        assertEqual(copy.own(), registry.own());
    }

    @Test
    void copy_shouldBeTakenAnew_whenTheLogDoesNotReachBack() throws Exception {
        RegistryCopy copy = new RegistryCopy(service, null);
        copy.catchUp();
        UUID person = Make.person();
        UUID source = Make.source();
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
            // as retention does; the outbox is empty once somebody has read
            new RegistryCopy(service, null).catchUp();
            sql.executeUpdate("update change_floor set position = (select max(position) from change)");
            sql.executeUpdate("delete from change");
        }

        copy.catchUp();

        assertThat(copy.exports()).isEqualTo(2);
        assertThat(copy.store()).containsKeys(person.toString(), source.toString());
        Make.person();
        copy.catchUp();
        assertThat(copy.exports()).isEqualTo(2);
        RegistryCopy registry = new RegistryCopy(service, null);
        registry.catchUp();
        assertEqual(copy.own(), registry.own());
    }

    private static void assertEqual(Map<String, JsonNode> copy, Map<String, JsonNode> registry) {
        assertThat(copy.keySet()).isEqualTo(registry.keySet());
        List<String> different = registry.keySet().stream().filter(id -> !copy.get(id).equals(registry.get(id)))
                .map(id -> copy.get(id) + "\n" + registry.get(id)).limit(3).toList();
        assertThat(different).isEmpty();
    }

    /** All that was ever written, as record and version. */
    private static Set<String> revisions() throws SQLException {
        Set<String> revisions = new HashSet<>();
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select record_id || ' ' || number from revision")) {
            while (rows.next()) {
                revisions.add(rows.getString(1));
            }
        }
        return revisions;
    }
}
