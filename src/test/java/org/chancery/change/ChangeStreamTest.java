package org.chancery.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.fixture.Api;
import org.chancery.fixture.EventReader;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log of changes as Server-Sent Events. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
@Timeout(120)
class ChangeStreamTest {
    @Inject
    ChangeStreams streams;
    @Inject
    ChangeReader reader;

    private static List<String> read(EventReader events, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            ids.add(events.next().get("recordId").textValue());
        }
        return ids;
    }

    @Test
    void stream_shouldTellWhatHappensFromNowOn_asTheListDoes() throws IOException {
        Make.person();
        try (EventReader events = EventReader.open(null)) {
            events.block();
            String before = events.lastId();
            UUID person = Make.person();
            JsonNode change = events.next();

            assertThat(change.get("recordId").textValue()).isEqualTo(person.toString());
            assertThat(change.get("cursor").textValue()).isEqualTo(events.lastId());
            JsonNode listed = Api.get("/changes", "cursor", before).at("/items/0");
            assertThat(withoutCursor(change)).isEqualTo(withoutCursor(listed));
            assertThat(Api.get("/changes", "cursor", events.lastId()).get("items")).isEmpty();
        }
    }

    private static JsonNode withoutCursor(JsonNode change) {
        return ((ObjectNode) change.deepCopy()).without("cursor");
    }

    @Test
    void stream_shouldGoOnBehindTheLastEvent_whenTheClientComesAgain() throws IOException {
        String last;
        List<String> written = new ArrayList<>();
        try (EventReader events = EventReader.open(null)) {
            events.block();
            written.add(Make.person().toString());
            assertThat(read(events, 1)).isEqualTo(written);
            last = events.lastId();
        }
        written.clear();
        for (int i = 0; i < 250; i++) {
            written.add(Make.source().toString());
        }
        try (EventReader events = EventReader.open(last)) {
            written.add(Make.source().toString());
            assertThat(read(events, 251)).isEqualTo(written);
        }
    }

    @Test
    void stream_shouldTellOfWhatIsAskedFor_fromItsCursor() throws IOException {
        String cursor = Api.get("/changes", "recordType", "series", "limit", 200).get("resumeCursor").textValue();
        UUID first = Make.series();
        UUID second = Make.series();
        Make.person();
        UUID third;
        try (EventReader events = EventReader.open(null, "recordType", "series", "cursor", cursor);
                EventReader one = EventReader.open(null, "recordId", second, "cursor", Api.get("/changes", "recordId", second, "limit", 1)
                        .get("resumeCursor").textValue())) {
            third = Make.series();
            Api.patch("/series/" + second, Api.get("/series/" + second), Json.of("description", "x"));

            assertThat(read(events, 4)).containsExactly(first.toString(), second.toString(), third.toString(), second.toString());
            assertThat(one.next().get("operation").textValue()).isEqualTo("updated");
        }
    }

    @Test
    void stream_shouldShowThatItLives_andMoveOnWithTheLog() throws IOException {
        try (EventReader events = EventReader.open(null, "recordType", "membership")) {
            events.block();
            String first = events.lastId();
            Make.person();
            while (events.lastId().equals(first)) {
                assertThat(events.block().isMissingNode()).isTrue();
            }

            assertThat(events.comments()).isPositive();
            assertThat(Api.get("/changes", "cursor", events.lastId()).get("items")).isEmpty();
        }
    }

    @Test
    void stream_shouldRefuseAPlaceThatIsNone() {
        try (EventReader events = EventReader.open("abc")) {
            assertThat(events.status()).isEqualTo(400);
        }
        String cursor = Api.get("/changes", "recordType", "series", "limit", 1).get("nextCursor").textValue();
        try (EventReader events = EventReader.open(cursor, "recordType", "person")) {
            assertThat(events.status()).isEqualTo(400);
        }
    }

    /** A connection that takes nothing: no more than a part waits for it, and when it takes again, nothing is missing. */
    @Test
    void stream_shouldNotReadOn_asLongAsTheConnectionTakesNothing() {
        Connection slow = new Connection();
        slow.full.set(true);
        long begin = reader.advance();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            written.add(Make.source().toString());
        }
        streams.from(begin, ChangeFilter.ALL).open(slow.response());
        slow.full.set(false);
        slow.fullAfterNextWrite.set(true);
        slow.drain();
        await().until(() -> slow.full.get());
        int waiting = slow.told().size();

        written.add(Make.source().toString());
        await().during(Duration.ofMillis(500)).until(() -> slow.told().size() == waiting);
        slow.full.set(false);
        slow.drain();

        assertThat(waiting).isEqualTo(100);
        await().untilAsserted(() -> assertThat(slow.told()).isEqualTo(written));
        written.add(Make.source().toString());
        await().untilAsserted(() -> assertThat(slow.told()).isEqualTo(written));
        slow.close.get().handle(null);
    }

    /** As much of a response as a stream uses. */
    private static final class Connection {
        private final StringBuffer text = new StringBuffer();
        private final AtomicBoolean full = new AtomicBoolean();
        private final AtomicBoolean fullAfterNextWrite = new AtomicBoolean();
        private final AtomicReference<Handler<Void>> close = new AtomicReference<>();
        private final AtomicReference<Handler<Void>> drain = new AtomicReference<>();

        void drain() {
            drain.get().handle(null);
        }

        List<String> told() {
            return text.toString().lines().filter(line -> line.startsWith("data: ")).map(line -> Json.read(line.substring(6)))
                    .map(change -> change.get("recordId").textValue()).toList();
        }

        @SuppressWarnings("unchecked")
        HttpServerResponse response() {
            return (HttpServerResponse) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServerResponse.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "write" -> {
                            text.append(arguments[0]);
                            full.compareAndSet(false, fullAfterNextWrite.getAndSet(false));
                            yield null;
                        }
                        case "writeQueueFull" -> full.get();
                        case "closeHandler" -> {
                            close.set((Handler<Void>) arguments[0]);
                            yield proxy;
                        }
                        case "drainHandler" -> {
                            drain.set((Handler<Void>) arguments[0]);
                            yield proxy;
                        }
                        case "ended", "closed" -> false;
                        default -> proxy;
                    });
        }
    }
}
