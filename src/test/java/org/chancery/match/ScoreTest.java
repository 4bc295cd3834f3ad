package org.chancery.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.time.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula that the contract documents. */
class ScoreTest {
    private static final UUID FIRST = UUID.fromString("019b95c0-d000-735c-be9d-ec82bb3a0f08");
    private static final UUID SECOND = UUID.fromString("019b95c0-d000-7f52-9028-3b7329304988");

    private static Candidate candidate(UUID id, Score score) {
        return new Candidate(id, RecordType.PERSON, score);
    }

    @Test
    void score_shouldFollowTheFormula() {
        Score score = new Score();
        score.agree(Feature.NAME, 0.9, 0.5, "a", "b");
        score.agree(Feature.BIRTH_DATE, 0.8, 1, "1978", "1978");
        score.contradict(Feature.CLASS, 0.4, 0.5, "igo", "ngo");

        assertThat(score.value()).isEqualTo(Math.round((1 - 0.55 * 0.2) * 0.8 * 10_000) / 10_000.0);
    }

    @Test
    void score_shouldNotDependOnTheOrderOfReasons() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        double first = -1;
        for (int round = 0; round < 20; round++) {
            Score score = new Score();
            order.forEach(i -> {
                if (i % 3 == 0) {
                    score.contradict(Feature.KIND, 0.1 + i * 0.03, 1, "", "");
                } else {
                    score.agree(Feature.NAME, 0.1 + i * 0.07, 0.9, "", "");
                }
            });
            first = first < 0 ? score.value() : first;
            assertThat(score.value()).isEqualTo(first).isBetween(0.0, 1.0);
            Collections.shuffle(order, new Random(round));
        }
    }

    @Test
    void identifier_shouldDecide_whateverElseIsSaid() {
        Score score = new Score();
        score.agree(Feature.IDENTIFIER, 1, 1, "", "");
        score.contradict(Feature.BIRTH_DATE, 0.9, 1, "", "");

        assertThat(score.value()).isEqualTo(1);
        assertThat(Candidate.ranked(List.of(candidate(FIRST, score)), 5).get(0).match()).as("with a grave contradiction").isFalse();
    }

    @Test
    void match_shouldBeFalse_whenAnotherComesNear() {
        Score best = new Score();
        best.agree(Feature.NAME, 0.95, 1, "", "");
        Score near = new Score();
        near.agree(Feature.NAME, 0.9, 1, "", "");
        Score far = new Score();
        far.agree(Feature.NAME, 0.8, 1, "", "");

        assertThat(Candidate.ranked(List.of(candidate(SECOND, near), candidate(FIRST, best)), 1)).singleElement()
                .satisfies(first -> assertThat(first.id()).isEqualTo(FIRST)).satisfies(first -> assertThat(first.match()).isFalse());
        assertThat(Candidate.ranked(List.of(candidate(SECOND, far), candidate(FIRST, best)), 1)).singleElement()
                .satisfies(first -> assertThat(first.match()).isTrue());
    }

    @Test
    void identifier_shouldMatch_whereAnotherHasTheNameOnly() {
        Score identified = new Score();
        identified.agree(Feature.IDENTIFIER, 1, 1, "", "");
        Score named = new Score();
        named.agree(Feature.NAME, 0.95, 1, "", "");

        assertThat(Candidate.ranked(List.of(candidate(SECOND, named), candidate(FIRST, identified)), 5)).extracting(Candidate::match)
                .containsExactly(true, false);
        assertThat(Candidate.ranked(List.of(candidate(SECOND, identified), candidate(FIRST, identified)), 5)).extracting(Candidate::match)
                .containsExactly(false, false);
    }

    @Test
    void candidate_shouldBeLeftOut_whenUnlikely() {
        Score weak = new Score();
        weak.agree(Feature.NAME, 0.29, 1, "", "");

        assertThat(Candidate.ranked(List.of(candidate(FIRST, weak)), 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-06,2026-01-06,0,1", "2026-01-06,2026-01-07,1,1", "2026-01,2026-01-06,0,0.6", "2026,2026-01-06,0,0.4",
        "2026-01-04/2026-01-07,2026-01-06,0,0.8", "../2026-01-06,2026-01-01,0,0.2", "2026-01-01,2026-01-31,30,1", "2025,2027,366,0.4"})
    void days_shouldTellHowFarApartTheyAre(String one, String other, long gap, double closeness) {
        Days left = Days.of(PartialDate.parse(one));
        Days right = Days.of(PartialDate.parse(other));

        assertThat(left.gap(right)).isEqualTo(gap).isEqualTo(right.gap(left));
        assertThat(left.closeness(right)).isEqualTo(closeness, within(0.0)).isEqualTo(right.closeness(left));
    }
}
