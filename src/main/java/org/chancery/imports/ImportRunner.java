package org.chancery.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chancery.problem.Errors;
import org.chancery.problem.Incidents;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.record.Author;
import org.chancery.record.ChangeComment;

/**
 * Makes the steps of imports. A step is one transaction with a hundred rows and what became of them; a row that fails in the middle undoes it, after
 * which those before it are written again without it.
 */
@ApplicationScoped
class ImportRunner {
    private static final int CHUNK = 100;
    private static final int PATIENCE = 3;
    private static final Duration LONGEST = Duration.ofHours(6);

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final ImportResults results;
    private final Names names;
    private final RowWriter writer;
    private final Trial trial;
    private final WholeImport whole;

    ImportRunner(ImportJobs jobs, ImportRows rows, ImportResults results, Names names, RowWriter writer, Trial trial, WholeImport whole) {
        this.jobs = jobs;
        this.rows = rows;
        this.results = results;
        this.names = names;
        this.writer = writer;
        this.trial = trial;
        this.whole = whole;
    }

    /**
     * How many rows the next transaction takes.
     *
     * @param failed the first of them, of which it is known that it is refused; null if it is not
     * @param failures how often it failed for no reason of its own, such as a lost connection
     */
    private record Plan(int limit, FailedRow failed, int failures) {
        Plan after(FailedRow row) {
            if (row.index() > 0) {
                return new Plan(row.index(), null, 0);
            }
            boolean again = row.problem().type() == ProblemType.INTERNAL_ERROR && failures < PATIENCE;
            return new Plan(1, again ? null : row, failures + 1);
        }

        boolean refuses(Job job, Chunk.Entry entry) {
            return failed != null && failed.job().equals(job.id()) && failed.number() == entry.number();
        }
    }

    /**
     * Makes one step of one import that nobody else works on.
     *
     * @param only null for any
     * @return whether there was one
     */
    boolean step(UUID only) {
        Plan plan = new Plan(CHUNK, null, 0);
        while (true) {
            Plan current = plan;
            try {
                return QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).call(() -> {
                    Optional<Job> job = jobs.take(only);
                    if (job.isPresent()) {
                        as(job.get(), () -> step(job.get(), current));
                    }
                    return job.isPresent();
                });
            } catch (FailedRow row) {
                plan = plan.after(row);
            } catch (WholeImport.Failed failed) {
                return QuarkusTransaction.requiringNew().call(() -> {
                    jobs.take(failed.job().id()).ifPresent(job -> whole.giveUp(job, failed));
                    return true;
                });
            }
        }
    }

    private static void as(Job job, Callable<Void> work) {
        try {
            Author.as(job.author(), () -> ChangeComment.as(job.comment(), work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Void step(Job job, Plan plan) {
        if (jobs.isCancelled(job.id())) {
            jobs.finish(job.id(), "cancelled");
            return null;
        }
        List<ImportRows.Line> lines = rows.next(job, plan.limit());
        if (lines.isEmpty()) {
            end(job);
            return null;
        }
        Chunk chunk = new Chunk(job, lines, names);
        if (job.isTrial()) {
            trial.run(job, chunk);
        } else {
            write(job, chunk, plan);
        }
        chunk.save(jobs, rows, results);
        return null;
    }

    private void write(Job job, Chunk chunk, Plan plan) {
        int index = 0;
        for (Chunk.Entry entry : chunk.entries()) {
            if (chunk.isNew(entry)) {
                if (plan.refuses(job, entry)) {
                    chunk.refuse(entry, plan.failed().problem());
                } else {
                    chunk.created(entry, written(job, chunk, entry, index));
                }
            }
            index++;
        }
    }

    private UUID written(Job job, Chunk chunk, Chunk.Entry entry, int index) {
        try {
            return writer.write(entry.row(), chunk::known);
        } catch (RuntimeException e) {
            throw new FailedRow(job.id(), index, entry.number(), Incidents.problem(e, "a row"));
        }
    }

    /** All rows were looked at: those that wait for what does not come are refused, and then it ends. */
    private void end(Job job) {
        List<Map.Entry<ImportRows.Waiting, ImportRows.Line>> stuck = rows.stuck(job.id(), CHUNK);
        if (!stuck.isEmpty()) {
            Chunk chunk = new Chunk(job, List.of(), names);
            stuck.forEach(each -> chunk.refuse(Chunk.Entry.of(each.getValue()), ProblemException.violated(Errors.at(each.getKey().pointer(),
                    "reference-not-found", "there is no record and no row that is one: " + each.getKey().name()))));
            chunk.save(jobs, rows, results);
        } else if (job.atomic() && !job.dryRun()) {
            whole.write(job);
        } else {
            jobs.finish(job.id(), "completed");
        }
    }
}
