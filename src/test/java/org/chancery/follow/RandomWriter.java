package org.chancery.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.chancery.fixture.Credentials;
import org.chancery.fixture.Json;
import org.chancery.participation.SubRecordService;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.Restorations;
import org.chancery.record.ServiceRegistry;

/**
 * Writes at random through the service's own services, several writes a transaction; some transactions wait before they commit, some are
 * rolled back, and some are cut off. What it writes on is its own, so that writers side by side refuse one another nothing.
 */
final class RandomWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Records that nothing else refers to, so that merging them is never refused for another one's sake. */
    private static final Map<RecordType, String> MERGED = Map.of(RecordType.PERSON, "people", RecordType.ORGANIZATION, "organizations",
            RecordType.SERIES, "series");
    private static final List<RecordType> TYPES = List.of(RecordType.PERSON, RecordType.ORGANIZATION, RecordType.SOURCE, RecordType.SERIES,
            RecordType.MEETING, RecordType.MEETING, RecordType.SUMMIT);

    private static final int FAILED = 500;
    private static final int MOST_AGAIN = 20;

    private record Live(RecordType type, UUID id, List<UUID> parts) {
    }

    private record Union(RecordType type, Live survivor, Live gone) {
    }

    /** A transaction that is given up. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private final ServiceRegistry services;
    private final Restorations restorations;
    private final Cuts cuts;
    private final Random random;
    private final UUID actor;
    private final List<Union> unions = new ArrayList<>();
    private int merges;
    private int unmerges;
    private List<Live> live = new ArrayList<>();
    private List<Live> retracted = new ArrayList<>();
    private int writes;
    private int rolledBack;
    private int cutOff;

    /** @param actor a state that takes part in its events */
    RandomWriter(URI service, ServiceRegistry services, Restorations restorations, Cuts cuts, long seed, UUID actor) {
        this.service = service;
        this.services = services;
        this.restorations = restorations;
        this.cuts = cuts;
        this.random = new Random(seed);
        this.actor = actor;
    }

    int writes() {
        return writes;
    }

    int rolledBack() {
        return rolledBack;
    }

    /** Transactions that were cut off before they were committed. */
    int cutOff() {
        return cutOff;
    }

    int merges() {
        return merges;
    }

    int unmerges() {
        return unmerges;
    }

    /** So many writes that are committed, or a few more. */
    void write(int count) throws IOException, InterruptedException, SQLException {
        while (writes < count) {
            if (random.nextInt(3) == 0) {
                unite();
            }
            List<Live> liveBefore = new ArrayList<>(live);
            List<Live> retractedBefore = new ArrayList<>(retracted);
            int size = 1 + random.nextInt(20);
            boolean givenUp = random.nextInt(12) == 0;
            boolean late = random.nextInt(10) == 0;
            String[] transaction = {null};
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    transaction[0] = cuts.transaction();
                    for (int i = 0; i < size; i++) {
                        one();
                    }
                    if (late) {
                        sleep(random.nextInt(40));
                    }
                    if (givenUp) {
                        throw new GivenUp();
                    }
                });
                writes += size;
            } catch (GivenUp e) {
                rolledBack++;
                live = liveBefore;
                retracted = retractedBefore;
            } catch (RuntimeException e) {
                if (!Cuts.isCut(e)) {
                    throw e;
                }
                // before its commit or behind it: only the database knows
                if (cuts.isCommitted(transaction[0])) {
                    writes += size;
                } else {
                    cutOff++;
                    live = liveBefore;
                    retracted = retractedBefore;
                }
            }
        }
    }

    /** Merges two records, or undoes it; over HTTP, in a transaction of its own. */
    private void unite() throws IOException, InterruptedException {
        if (!unions.isEmpty() && random.nextBoolean()) {
            Union union = unions.remove(random.nextInt(unions.size()));
            post(union, "unmerge", Map.of());
            unmerges++;
            live.add(union.survivor());
            live.add(union.gone());
            return;
        }
        List<Live> candidates = live.stream().filter(each -> MERGED.containsKey(each.type())).toList();
        if (candidates.size() < 2) {
            return;
        }
        Live survivor = candidates.get(random.nextInt(candidates.size()));
        Live gone = candidates.get(random.nextInt(candidates.size()));
        if (survivor.type() != gone.type() || survivor.id().equals(gone.id())) {
            return;
        }
        int version = Json.read(send(HttpRequest.newBuilder(service.resolve("/v1/" + MERGED.get(survivor.type()) + "/" + survivor.id()))).body())
                .get("version").intValue();
        Union union = new Union(survivor.type(), survivor, gone);
        if (post(union, "merge", Json.of("survivorId", survivor.id(), "survivorVersion", version)) == 200) {
            merges++;
            unions.add(union);
            live.removeAll(List.of(survivor, gone));
        }
    }

    /** With the same key until it is answered, so that it is done once. @return 200, or 409 where they cannot be one */
    private int post(Union union, String what, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/v1/" + MERGED.get(union.type()) + "/" + union.gone().id() + "/" + what))
                .header("If-Match", "*").header(Credentials.HEADER, Credentials.WRITER.key())
                .header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        HttpResponse<String> answer = send(body.isEmpty() ? request.POST(HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (answer.statusCode() != 200 && !(what.equals("merge") && answer.statusCode() == 409)) {
            throw new AssertionError(what + " answered " + answer.statusCode() + " " + answer.body());
        }
        writes += answer.statusCode() == 200 ? 1 : 0;
        return answer.statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int again = 0; again < MOST_AGAIN && answer.statusCode() >= FAILED; again++) {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        return answer;
    }

    private static void sleep(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void one() {
        int what = random.nextInt(100);
        if (live.size() < 5 || what < 25) {
            create();
        } else if (what < 70) {
            Live record = live.get(random.nextInt(live.size()));
            services.of(record.type()).patch(record.id(), "*", patch(record.type()));
        } else if (what < 80) {
            participants();
        } else if (what < 91 || retracted.isEmpty()) {
            Live record = live.remove(random.nextInt(live.size()));
            services.of(record.type()).retract(record.id(), "*", "test");
            retracted.add(record);
        } else {
            Live record = retracted.remove(random.nextInt(retracted.size()));
            restorations.restore(services.of(record.type()), record.id(), "*", 1);
            live.add(record);
        }
    }

    private void create() {
        RecordType type = TYPES.get(random.nextInt(TYPES.size()));
        live.add(new Live(type, create(services.of(type), document(type)), new ArrayList<>()));
    }

    private static <D> UUID create(RecordService<?, D, ?> service, JsonNode document) {
        return service.create(JSON.convertValue(document, service.documents()));
    }

    private JsonNode document(RecordType type) {
        List<Object> names = List.of(Json.of("value", word("Name"), "lang", "en", "kind", "common"));
        return JSON.valueToTree(switch (type) {
            case SOURCE -> Json.of("title", word("Source"));
            case ORGANIZATION -> Json.of("names", names, "class", "ngo");
            case MEETING -> Json.of("names", names, "kind", "bilateral", "status", "held");
            case SUMMIT -> Json.of("names", names, "status", "held");
            default -> Json.of("names", names);
        });
    }

    private JsonNode patch(RecordType type) {
        if (type == RecordType.SOURCE) {
            return JSON.valueToTree(Json.of("note", word("note")));
        }
        String text = type == RecordType.MEETING || type == RecordType.SUMMIT ? "summary" : "description";
        return JSON.valueToTree(random.nextBoolean() ? Json.of(text, word("text"))
                : Json.of("names", List.of(Json.of("value", word("Renamed"), "lang", "en", "kind", "common"))));
    }

    /** Adds a participant to an event, changes one or takes one away. */
    private void participants() {
        List<Live> events = live.stream().filter(each -> each.type() == RecordType.MEETING || each.type() == RecordType.SUMMIT).toList();
        if (events.isEmpty()) {
            create();
            return;
        }
        Live event = events.get(random.nextInt(events.size()));
        SubRecordService<?, ?, ?> participants = (SubRecordService<?, ?, ?>) services.of(RecordType.PARTICIPATION);
        if (event.parts().isEmpty() || event.parts().size() < 3 && random.nextBoolean()) {
            List<Live> withPart = new ArrayList<>(live);
            withPart.remove(event);
            List<UUID> parts = new ArrayList<>(event.parts());
            parts.add(add(participants, event));
            withPart.add(new Live(event.type(), event.id(), parts));
            live = withPart;
        } else if (random.nextBoolean()) {
            UUID part = event.parts().get(random.nextInt(event.parts().size()));
            participants.patch(event.type(), event.id(), part, "*",
                    JSON.valueToTree(Json.of("role", List.of("guest", "observer", "speaker").get(random.nextInt(3)))));
        } else {
            List<UUID> parts = new ArrayList<>(event.parts());
            participants.retract(event.type(), event.id(), parts.remove(random.nextInt(parts.size())), "*", "test");
            live = new ArrayList<>(live);
            live.remove(event);
            live.add(new Live(event.type(), event.id(), parts));
        }
    }

    private <D> UUID add(SubRecordService<?, D, ?> participants, Live event) {
        JsonNode document = JSON.valueToTree(event.parts().isEmpty() && random.nextBoolean()
                ? Json.of("actorId", actor, "role", "guest", "attendance", "attended")
                : Json.of("reportedName", word("Somebody"), "reportedNameLang", "en", "role", "guest", "attendance", "attended"));
        return participants.create(event.type(), event.id(), JSON.convertValue(document, participants.documents()));
    }

    private String word(String kind) {
        return kind + " " + Long.toString(random.nextLong() >>> 1, 36);
    }
}
