package org.chancery.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.problem.Errors;
import org.chancery.problem.Incidents;
import org.chancery.problem.ProblemException;

/**
 * Writes rows in transactions that come to nothing, each together with those that it refers to, so that the rules of the registry themselves say what
 * is wrong with it.
 */
@ApplicationScoped
class Trial {
    /** Rows that refer to rows that refer to rows … */
    private static final int MAX_DEPTH = 100;

    private final Names names;
    private final ImportRows rows;
    private final RowWriter writer;

    Trial(Names names, ImportRows rows, RowWriter writer) {
        this.names = names;
        this.rows = rows;
        this.writer = writer;
    }

    /** Ends a transaction that was but a trial. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int next;

        Undone(int next) {
            super(null, null, false, false);
            this.next = next;
        }
    }

    void run(Job job, Chunk chunk) {
        int next = 0;
        while (next < chunk.entries().size()) {
            int first = next;
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    throw new Undone(attempt(job, chunk, first));
                });
            } catch (Undone undone) {
                next = undone.next;
            }
        }
    }

    /** @return the place behind the last row that was looked at: one that is refused is the last of its transaction */
    private int attempt(Job job, Chunk chunk, int first) {
        Writing writing = new Writing(job, chunk);
        List<Chunk.Entry> entries = chunk.entries();
        for (int i = first; i < entries.size(); i++) {
            Chunk.Entry entry = entries.get(i);
            if (chunk.isNew(entry)) {
                try {
                    writing.write(entry.number(), entry.row(), 0);
                    chunk.valid(entry);
                } catch (RuntimeException e) {
                    chunk.refuse(entry, Incidents.problem(e, "a row"));
                    return i + 1;
                }
            }
        }
        return entries.size();
    }

    /** What one transaction has written. */
    private final class Writing {
        private final Job job;
        private final Chunk chunk;
        private final Map<Integer, UUID> made = new HashMap<>();

        Writing(Job job, Chunk chunk) {
            this.job = job;
            this.chunk = chunk;
        }

        UUID write(int number, Row row, int depth) {
            if (depth > MAX_DEPTH) {
                throw ProblemException.violated(Errors.at("", "too-deep", "refers to rows that refer to others, more than " + MAX_DEPTH + " deep"));
            }
            Map<String, Names.Known> known = depth == 0 ? Map.of()
                    : names.of(job, row.references().stream().map(placed -> placed.reference().name()).toList());
            UUID id = writer.write(row, reference -> {
                Names.Known found = chunk.named(reference) == null ? known.get(reference.name()) : chunk.named(reference);
                return found.id() != null ? found.id() : made(found.number(), depth);
            });
            made.put(number, id);
            return id;
        }

        private UUID made(int number, int depth) {
            UUID before = made.get(number);
            return before != null ? before : write(number, Row.read(rows.content(job.id(), number)), depth + 1);
        }
    }
}
