package org.chancery.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final RateLimits limits = new RateLimits(settings(3, Duration.ofHours(1)));

    private record Fixed(long requests, Duration window) implements RateLimitSettings.Tier {
    }

    private static RateLimitSettings settings(long requests, Duration window) {
        RateLimitSettings.Tier tier = new Fixed(requests, window);
        return new RateLimitSettings() {
            @Override
            public Tier anonymous() {
                return tier;
            }

            @Override
            public Tier authenticated() {
                return tier;
            }

            @Override
            public Tier refused() {
                return tier;
            }
        };
    }

    @Test
    void allowance_shouldEnd_andSayWhenItGoesOn() {
        RateLimits.Allowance first = limits.ofAddress("192.0.2.1");
        limits.ofAddress("192.0.2.1");
        RateLimits.Allowance last = limits.ofAddress("192.0.2.1");
        RateLimits.Allowance beyond = limits.ofAddress("192.0.2.1");

        assertThat(first.policyHeader()).isEqualTo("\"anonymous\";q=3;w=3600");
        assertThat(first.header()).matches("\"anonymous\";r=2;t=1[12]\\d\\d");
        assertThat(last.remaining()).isZero();
        assertThat(last.retryAfter()).isZero();
        assertThat(beyond.remaining()).isZero();
        assertThat(beyond.retryAfter()).isBetween(1000L, 1200L);
    }

    @Test
    void allowance_shouldBeOfOneAddressOrPrincipalAlone() {
        for (int i = 0; i < 4; i++) {
            limits.ofPrincipal("192.0.2.1");
        }

        assertThat(limits.ofPrincipal("192.0.2.1").retryAfter()).isPositive();
        assertThat(limits.ofAddress("192.0.2.1").retryAfter()).isZero();
        assertThat(limits.ofPrincipal("key:1").retryAfter()).isZero();
    }

    @Test
    void credentials_shouldNotBeLookedUp_whenTooManyWereRefused() {
        assertThat(limits.leftForRefusals("192.0.2.1").retryAfter()).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(limits.leftForRefusals("192.0.2.1").retryAfter()).as("looking costs nothing").isZero();
            limits.ofRefusals("192.0.2.1");
        }

        assertThat(limits.leftForRefusals("192.0.2.1").retryAfter()).isPositive();
    }

    @Test
    void allowance_shouldComeBack() throws InterruptedException {
        RateLimits quick = new RateLimits(settings(1, Duration.ofMillis(1)));
        quick.ofAddress("192.0.2.1");
        Thread.sleep(20);

        assertThat(quick.ofAddress("192.0.2.1").retryAfter()).isZero();
    }
}
