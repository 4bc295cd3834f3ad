package org.chancery.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who has asked how often: one bucket of tokens for each principal and each address, of which a bounded number is remembered. */
@ApplicationScoped
class RateLimits {
    private static final int REMEMBERED = 100_000;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final RateLimitSettings settings;
    private final Cache<String, Bucket> buckets;

    /**
     * What is left of an allowance.
     *
     * @param policy its name
     * @param quota requests in a window
     * @param window seconds
     * @param reset seconds until all of it is back
     * @param retryAfter seconds to wait before the next request; 0 where none is needed
     */
    record Allowance(String policy, long quota, long window, long remaining, long reset, long retryAfter) {
        /** The value of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). */
        String policyHeader() {
            return "\"" + policy + "\";q=" + quota + ";w=" + window;
        }

        /** The value of {@code RateLimit}. */
        String header() {
            return "\"" + policy + "\";r=" + remaining + ";t=" + reset;
        }
    }

    RateLimits(RateLimitSettings settings) {
        this.settings = settings;
        Duration longest = settings.anonymous().window().plus(settings.authenticated().window()).plus(settings.refused().window());
        // a bucket that was left alone for its window is full again, as a new one is
        this.buckets = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(longest).build();
    }

    /** Takes one request from the allowance of an address. */
    Allowance ofAddress(String address) {
        return take("anonymous", settings.anonymous(), address);
    }

    /** Takes one request from the allowance of a principal. */
    Allowance ofPrincipal(String name) {
        return take("authenticated", settings.authenticated(), name);
    }

    /** Takes one refusal from the allowance of an address. */
    Allowance ofRefusals(String address) {
        return take("refused", settings.refused(), address);
    }

    /** What an address has left for credentials that are not valid. */
    Allowance leftForRefusals(String address) {
        EstimationProbe probe = bucket("refused", settings.refused(), address).estimateAbilityToConsume(1);
        return allowance("refused", settings.refused(), probe.getRemainingTokens(), 0, probe.canBeConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    private Allowance take(String policy, RateLimitSettings.Tier tier, String who) {
        ConsumptionProbe probe = bucket(policy, tier, who).tryConsumeAndReturnRemaining(1);
        return allowance(policy, tier, probe.getRemainingTokens(), probe.getNanosToWaitForReset(),
                probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private Allowance allowance(String policy, RateLimitSettings.Tier tier, long remaining, long reset, long retryAfter) {
        return new Allowance(policy, tier.requests(), tier.window().toSeconds(), Math.max(0, remaining), seconds(reset), seconds(retryAfter));
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }

    /** @param policy also keeps a principal and an address of the same name apart */
    Bucket bucket(String policy, RateLimitSettings.Tier tier, String who) {
        return buckets.get(policy + " " + who, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(tier.requests()).refillGreedy(tier.requests(), tier.window())).build());
    }
}
