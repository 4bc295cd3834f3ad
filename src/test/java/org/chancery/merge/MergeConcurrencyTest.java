package org.chancery.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** While records are merged and taken apart, others write to them and to what refers to them: nobody fails, and nothing dangles. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergeConcurrencyTest {
    private static final int WRITERS = 7;
    private static final int MERGES = 12;
    private static final int MEETINGS = 15;

    /** As in Records: the lock that writes share. */
    private static final long LOCK = 0x77726974657273L;

    @Inject
    EntityManager database;
    @Inject
    DataSource connections;

    @Test
    void merge_shouldBeRefused_whileAWriteDoesNotEnd() throws Exception {
        UUID gone = Make.person();
        UUID kept = Make.person();
        try (Connection writer = connections.getConnection()) {
            writer.setAutoCommit(false);
            try (PreparedStatement lock = writer.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
                lock.setLong(1, LOCK);
                lock.execute();
            }
            assertThat(Api.error(Merging.send("/people", gone, kept, false), 409).get("code").textValue()).isEqualTo("busy");
            assertThat(patch("/people/" + kept, Json.of("description", "others write on")).statusCode()).isEqualTo(200);
            writer.rollback();
        }

        assertThat(merge(gone, kept).statusCode()).isEqualTo(200);
    }

    @Test
    void writers_shouldNotFail_whileRecordsAreMerged() throws Exception {
        UUID gone = Make.person();
        UUID kept = Make.person();
        // one for each, or they would belong to one twice
        Map<UUID, UUID> organizations = Map.of(gone, Make.organization("igo"), kept, Make.organization("igo"));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < MEETINGS; i++) {
            String meeting = "/meetings/" + Api.id(Make.meeting());
            parts.add(meeting + "/participants/" + Api.id(Api.create(meeting + "/participants", Make.participant(i % 2 == 0 ? gone : kept))));
        }
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        AtomicBoolean merging = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<?>> running = new ArrayList<>();
        running.add(threads.submit(() -> {
            try {
                for (int i = 0; i < MERGES; i++) {
                    count(answers, "merge", merge(gone, kept));
                    count(answers, "unmerge", Merging.sendUnmerge("/people", gone));
                }
            } finally {
                merging.set(false);
            }
        }));
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            running.add(threads.submit(() -> {
                while (merging.get()) {
                    UUID one = random.nextBoolean() ? gone : kept;
                    switch (random.nextInt(4)) {
                        case 0 -> count(answers, "person", patch("/people/" + one, Json.of("description", "number " + random.nextInt())));
                        case 1 -> count(answers, "membership", Api.post("/memberships", Json.of("memberId", one, "organizationId", organizations.get(one),
                                "status", "observer", "start", String.valueOf(1000 + random.nextInt(900)), "end", "1900")));
                        default -> count(answers, "participation", patch(parts.get(random.nextInt(MEETINGS)),
                                Json.of("actorId", one, "ordinal", random.nextInt(100))));
                    }
                }
            }));
        }
        for (Future<?> each : running) {
            each.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(answers.get("merge 200")).isGreaterThan(MERGES / 4);
        assertThat(answers.keySet()).contains("unmerge 200", "participation 200", "participation 422", "membership 201", "person 200");
        assertThat(database.createNativeQuery("""
                select f.from_id from record_reference f join record r on r.id = f.to_id where r.record_state <> 'published'""", UUID.class).getResultList())
                .as("references to what is not there").isEmpty();
        System.out.println("answers: " + new TreeMap<>(answers));
    }

    private static void count(Map<String, Integer> answers, String what, Response answer) {
        assertThat(answer.statusCode()).as(() -> what + " " + answer.asString()).isLessThan(500);
        answers.merge(what + " " + answer.statusCode(), 1, Integer::sum);
    }

    private static Response patch(String path, Object members) {
        return given().contentType("application/merge-patch+json").header("If-Match", "*").body(members).patch("/v1" + path);
    }

    /** Of the version that the survivor has at that moment: where somebody was faster, again. */
    private static Response merge(UUID gone, UUID kept) {
        Response answer;
        do {
            answer = given().contentType("application/json").header("If-Match", "*")
                    .body(Json.of("survivorId", kept, "survivorVersion", Api.get("/people/" + kept).get("version").intValue()))
                    .post("/v1/people/" + gone + "/merge");
        } while (answer.asString().contains("stale-version"));
        return answer;
    }
}
