package org.chancery.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.chancery.problem.Incidents;
import org.chancery.problem.ProblemException;

/** The second half of an atomic import: all rows that were found valid are written in the one transaction of the caller. */
@ApplicationScoped
class WholeImport {
    private static final int PART = 100;

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final ImportResults results;
    private final Names names;
    private final RowWriter writer;
    private final EntityManager database;

    WholeImport(ImportJobs jobs, ImportRows rows, ImportResults results, Names names, RowWriter writer, EntityManager database) {
        this.jobs = jobs;
        this.rows = rows;
        this.results = results;
        this.names = names;
        this.writer = writer;
        this.database = database;
    }

    /** Undoes it. {@code entry} is the row that was refused; null where it was cancelled. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Job job;
        private final transient Chunk.Entry entry;
        private final transient ProblemException problem;

        Failed(Job job, Chunk.Entry entry, ProblemException problem) {
            super(null, null, false, false);
            this.job = job;
            this.entry = entry;
            this.problem = problem;
        }

        Job job() {
            return job;
        }
    }

    /** @throws Failed to undo it all */
    void write(Job tried) {
        if (tried.counts().refused() > 0) {
            jobs.finish(tried.id(), "failed");
            return;
        }
        Job job = tried.writing();
        List<ImportRows.Turn> part = rows.valid(job.id(), -1, PART);
        while (!part.isEmpty()) {
            if (jobs.isCancelled(job.id())) {
                throw new Failed(job, null, null);
            }
            Chunk chunk = new Chunk(job, part.stream().map(ImportRows.Turn::line).toList(), names);
            chunk.entries().forEach(entry -> write(job, chunk, entry));
            results.replace(job, chunk.results());
            jobs.written(job.id(), chunk.results());
            database.flush();
            database.clear();
            part = rows.valid(job.id(), part.get(part.size() - 1).turn(), PART);
        }
        jobs.finish(job.id(), "completed");
    }

    private void write(Job job, Chunk chunk, Chunk.Entry entry) {
        if (!chunk.isNew(entry)) {
            // it has become the record of another row
            return;
        }
        try {
            chunk.created(entry, writer.write(entry.row(), chunk::known));
        } catch (RuntimeException e) {
            throw new Failed(job, entry, Incidents.problem(e, "a row"));
        }
    }

    /** Ends what was undone. */
    void giveUp(Job job, Failed failed) {
        if (failed.entry != null) {
            jobs.invalidated(job.id(), failed.entry.number());
            results.save(job, List.of(Result.refused(failed.entry.number(), failed.entry.row(), failed.problem)));
        }
        jobs.finish(job.id(), failed.entry == null ? "cancelled" : "failed");
    }
}
