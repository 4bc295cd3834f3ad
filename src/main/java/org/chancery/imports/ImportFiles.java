package org.chancery.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.record.Ids;
import org.hibernate.exception.ConstraintViolationException;

/** Takes files into the database, a part at a time: the memory that it takes does not depend on how large they are. */
@ApplicationScoped
class ImportFiles {
    /** Of lines in memory, in characters. */
    private static final int PART = 1024 * 1024;
    private static final int MOST_LINES = 1000;

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final ImportSettings settings;

    ImportFiles(ImportJobs jobs, ImportRows rows, ImportSettings settings) {
        this.jobs = jobs;
        this.rows = rows;
        this.settings = settings;
    }

    /** A file that is kept, and how many rows it has. */
    record Kept(UUID id, int rows) {
    }

    /**
     * Nobody works on it yet.
     *
     * @throws ProblemException 400 for a file without rows, 413
     */
    Kept keep(InputStream in, ImportOptions options) throws IOException {
        UUID id = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> jobs.receive(id, options));
        try {
            return new Kept(id, lines(id, in));
        } catch (IOException | RuntimeException e) {
            forget(id);
            throw e;
        }
    }

    /**
     * The file waits for its turn from now on.
     *
     * @throws ProblemException 409 while another one of its data set is not finished
     */
    Job ready(Kept file, String dataset) {
        if (dataset != null) {
            jobs.unfinished(dataset).ifPresent(other -> {
                throw busy(dataset);
            });
        }
        try {
            return jobs.ready(file.id(), file.rows());
        } catch (ConstraintViolationException e) {
            throw busy(dataset);
        }
    }

    private static ProblemException busy(String dataset) {
        return ProblemException.conflict(Errors.parameter("dataset", "dataset-busy",
                "another import of " + dataset + " is not finished yet"));
    }

    void forget(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> jobs.forget(id));
    }

    void forgetBefore(Instant instant) {
        QuarkusTransaction.requiringNew().run(() -> jobs.forgetBefore(instant));
    }

    private int lines(UUID id, InputStream in) throws IOException {
        LineReader reader = new LineReader(in);
        List<ImportRows.Line> part = new ArrayList<>();
        int characters = 0;
        int number = 0;
        int count = 0;
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            number++;
            if (reader.read() > settings.maxSize().asLongValue()) {
                throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, "At most " + settings.maxSize().asLongValue() + " bytes.");
            }
            if (line.isBlank()) {
                continue;
            }
            count++;
            part.add(new ImportRows.Line(number, line.text(), line.wrong()));
            characters += line.text() == null ? 0 : line.text().length();
            if (characters > PART || part.size() == MOST_LINES) {
                store(id, part);
                part = new ArrayList<>();
                characters = 0;
            }
        }
        store(id, part);
        if (count == 0) {
            throw ProblemException.invalid(Errors.at("", "required", "must have at least one row"));
        }
        return count;
    }

    private void store(UUID id, List<ImportRows.Line> part) {
        if (!part.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> rows.keep(id, part));
        }
    }
}
