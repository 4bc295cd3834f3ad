package org.chancery.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.EventReader;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** One ordered log of all changes. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class ChangeLogTest {
    private static final int WRITERS = 6;
    private static final int ROUNDS = 25;

    /** Where the log ends now. */
    private static String end(Object... query) {
        String cursor = Api.get("/changes", with(query, "limit", 200)).get("resumeCursor").textValue();
        for (JsonNode page = after(cursor, query);; page = after(cursor, query)) {
            cursor = page.get("resumeCursor").textValue();
            if (!page.has("nextCursor")) {
                return cursor;
            }
        }
    }

    private static JsonNode after(String cursor, Object... query) {
        return Api.get("/changes", with(query, "limit", 200, "cursor", cursor));
    }

    private static Object[] with(Object[] query, Object... more) {
        List<Object> all = new ArrayList<>(List.of(query));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static List<String> told(JsonNode page) {
        List<String> told = new ArrayList<>();
        page.get("items").forEach(item -> told.add(item.get("recordType").textValue() + " " + item.get("recordId").textValue() + " "
                + item.get("version") + " " + item.get("operation").textValue()));
        return told;
    }

    @Test
    void log_shouldTellEachChangeOnce_inOrder() {
        String cursor = end();
        String path = "/people/" + Make.person();
        Api.patch(path, Api.get(path), Json.of("description", "x"));
        UUID meeting = Api.id(Make.meeting("participants", List.of(Make.participant(UUID.fromString(path.substring(8))))));
        JsonNode page = after(cursor);

        assertThat(told(page)).hasSize(4).startsWith("person " + path.substring(8) + " 1 created", "person " + path.substring(8) + " 2 updated");
        assertThat(page.at("/items/1/pointers")).isEqualTo(Json.read("[\"/description\"]"));
        assertThat(page.at("/items/1/href").textValue()).isEqualTo("/v1" + path);
        assertThat(page.get("items")).anySatisfy(change -> {
            assertThat(change.get("recordType").textValue()).isEqualTo("participation");
            assertThat(change.get("parentId").textValue()).isEqualTo(meeting.toString());
            assertThat(change.get("href").textValue()).isEqualTo("/v1/meetings/" + meeting + "/participants/" + change.get("recordId").textValue());
            assertThat(Api.fetch(change.get("href").textValue().substring(3)).statusCode()).isEqualTo(200);
        });
        assertThat(after(page.get("resumeCursor").textValue()).get("items")).isEmpty();
        assertThat(told(after(page.at("/items/1/cursor").textValue()))).isEqualTo(told(page).subList(2, 4));
    }

    @Test
    void log_shouldBeReadToItsEnd_pageByPage() {
        List<String> whole = new ArrayList<>();
        JsonNode page = Api.get("/changes", "limit", 199);
        whole.addAll(told(page));
        while (page.has("nextCursor")) {
            page = Api.get("/changes", "limit", 199, "cursor", page.get("nextCursor").textValue());
            whole.addAll(told(page));
        }

        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThan(500);
    }

    @Test
    void log_shouldTellOfWhatIsAskedFor() {
        String series = end("recordType", "series");
        UUID made = Make.series();
        UUID person = Make.person();

        assertThat(told(after(series, "recordType", "series"))).containsExactly("series " + made + " 1 created");
        assertThat(told(Api.get("/changes", "recordId", person))).containsExactly("person " + person + " 1 created");
        assertThat(Api.fetch("/changes", "cursor", series).statusCode()).isEqualTo(400);
    }

    /** Transactions that begin early and commit late are what makes a log by numbers lose changes. */
    @Test
    void log_shouldLoseNothing_whenWritersCommitOutOfOrder() throws Exception {
        String cursor = end();
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        List<String> read = new ArrayList<>();
        List<String> streamed = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        UUID person = Make.person();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int seed = writer;
                writers.add(threads.submit(() -> {
                    write(new Random(seed), 1_000_000 * (seed + 1), person, written);
                    return null;
                }));
            }
            Future<?> reader = threads.submit(() -> {
                String next = cursor;
                boolean last = false;
                while (!last) {
                    last = done.get();
                    JsonNode page = Api.get("/changes", "limit", 7, "cursor", next);
                    page.get("items").forEach(item -> read.add(item.get("recordId").textValue() + " " + item.get("version")));
                    last &= !page.has("nextCursor");
                    next = page.get("resumeCursor").textValue();
                }
            });
            Future<?> follower = threads.submit(() -> follow(cursor, streamed));
            for (Future<?> writer : writers) {
                writer.get(120, TimeUnit.SECONDS);
            }
            done.set(true);
            reader.get(120, TimeUnit.SECONDS);
            Make.series();
            follower.get(120, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        written.add(person + " 1");
        assertThat(read).containsExactlyInAnyOrderElementsOf(written);
        assertThat(streamed).isEqualTo(read);
    }

    /** By the stream, whose connection breaks again and again, up to the first series. */
    private static Void follow(String cursor, List<String> streamed) throws IOException {
        Random random = new Random(7);
        String last = cursor;
        while (true) {
            try (EventReader events = EventReader.open(last)) {
                for (int i = random.nextInt(40); i >= 0; i--) {
                    JsonNode change = events.next();
                    last = events.lastId();
                    if (change.get("recordType").textValue().equals("series")) {
                        return null;
                    }
                    streamed.add(change.get("recordId").textValue() + " " + change.get("version"));
                }
            }
        }
    }

    /** Writes as the service does, but waits at random between writing and committing, and gives some up. */
    private static void write(Random random, int first, UUID person, List<String> written) throws SQLException, InterruptedException {
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < ROUNDS; round++) {
                List<String> pending = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    int number = first + round * 10 + i;
                    sql.executeUpdate("insert into revision (record_id, number, at, author, operation, before, after) values ('" + person + "', "
                            + number + ", now(), 'test', 'updated', '{}', '{}')");
                    sql.executeUpdate("insert into change_outbox (record_id, number) values ('" + person + "', " + number + ")");
                    pending.add(person + " " + number);
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    written.addAll(pending);
                }
            }
            connection.setAutoCommit(true);
        }
    }
}
