package org.chancery.webhook;

import java.time.Duration;

/**
 * How an attempt ended.
 *
 * @param status what the receiver answered; null where it did not
 * @param failure why it is not delivered; null where it is
 * @param retryAfter what the receiver asked for; null where it asked for nothing
 */
record Outcome(Integer status, String failure, Duration retryAfter) {
    private static final int GONE = 410;

    static Outcome answered(int status, Duration retryAfter) {
        return new Outcome(status, status >= 200 && status < 300 ? null : "answered " + status, retryAfter);
    }

    static Outcome failed(String failure) {
        return new Outcome(null, failure, null);
    }

    boolean delivered() {
        return failure == null;
    }

    boolean gone() {
        return status != null && status == GONE;
    }
}
