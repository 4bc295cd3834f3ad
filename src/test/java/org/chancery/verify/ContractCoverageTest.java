package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.verify.ContractDocument.Operation;
import org.chancery.vocabulary.BrokenVocabularies;
import org.chancery.vocabulary.Vocabularies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the contract: every operation, every status that it documents, over HTTP against a real PostgreSQL. An operation or
 * status that is added to the contract is walked too, and fails as long as no way to it is known.
 */
@QuarkusTest
class ContractCoverageTest {
    @Inject
    DataSource database;

    static Stream<Arguments> exercises() {
        return ContractDocument.operations().stream()
                .flatMap(operation -> operation.statuses().stream().map(status -> Arguments.of(operation, status)));
    }

    @BeforeAll
    static void walk_shouldBeginAnew() {
        ResponseCheck.forget();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("exercises")
    void operation_shouldAnswerEachStatus(Operation operation, int status) throws SQLException {
        List<Call> calls = Recipes.requests(operation, status);

        assertThat(calls).isNotEmpty();
        if (status == 500) {
            QuarkusMock.installMockForType(new BrokenVocabularies(), Vocabularies.class);
            try (Outage outage = Outage.of(database)) {
                calls.forEach(call -> call.send().with(status));
            }
        } else if (status == 503) {
            try (Crowd crowd = Crowd.gather()) {
                calls.forEach(call -> call.send().with(status));
            }
        } else {
            calls.forEach(call -> call.send().with(status));
        }
    }

    @AfterAll
    static void contract_shouldBeExercisedCompletely() {
        TreeSet<ResponseCheck.Exercise> missing = new TreeSet<>();
        ContractDocument.operations().forEach(operation -> operation.statuses()
                .forEach(status -> missing.add(new ResponseCheck.Exercise(operation.id(), status))));
        int documented = missing.size();
        missing.removeAll(ResponseCheck.seen());

        assertThat(missing).as("operations and statuses that the contract documents and no test exercises").isEmpty();
        System.out.println(documented + " statuses of " + ContractDocument.operations().size() + " operations exercised");
    }
}
