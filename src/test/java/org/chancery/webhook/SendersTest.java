package org.chancery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances on one database: senders that share nothing but it. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class SendersTest {
    private static final int EVENTS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    WebhookQueue queue;
    @Inject
    WebhookSettings settings;
    @Inject
    Vertx vertx;
    @Inject
    Clock clock;

    private final List<WebhookSender> senders = new ArrayList<>();
    private Receiver receiver;
    private String webhook;

    @BeforeEach
    void begin() throws IOException {
        receiver = new Receiver();
        webhook = Api.create("/webhooks", Json.of("url", receiver.url(), "recordTypes", List.of("source"))).get("id").textValue();
    }

    @AfterEach
    void end() {
        senders.forEach(WebhookSender::stop);
        receiver.close();
        TestClock.reset();
    }

    private WebhookSender sender(WebhookClient client) {
        WebhookSender sender = new WebhookSender(queue, client, settings);
        senders.add(sender);
        sender.start();
        return sender;
    }

    private WebhookClient client() {
        return new WebhookClient(vertx, settings, clock);
    }

    private static Set<String> write(int count) {
        Set<String> written = new HashSet<>();
        for (int i = 0; i < count; i++) {
            written.add(Make.source().toString());
        }
        return written;
    }

    private List<String> got() {
        return receiver.got.stream().map(got -> got.json().at("/data/recordId").textValue()).toList();
    }

    @Test
    void event_shouldBeSentOnce_byOneOfTheSenders() {
        List<AtomicInteger> sent = List.of(new AtomicInteger(), new AtomicInteger());
        sent.forEach(count -> sender(new WebhookClient(vertx, settings, clock) {
            @Override
            Future<Outcome> post(Delivery delivery) {
                count.incrementAndGet();
                return super.post(delivery);
            }
        }));
        Set<String> written = write(EVENTS);

        await().atMost(PATIENCE).until(() -> Set.copyOf(got()).equals(written)
                && Api.get("/webhooks/" + webhook + "/deliveries", "state", "pending").get("items").isEmpty());
        System.out.println(EVENTS + " events, sent by two senders: " + sent + ", received " + receiver.got.size());

        assertThat(got()).doesNotHaveDuplicates().hasSize(EVENTS);
        assertThat(sent).allSatisfy(count -> assertThat(count.get()).isPositive());
    }

    /** It dies at its n-th delivery, before or after it is sent: what it had under way is settled by nobody. */
    private final class Mortal extends WebhookClient {
        private final AtomicInteger left;
        private final boolean afterwards;
        private final AtomicBoolean dead = new AtomicBoolean();

        Mortal(int after, boolean afterwards) {
            super(vertx, settings, clock);
            this.left = new AtomicInteger(after);
            this.afterwards = afterwards;
        }

        @Override
        Future<Outcome> post(Delivery delivery) {
            if (dead.get() || left.decrementAndGet() < 0) {
                if (dead.compareAndSet(false, true) && afterwards) {
                    super.post(delivery);
                }
                return Promise.<Outcome>promise().future();
            }
            return super.post(delivery);
        }
    }

    @Test
    void event_shouldBeSentAtLeastOnce_whereverASenderDies() {
        Random random = new Random(20261125);
        Set<String> written = new HashSet<>();
        int before = 0;
        int after = 0;
        for (int death = 0; death < 12; death++) {
            written.addAll(write(12));
            boolean afterwards = death % 2 == 0;
            Mortal client = new Mortal(random.nextInt(10), afterwards);
            WebhookSender sender = sender(client);
            await().atMost(PATIENCE).until(client.dead::get);
            sender.stop();
            before += afterwards ? 0 : 1;
            after += afterwards ? 1 : 0;
            // the lease is over
            TestClock.advance(Duration.ofMinutes(2));
        }
        sender(client());
        await().atMost(PATIENCE).until(() -> {
            TestClock.advance(Duration.ofMinutes(2));
            return Set.copyOf(got()).equals(written) && Api.get("/webhooks/" + webhook + "/deliveries", "state", "pending").get("items").isEmpty();
        });
        Set<String> ids = new HashSet<>(receiver.got.stream().map(Receiver.Got::id).toList());
        System.out.println(written.size() + " events, a sender died before sending " + before + " times and after it " + after + " times: received "
                + receiver.got.size() + " times, " + ids.size() + " webhook-ids, none lost");

        assertThat(Set.copyOf(got())).isEqualTo(written);
        // an event that comes again has the id that it had
        assertThat(ids).hasSameSizeAs(written);
        assertThat(receiver.got.size()).isBetween(written.size(), written.size() * 2);
    }
}
