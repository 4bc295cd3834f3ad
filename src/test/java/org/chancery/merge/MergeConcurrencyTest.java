package org.chancery.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** While records are merged and taken apart, others write to them and to what refers to them: nobody fails, and nothing dangles. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergeConcurrencyTest {
    private static final int WRITERS = 8;
    private static final int WRITES = 25;

    @Inject
    EntityManager database;

    @Test
    void writers_shouldNotFail_whileRecordsAreMerged() throws Exception {
        List<UUID> people = List.of(Make.person(), Make.person(), Make.person());
        List<UUID> organizations = List.of(Make.organization("igo"), Make.organization("igo"));
        List<String> parts = new ArrayList<>();
        for (UUID person : people) {
            JsonNode meeting = Make.meeting("participants", List.of(Make.participant(person)));
            String path = "/meetings/" + Api.id(meeting);
            parts.add(path + "/participants/" + Api.get(path, "include", "participants").at("/participants/0/id").textValue());
            parts.add("/memberships/" + Api.id(Make.membership(person, organizations.get(0))));
        }
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            running.add(threads.submit((Callable<?>) () -> {
                for (int i = 0; i < WRITES; i++) {
                    Response answer = write(random, people, organizations, parts);
                    assertThat(answer.statusCode()).as(answer::asString).isLessThan(500);
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(statuses.get(200)).isGreaterThan(10);
        assertThat(database.createNativeQuery("""
                select f.from_id from record_reference f join record r on r.id = f.to_id where r.record_state <> 'published'""", UUID.class).getResultList())
                .as("references to what is not there").isEmpty();
        System.out.println("answers by status: " + statuses);
    }

    private static Response write(Random random, List<UUID> people, List<UUID> organizations, List<String> parts) {
        UUID one = people.get(random.nextInt(people.size()));
        UUID other = people.get(random.nextInt(people.size()));
        UUID organization = organizations.get(random.nextInt(organizations.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> merge("/people/" + one, other);
            case 2 -> Merging.sendUnmerge("/people", one);
            case 3 -> merge("/organizations/" + organization, organizations.get(random.nextInt(organizations.size())));
            case 4 -> Merging.sendUnmerge("/organizations", organization);
            case 5 -> patch("/people/" + one, Json.of("description", "number " + random.nextInt()));
            case 6 -> Api.post("/memberships", Json.of("memberId", one, "organizationId", organization, "status", "observer", "start",
                    String.valueOf(1900 + random.nextInt(100)), "end", "2000"));
            default -> {
                String part = parts.get(random.nextInt(parts.size()));
                yield part.startsWith("/memberships") ? patch(part, Json.of("memberId", one, "role", "number " + random.nextInt()))
                        : patch(part, Json.of("actorId", one, "ordinal", random.nextInt(100)));
            }
        };
    }

    private static Response patch(String path, Object members) {
        return given().contentType("application/merge-patch+json").header("If-Match", "*").body(members).patch("/v1" + path);
    }

    /** Of the version that the survivor has at that moment; where it is stale or merged itself, the service says so. */
    private static Response merge(String path, UUID survivor) {
        JsonNode kept = Json.read(given().get("/v1" + path.replaceFirst("[^/]*$", survivor.toString())).asString());
        return given().contentType("application/json").header("If-Match", "*")
                .body(Json.of("survivorId", survivor, "survivorVersion", kept.path("version").asInt(1))).post("/v1" + path + "/merge");
    }
}
