package org.chancery.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of breaking edit is seen, no additive one is; on a part of the released contract that has a bit of everything. */
class ContractEditTest {
    private static final JsonNode CONTRACT = Documents.released("/sources", "/sources/{id}", "/events");
    private static final Map<String, Integer> TOTALS = new TreeMap<>();

    static Stream<Edit> breaking() {
        return Edit.breaking();
    }

    static Stream<Edit> additive() {
        return Edit.additive();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void break_shouldBeSeen(Edit edit) {
        Comparison comparison = new Comparison(CONTRACT, edit.apply(CONTRACT));

        boolean leaves = !comparison.leafBreaks().isEmpty();
        boolean operations = !comparison.operationBreaks().isEmpty();
        String caught = leaves && operations ? "both" : leaves ? "leaves" : operations ? "openapi-diff" : "nobody";
        TOTALS.merge(caught, 1, Integer::sum);
        assertThat(comparison.breaks().isEmpty()).isFalse();
        assertThat(caught).as("seen by").isEqualTo(edit.caught());
    }

    @ParameterizedTest
    @MethodSource("additive")
    void addition_shouldPass(Edit edit) {
        Breaks breaks = new Comparison(CONTRACT, edit.apply(CONTRACT)).breaks();

        TOTALS.merge(breaks.isEmpty() ? "additive passed" : "additive refused", 1, Integer::sum);
        assertThat(breaks.without(new Breaks())).isEmpty();
    }

    @AfterAll
    static void print() {
        System.out.println("contract edits by who saw the break: " + TOTALS);
    }
}
