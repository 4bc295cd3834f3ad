package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Many writers on one record at once: each version has one winner, and nothing that was written is lost. */
@QuarkusTest
class ConcurrencyTest {
    private static final int WRITERS = 100;
    private static final int ROUNDS = 3;

    @Inject
    DataSource database;

    private record Try(int version, String text, int status) {
    }

    @Test
    void writers_shouldWinOneVersionEach_whenTheyComeAtOnce() throws Exception {
        String id = World.create("createOrganization");
        String path = "/v1/organizations/" + id;
        List<Try> tries = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier start = new CyclicBarrier(WRITERS);

        together(WRITERS, writer -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                Call.Answer read = Call.get(path).send().with(200);
                start.await(60, TimeUnit.SECONDS);
                String text = "round " + round + " by writer " + writer;
                Call.Answer answer = Call.patch(path, read.header("ETag"), World.object().put("description", text)).send();
                tries.add(new Try(read.json().get("version").intValue(), text, answer.status()));
            }
            return null;
        });

        List<Try> winners = tries.stream().filter(each -> each.status() == 200).toList();
        assertThat(tries).hasSize(WRITERS * ROUNDS).allMatch(each -> each.status() == 200 || each.status() == 412);
        assertThat(winners).extracting(Try::version).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(ROUNDS);
        JsonNode last = Call.get(path).send().with(200).json();
        assertThat(last.get("version").intValue()).isEqualTo(1 + winners.size());
        Map<Integer, String> written = new TreeMap<>();
        winners.forEach(winner -> written.put(winner.version() + 1, winner.text()));
        assertThat(descriptions(id)).isEqualTo(written);
        assertThat(last.get("description").textValue()).isEqualTo(written.get(last.get("version").intValue()));
    }

    /** What each revision but the first wrote, after all of them are found without a gap and each begins where the one before ended. */
    private Map<Integer, String> descriptions(String id) throws SQLException, IOException {
        List<String> rows = Fingerprint.query(database, "select json_build_object('number', number, 'operation', operation, 'before', before,"
                + " 'after', after) from revision where record_id = '" + id + "' order by number");
        Map<Integer, String> descriptions = new TreeMap<>();
        JsonNode before = null;
        for (int i = 0; i < rows.size(); i++) {
            JsonNode revision = new ObjectMapper().readTree(rows.get(i));
            assertThat(revision.get("number").intValue()).as("revisions without a gap").isEqualTo(i + 1);
            assertThat(revision.get("operation").textValue()).isEqualTo(i == 0 ? "created" : "updated");
            if (i > 0) {
                assertThat(revision.get("before")).as("revision " + (i + 1) + " begins where " + i + " ended").isEqualTo(before);
                descriptions.put(i + 1, revision.at("/after/description").textValue());
            }
            before = revision.get("after");
        }
        return descriptions;
    }

    @Test
    void creators_shouldGetOneRecord_whenTheyClaimOneIdentifierAtOnce() throws Exception {
        JsonNode document = ContractDocument.example("OrganizationCreate").set("identifiers", World.identifiers());
        Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

        together(20, creator -> () -> {
            int status = Call.post("/v1/organizations", document).send().status();
            return statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
        });

        assertThat(statuses.keySet()).containsExactlyInAnyOrder(201, 409);
        assertThat(statuses.get(201)).hasValue(1);
    }

    @Test
    void holders_shouldGetTheSeatOnce_whenTheyClaimItAtOnce() throws Exception {
        String office = World.create("/v1/positions", ContractDocument.example("PositionCreate").put("seats", 1)).id();
        JsonNode document = ContractDocument.example("OccupancyCreate").put("positionId", office).put("acting", false).put("end", "2026-03-01");
        Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

        together(20, creator -> () -> {
            int status = Call.post("/v1/occupancies", document).send().status();
            return statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
        });

        assertThat(statuses.keySet()).containsExactlyInAnyOrder(201, 409);
        assertThat(statuses.get(201)).hasValue(1);
    }

    @Test
    void ring_shouldNotBeClosed_whenTwoPartsTakeEachOtherAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<String> meetings = List.of(World.create("createMeeting"), World.create("createMeeting"));
            List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());

            together(2, part -> () -> statuses.add(Call.patch("/v1/meetings/" + meetings.get(part), "*",
                    World.object().put("partOfId", meetings.get(1 - part))).send().status()));

            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void reference_shouldNotDangle_whenItsRecordIsRetractedAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String parent = World.create("createOrganization");
            JsonNode child = ContractDocument.example("OrganizationCreate").put("parentId", parent);
            List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());

            together(2, side -> () -> statuses.add(side == 0 ? Call.post("/v1/organizations", child).send().status()
                    : Call.of("DELETE", "/v1/organizations/" + parent).query("reason", "entered twice").header("If-Match", "*").send().status()));

            // either the child came first and keeps its parent, or the parent went first and there is no child
            assertThat(List.of(List.of(201, 409), List.of(204, 422))).contains(statuses.stream().sorted().toList());
        }
    }

    private interface Work {
        Callable<?> of(int number);
    }

    private static void together(int workers, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(0, workers).forEach(number -> running.add(threads.submit(work.of(number))));
            for (Future<?> each : running) {
                each.get(120, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
