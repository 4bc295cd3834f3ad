package org.chancery.record;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The clock by which a request is answered: that of the service, or the instant of {@code asKnownAt}, when today was another day. */
@Singleton
@Typed(AnswerClock.class)
public class AnswerClock extends Clock {
    private final Clock service;
    private final KnownAt knownAt;

    AnswerClock(Clock service, KnownAt knownAt) {
        this.service = service;
        this.knownAt = knownAt;
    }

    @Override
    public Instant instant() {
        return knownAt.instant().orElseGet(service::instant);
    }

    @Override
    public ZoneId getZone() {
        return service.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AnswerClock(service.withZone(zone), knownAt);
    }
}
