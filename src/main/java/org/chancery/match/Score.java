package org.chancery.match;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How likely a description means a record, from the reasons for and against it, whatever their order:
 *
 * <p>score = (1 − Π(1 − weight × strength) over agreements) × Π(1 − weight × strength) over contradictions
 *
 * <p>between 0 and 1, rounded to four digits. What one side does not say gives no reason. An identifier of the same scheme and
 * value decides: the score is 1.
 */
final class Score {
    private static final double DIGITS = 10_000;

    private final List<Reason> reasons = new ArrayList<>();

    void agree(Feature feature, double weight, double strength, String given, String found) {
        add(new Reason(feature, true, weight, strength, given, found, null));
    }

    void contradict(Feature feature, double weight, double strength, String given, String found) {
        add(new Reason(feature, false, weight, strength, given, found, null));
    }

    /** For what is found as a record, which is shown by its name. */
    void compare(boolean agrees, Feature feature, double weight, double strength, String given, UUID found) {
        add(new Reason(feature, agrees, weight, strength, given, null, found));
    }

    private void add(Reason reason) {
        if (reason.weight() * reason.strength() > 0) {
            reasons.add(reason);
        }
    }

    double value() {
        if (reasons.stream().anyMatch(Reason::decides)) {
            return 1;
        }
        double score = (1 - remainder(true)) * remainder(false);
        return Math.round(score * DIGITS) / DIGITS;
    }

    private double remainder(boolean agreements) {
        return reasons.stream().filter(reason -> reason.agrees() == agreements).mapToDouble(Reason::remainder).sorted()
                .reduce(1, (left, right) -> left * right);
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
