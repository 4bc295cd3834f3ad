package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sorts the events of an actor stands beside it, and is always what follows from the events and who took part in them. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class EventActorTest {
    private static final int WRITES = 120;
    private static final int ROUNDS = 12;

    @Inject
    DataSource database;

    @AfterEach
    void rows_shouldFollowFromTheOthers() throws SQLException {
        assertThat(Fingerprint.query(database, "(select 'too much: ' || cast(a as text) from (table event_actor except select * from event_actors()) a)"
                + " union all (select 'missing: ' || cast(a as text) from (select * from event_actors() except table event_actor) a)")).isEmpty();
        assertThat(Fingerprint.query(database, "select 1 from event_actor")).hasSizeGreaterThan(50);
    }

    /** Merges and their undoing, retractions and their undoing among them. */
    @Test
    void anyWrites_shouldLeaveNothingBehind() throws SQLException {
        RandomWrites writes = new RandomWrites(new Random(20_261_125));
        for (int i = 0; i < WRITES; i++) {
            writes.next();
            rows_shouldFollowFromTheOthers();
        }
        System.out.println("events of actors followed " + writes.summary());
    }

    @Test
    void actor_shouldStay_whileSomebodyElseActsInItsName() {
        UUID person = Make.person();
        UUID state = Make.state();
        JsonNode meeting = Make.meeting("participants", List.of(Make.participant(person, "onBehalfOfId", state)));
        String parts = "/meetings/" + Api.id(meeting) + "/participants";
        JsonNode observer = Api.create(parts, Make.participant(state, "role", "observer"));

        Api.delete(parts + "/" + Api.id(observer), observer);
        assertThat(Api.get("/events", "participantId", state).get("items")).hasSize(1);

        JsonNode other = Api.get(parts).at("/items/0");
        Api.delete(parts + "/" + Api.id(other), other);
        assertThat(Api.get("/events", "participantId", state).get("items")).isEmpty();
        assertThat(Api.get("/events", "participantId", person).get("items")).isEmpty();
    }

    /** Participants come and go while the event gets another name and another day. */
    @Test
    void writersAtOnce_shouldNotMissOneAnother() throws Exception {
        UUID state = Make.state();
        JsonNode meeting = Make.meeting("start", Make.day("2026-03-01"));
        String event = "/meetings/" + Api.id(meeting);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID person = Make.person();
            work.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    JsonNode participant = Api.create(event + "/participants", Make.participant(person, "onBehalfOfId", state));
                    if (round < ROUNDS - 1) {
                        Api.delete(event + "/participants/" + Api.id(participant), participant);
                    }
                }
                return null;
            });
        }
        work.add(() -> {
            JsonNode latest = meeting;
            for (int day = 2; day <= 28; day++) {
                latest = Api.patch(event, latest, Json.of("start", Make.day("2026-03-%02d".formatted(day)), "names", Make.names("Meeting " + day)));
            }
            return null;
        });
        together(work);
        assertThat(Api.get("/events", "participantId", state).at("/items/0/start/edtf").textValue()).isEqualTo("2026-03-28");
    }

    /** Whoever retracts the whole has it and wants its parts, whoever retracts a part has that and tells the whole. */
    @Test
    void retractionsAtOnce_shouldNotWaitForOneAnother() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode meeting = Make.meeting("participants", List.of(Make.participant(Make.person()), Make.participant(Make.person())));
            String event = "/meetings/" + Api.id(meeting);
            List<Callable<Integer>> work = new ArrayList<>();
            work.add(() -> Api.sendDelete(event, meeting).statusCode());
            Api.get(event + "/participants").get("items").forEach(part ->
                    work.add(() -> Api.sendDelete(event + "/participants/" + Api.id(part), part).statusCode()));

            assertThat(together(work)).contains(204).isSubsetOf(204, 404, 410);
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(work.size());
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : writers.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } finally {
            writers.shutdown();
        }
    }
}
