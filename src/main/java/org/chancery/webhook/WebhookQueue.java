package org.chancery.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.chancery.api.model.Change;
import org.chancery.api.model.WebhookEvent;
import org.chancery.change.ChangeFilter;
import org.chancery.change.ChangeReader;
import org.chancery.change.ChangeReader.Part;
import org.chancery.record.Dates;
import org.chancery.webhook.DeliveryRows.Due;
import org.jboss.logging.Logger;

/**
 * From the log of changes to deliveries, from those to their end. Each step is a transaction; any number of instances take them side by
 * side, and a step that was not finished is taken again by another one.
 */
@ApplicationScoped
class WebhookQueue {
    private static final Logger LOG = Logger.getLogger(WebhookQueue.class);
    private static final int PART = 200;
    /** The log itself is the queue of what a receiver cannot take yet. */
    private static final int MOST_WAITING = 1000;
    private static final int GROWTH = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    /** Of a pause, so that what failed together does not come again together. */
    private static final double JITTER = 0.2;
    /** After the time that an attempt may take. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final ChangeReader changes;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookQueue(WebhookRows webhooks, DeliveryRows deliveries, ChangeReader changes, WebhookSettings settings, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Webhooks for which there may be something new in the log. */
    @Transactional
    List<UUID> behind() {
        return webhooks.behind(changes.advance());
    }

    /**
     * Makes deliveries of the next changes for a webhook, unless another instance is doing it.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean fill(UUID id) {
        WebhookRow webhook = webhooks.lockIfFree(id).filter(WebhookRow::enabled).orElse(null);
        if (webhook == null || deliveries.waiting(id, MOST_WAITING) == MOST_WAITING) {
            return false;
        }
        Part part = changes.after(webhook.position(), ChangeFilter.of(webhook.recordTypes(), List.of()), PART);
        Instant now = clock.instant();
        if (part.lost()) {
            deliveries.insert(id, List.of(new Due(null, event("log.resync-required", now))), now);
        } else if (!part.entries().isEmpty()) {
            deliveries.insert(id, part.entries().stream().map(entry -> new Due(entry.position(), event(entry.change()))).toList(), now);
        }
        webhooks.moveTo(id, part.upTo());
        return part.lost() || part.entries().size() == PART;
    }

    /** A test event. @return the id of its delivery */
    @Transactional
    UUID ping(UUID id) {
        Instant now = clock.instant();
        return deliveries.insert(id, List.of(new Due(null, event("webhook.ping", now))), now).get(0);
    }

    /** Sends a delivery once more, or at once where it waits. */
    @Transactional
    void again(UUID deliveryId) {
        deliveries.again(deliveryId, clock.instant());
    }

    private static WebhookEvent event(String type, Instant at) {
        return new WebhookEvent().type(type).timestamp(Dates.time(at));
    }

    private static WebhookEvent event(Change change) {
        return new WebhookEvent().type(change.getRecordType() + "." + change.getOperation()).timestamp(change.getAt()).data(change);
    }

    /** See {@link DeliveryRows#claim}. */
    @Transactional
    List<Delivery> claim(int most, int each, Collection<UUID> busy) {
        Instant now = clock.instant();
        return deliveries.claim(most, each, busy, now, now.plus(settings.timeout().multipliedBy(2)).plus(SPARE));
    }

    @Transactional
    void settle(Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        // first the webhook, then what belongs to it, as who deletes it does
        webhooks.lock(delivery.webhookId());
        boolean last = outcome.delivered() || outcome.gone() || delivery.attempt() >= settings.attempts();
        deliveries.settle(delivery, outcome, last ? null : now.plus(pause(delivery.attempt(), outcome.retryAfter())));
        if (outcome.delivered()) {
            webhooks.succeeded(delivery.webhookId());
            return;
        }
        webhooks.failed(delivery.webhookId(), now);
        if (outcome.gone() && webhooks.disable(delivery.webhookId(), "gone", now, null)
                || webhooks.disable(delivery.webhookId(), "failing", now, now.minus(settings.patience()))) {
            LOG.warnf("Webhook %s is disabled: %s", delivery.webhookId(), outcome.failure());
        }
    }

    /** @param attempt the one that failed, counted from 1 */
    Duration pause(int attempt, Duration asked) {
        double grown = Math.min(settings.firstPause().toMillis() * Math.pow(GROWTH, attempt - 1), LONGEST_PAUSE.toMillis());
        Duration pause = Duration.ofMillis((long) (grown * (1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1))));
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    /** Lets go of some of what was kept long enough. @return whether there may be more */
    @Transactional
    boolean tidy() {
        Instant now = clock.instant();
        webhooks.forgetSecrets(now);
        return deliveries.deleteEndedBefore(now.minus(settings.log()));
    }
}
