package org.chancery.match;

import java.util.UUID;

/**
 * One thing in which a description and a record agree or contradict each other.
 *
 * @param weight how much the feature can count, 0 to 1
 * @param strength how fully they agree or contradict each other, 0 to 1
 * @param found what the record says; null where {@code foundId} names it
 * @param foundId the record whose name shows what was found; null where {@code found} says it
 */
public record Reason(Feature feature, boolean agrees, double weight, double strength, String given, String found, UUID foundId) {
    /** What this leaves of the distance to 1 (agreement) or of the score (contradiction). */
    double remainder() {
        return 1 - weight * strength;
    }

    /** An identifier of the same scheme and value settles it. */
    boolean decides() {
        return agrees && feature == Feature.IDENTIFIER;
    }

    /** A contradiction that alone makes it doubtful that both are the same. */
    boolean isGrave() {
        return !agrees && weight * strength >= 0.5;
    }
}
