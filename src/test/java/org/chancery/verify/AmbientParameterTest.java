package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.verify.ContractDocument.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all writes take: a comment for the revision, a key that makes a POST happen once. */
@QuarkusTest
class AmbientParameterTest {
    private static final String COMMENT = "X-Change-Comment";
    private static final String KEY = "Idempotency-Key";
    /** The people of other collections. */
    private static final Set<String> BY_STANDING = Set.of("leaders", "officials");

    private static List<Operation> writes() {
        return ContractDocument.operations().stream().filter(operation -> !operation.method().equals("GET") && !operation.id().startsWith("match")).toList();
    }

    private static boolean takes(Operation operation, String header) {
        return operation.in("header").stream().anyMatch(parameter -> parameter.name().equals(header));
    }

    private static boolean leavesRevisions(Operation operation) {
        String collection = operation.path().split("/")[2];
        return BY_STANDING.contains(collection)
                || ContractDocument.operations().stream().anyMatch(other -> other.path().equals("/v1/" + collection + "/{id}/revisions"));
    }

    @Test
    void comment_shouldBeTakenByWhateverLeavesARevision() {
        assertThat(writes()).filteredOn(operation -> leavesRevisions(operation) && !takes(operation, COMMENT)).isEmpty();
    }

    /** But not by what makes and revokes credentials: an answer that is kept would be a secret that is kept. */
    @Test
    void key_shouldBeTakenByEachPostThatWrites() {
        assertThat(writes()).filteredOn(operation -> operation.method().equals("POST") && takes(operation, KEY) == operation.path().startsWith("/v1/api-keys"))
                .isEmpty();
    }

    static Stream<Operation> keyed() {
        return writes().stream().filter(operation -> takes(operation, KEY));
    }

    @ParameterizedTest
    @MethodSource("keyed")
    void request_shouldHaveTheSameAnswer_whenSentAgain(Operation operation) {
        Call call = World.valid(operation).header(KEY, UUID.randomUUID().toString());
        Call.Answer first = call.send();
        Call.Answer again = call.send();

        assertThat(first.status()).as(first.toString()).isBetween(200, 299);
        assertThat(again.status()).as(again.toString()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("ETag", "Location", "Content-Type", "Content-Language", "Vary")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }
}
