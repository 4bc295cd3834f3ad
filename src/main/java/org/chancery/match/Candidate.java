package org.chancery.match;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chancery.record.RecordType;

/**
 * A record that a description may mean.
 *
 * @param score 0 to 1
 * @param match whether the choice is safe: at least {@value #SAFE}, {@value #MARGIN} above the next one (or alone with an
 *     identifier that agrees), and without a grave contradiction
 */
public record Candidate(UUID id, RecordType type, double score, boolean match, List<Reason> reasons) {
    static final double SAFE = 0.85;
    static final double MARGIN = 0.1;
    /** Below this it is not worth showing. */
    static final double LEAST = 0.3;

    private static final double ROUNDING = 1e-9;

    Candidate(UUID id, RecordType type, Score score) {
        this(id, type, score.value(), false, score.reasons());
    }

    /** The likeliest first, those alike by id; the first one is a match where it is safe among all of them. */
    public static List<Candidate> ranked(Collection<Candidate> found, int limit) {
        List<Candidate> ranked = found.stream().filter(each -> each.score >= LEAST)
                .sorted(Comparator.comparingDouble((Candidate each) -> -each.score).thenComparing(Candidate::id)).toList();
        boolean safe = !ranked.isEmpty() && ranked.get(0).isSafe(ranked.size() == 1 ? null : ranked.get(1));
        return ranked.stream().limit(limit)
                .map(each -> new Candidate(each.id, each.type, each.score, safe && each == ranked.get(0), each.reasons)).toList();
    }

    /** @param next null where there is no other one */
    private boolean isSafe(Candidate next) {
        boolean alone = next == null || (isDecided() ? !next.isDecided() : score - next.score >= MARGIN - ROUNDING);
        return score >= SAFE && alone && reasons.stream().noneMatch(Reason::isGrave);
    }

    private boolean isDecided() {
        return reasons.stream().anyMatch(Reason::decides);
    }
}
