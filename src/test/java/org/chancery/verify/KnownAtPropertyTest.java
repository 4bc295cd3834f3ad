package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.TestClock;
import org.chancery.verify.ContractDocument.Operation;
import org.chancery.verify.ContractDocument.Parameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the registry said at an instant, it says of that instant for ever: any read after any write, of one record or a list, nested or in
 * another format, answers with {@code asKnownAt} what it answered then.
 */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class KnownAtPropertyTest {
    private static final int WRITES = 40;
    /** Of all reads, how many are made after a write. */
    private static final double READ = 0.2;

    private record Read(Instant at, Operation operation, Call call, Call.Answer answer) {
    }

    /** Goes on from one series of writes to the next, as their records do. */
    private static Instant now = TestClock.START;

    @AfterAll
    static void standStill() {
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_125, 4})
    void answer_shouldBeThatOfThen_whateverWasWrittenSince(long seed) {
        Random random = new Random(seed);
        RandomWrites writes = new RandomWrites(random);
        List<Read> reads = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            now = now.plus(Duration.ofNanos(1000L * (1 + random.nextInt(1 << random.nextInt(1, 31)))));
            TestClock.at(now.toString());
            writes.next();
            for (Operation operation : operations()) {
                if (random.nextDouble() < READ) {
                    Call call = call(operation, writes, random);
                    reads.add(new Read(now, operation, call, call.send()));
                }
            }
        }
        now = now.plus(Duration.ofDays(400));
        TestClock.at(now.toString());

        Map<String, Integer> differing = new ConcurrentSkipListMap<>();
        List<String> examples = reads.parallelStream().flatMap(read -> {
            Call.Answer again = read.call().at(read.call().path()).query("asKnownAt", read.at().toString()).send();
            if (comparable(again).equals(comparable(read.answer()))) {
                return Stream.empty();
            }
            differing.merge(read.operation().id(), 1, Integer::sum);
            return Stream.of(read.answer() + "\nand of that instant " + again);
        }).limit(5).collect(Collectors.toList());

        Map<Integer, Long> statuses = reads.stream().collect(Collectors.groupingBy(read -> read.answer().status(), TreeMap::new, Collectors.counting()));
        System.out.println("asKnownAt: " + reads.size() + " answers of " + operations().size() + " operations after " + WRITES + " writes ("
                + writes.summary() + ") compared with what was answered then, by status " + statuses);
        assertThat(examples).as(differing.toString()).isEmpty();
        assertThat(statuses).containsKeys(200, 410);
    }

    static List<Operation> operations() {
        return ContractDocument.operations().stream().filter(operation -> operation.query("asKnownAt").isPresent()).toList();
    }

    private static Call call(Operation operation, RandomWrites writes, Random random) {
        Call call = Call.get(writes.path(operation.path()));
        for (Parameter parameter : operation.in("query")) {
            switch (parameter.name()) {
                case "limit" -> call.query("limit", parameter.schema().get("maximum").asText());
                case "include" -> call.query("include", words(parameter));
                case "asOf" -> {
                    if (random.nextInt(3) == 0) {
                        call.query("asOf", "20" + (19 + random.nextInt(9)) + "-06-15");
                    }
                }
                case "participantId", "actorId", "personId", "memberId", "ofActorId" -> {
                    if (parameter.required() || random.nextInt(6) == 0) {
                        call.query(parameter.name(), writes.actor());
                    }
                }
                default -> {
                    if (parameter.required()) {
                        call.query(parameter.name(), writes.value(parameter.name(), parameter.node().path("example").asText()));
                    }
                }
            }
        }
        return random.nextBoolean() ? call : call.header("Accept-Language", "uk");
    }

    private static String words(Parameter include) {
        List<String> words = new ArrayList<>();
        include.value().get("enum").forEach(word -> words.add(word.asText()));
        return String.join(",", words);
    }

    /** Status and content; addresses of the same with the parameter are the same, and cursors are bound to it. */
    private static String comparable(Call.Answer answer) {
        boolean itself = answer.body().contains("/events.");
        // calendars fold their lines
        String body = itself ? answer.body().replaceAll("\r\n ", "").replaceAll("(&amp;|[?&])asKnownAt=[^&\"<\\s]*", "") : answer.body();
        boolean paged = body.contains("nextCursor");
        return answer.status() + (itself || paged ? "" : answer.header("ETag")) + body.replaceAll("\"nextCursor\":\"[^\"]*\"", "");
    }
}
