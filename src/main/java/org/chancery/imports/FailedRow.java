package org.chancery.imports;

import java.util.UUID;
import org.chancery.problem.ProblemException;

/** Undoes the transaction in which a row failed. */
final class FailedRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final UUID job;
    private final int index;
    private final int number;
    private final transient ProblemException problem;

    /** @param index place of the row among those of the transaction */
    FailedRow(UUID job, int index, int number, ProblemException problem) {
        super(null, null, false, false);
        this.job = job;
        this.index = index;
        this.number = number;
        this.problem = problem;
    }

    UUID job() {
        return job;
    }

    int index() {
        return index;
    }

    int number() {
        return number;
    }

    ProblemException problem() {
        return problem;
    }
}
