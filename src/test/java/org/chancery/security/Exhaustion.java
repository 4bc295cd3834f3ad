package org.chancery.security;

import io.github.bucket4j.Bucket;
import io.quarkus.arc.Arc;

/** Uses up what a principal may ask, for long. */
public final class Exhaustion {
    private Exhaustion() {
    }

    public static void of(String principal) {
        RateLimits limits = Arc.container().instance(RateLimits.class).get();
        RateLimitSettings settings = Arc.container().instance(RateLimitSettings.class).get();
        Bucket bucket = limits.bucket("authenticated", settings.authenticated(), principal);
        long capacity = settings.authenticated().requests();
        if (bucket.getAvailableTokens() > -capacity) {
            bucket.consumeIgnoringRateLimits(10 * capacity);
        }
    }
}
