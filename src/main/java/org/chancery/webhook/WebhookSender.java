package org.chancery.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due, as one of the instances that do. One thread asks the database; what is under way waits on none. What an instance has
 * under way when it dies is sent by another one when the lease is over.
 */
@ApplicationScoped
class WebhookSender {
    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final int MOST = 32;
    /** A slow receiver must not take the others' places. */
    private static final int EACH = 4;
    private static final Duration TIDY = Duration.ofMinutes(1);

    private final WebhookQueue queue;
    private final WebhookClient client;
    private final WebhookSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "webhooks");
        named.setDaemon(true);
        return named;
    });
    /** How many are under way, by webhook; known to the thread only. */
    private final Map<UUID, Integer> underWay = new HashMap<>();
    private int total;

    WebhookSender(WebhookQueue queue, WebhookClient client, WebhookSettings settings) {
        this.queue = queue;
        this.client = client;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.send()) {
            start();
        }
    }

    void start() {
        every(settings.poll(), () -> {
            fill();
            send();
        });
        every(TIDY, this::tidy);
    }

    private void every(Duration pause, Runnable work) {
        thread.scheduleWithFixedDelay(() -> tried(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // or it would be the last time; what was not done is due again
            LOG.warn("Webhooks wait: the database did not do what was asked", e);
        }
    }

    private void tidy() {
        boolean more = queue.tidy();
        while (more) {
            more = queue.tidy();
        }
    }

    private void fill() {
        for (UUID webhook : queue.behind()) {
            // or what is wrong with one would be wrong with all
            tried(() -> fill(webhook));
        }
    }

    private void fill(UUID webhook) {
        boolean more = queue.fill(webhook);
        while (more) {
            more = queue.fill(webhook);
        }
    }

    private void send() {
        List<UUID> busy = underWay.entrySet().stream().filter(each -> each.getValue() >= EACH).map(Map.Entry::getKey).toList();
        List<Delivery> due = total < MOST ? queue.claim(MOST - total, EACH, busy) : List.of();
        for (Delivery delivery : due) {
            underWay.merge(delivery.webhookId(), 1, Integer::sum);
            total++;
            client.post(delivery).onComplete(ended -> then(() -> settle(delivery, ended.result())));
        }
    }

    private void settle(Delivery delivery, Outcome outcome) {
        underWay.computeIfPresent(delivery.webhookId(), (id, count) -> count == 1 ? null : count - 1);
        total--;
        queue.settle(delivery, outcome);
        send();
    }

    private void then(Runnable work) {
        try {
            thread.execute(() -> tried(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("A delivery ended after this instance did; it is sent again when its lease is over", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    /** What is under way is settled by nobody: its lease ends. */
    void stop() {
        thread.shutdownNow();
    }
}
