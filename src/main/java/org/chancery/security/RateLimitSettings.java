package org.chancery.security;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How often somebody may ask; each instance of the service counts for itself. */
@ConfigMapping(prefix = "chancery.rate-limit")
interface RateLimitSettings {
    /** For each address without a credential. */
    Tier anonymous();

    /** For each API key and each subject of tokens. */
    Tier authenticated();

    /** Credentials that are not valid, for each address; beyond it they are not even looked up. */
    Tier refused();

    /** Requests in a window; the allowance comes back evenly. */
    interface Tier {
        long requests();

        /** Whole seconds. */
        Duration window();
    }
}
