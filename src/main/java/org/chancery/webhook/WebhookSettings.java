package org.chancery.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of webhooks. */
@ConfigMapping(prefix = "chancery.webhooks")
interface WebhookSettings {
    /** Whether this instance sends; several may, each delivery is sent by one. */
    @WithDefault("true")
    boolean send();

    /** How often an instance looks for what is due. */
    @WithDefault("1s")
    Duration poll();

    /** Whether receivers may be spoken to without TLS. */
    @WithDefault("false")
    boolean http();

    /** Whether receivers may be at addresses that are not public. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long a receiver has for its answer, the connection included. */
    @WithDefault("15s")
    Duration timeout();

    /** The pause before the second attempt; each one after it is four times as long, up to a day. */
    @WithDefault("5s")
    Duration firstPause();

    /** Attempts until a delivery has failed: twelve take more than four days. */
    @WithDefault("12")
    int attempts();

    /** How long a webhook may fail without one success before it is disabled. */
    @WithDefault("5d")
    Duration patience();

    /** How long the secret before a rotation signs too. */
    @WithDefault("1d")
    Duration overlap();

    /** How long deliveries are kept that have come to an end. */
    @WithDefault("30d")
    Duration log();
}
