package org.chancery.imports;

import java.util.UUID;
import org.chancery.problem.ProblemException;
import org.chancery.record.RecordType;

/** What became of a row; what does not apply is null. */
record Result(int number, String outcome, RecordType type, String key, UUID id, ProblemException problem) {
    static Result created(int number, Row row, UUID id) {
        return new Result(number, "created", row.type(), row.key(), id, null);
    }

    static Result existing(int number, Row row, UUID id) {
        return new Result(number, "existing", row.type(), row.key(), id, null);
    }

    static Result valid(int number, Row row) {
        return new Result(number, "valid", row.type(), row.key(), null, null);
    }

    /** @param row null where it cannot be read */
    static Result refused(int number, Row row, ProblemException problem) {
        return new Result(number, "refused", row == null ? null : row.type(), row == null ? null : row.key(), null, problem);
    }

    boolean is(String word) {
        return outcome.equals(word);
    }
}
