package org.chancery.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.problem.ProblemException;

/** Imports without HTTP: whoever has the database works on them itself, beside the service or without it. */
@ApplicationScoped
public class LocalImports {
    private static final long PAUSE = 200;

    private final ImportFiles files;
    private final ImportJobs jobs;
    private final ImportRunner runner;
    private final ImportReport report;

    LocalImports(ImportFiles files, ImportJobs jobs, ImportRunner runner, ImportReport report) {
        this.files = files;
        this.jobs = jobs;
        this.runner = runner;
        this.report = report;
    }

    /** How far an import is; the counts are of rows. */
    public record Progress(String state, boolean finished, int total, int processed, int created, int existing, int valid, int refused) {
    }

    /** Takes a file into the database. @throws ProblemException 400, 409, 413 */
    public UUID take(InputStream in, ImportOptions options) throws IOException {
        ImportFiles.Kept file = files.keep(in, options);
        try {
            QuarkusTransaction.requiringNew().run(() -> files.ready(file, options.dataset()));
        } catch (ProblemException e) {
            files.forget(file.id());
            throw e;
        }
        return file.id();
    }

    /** Works on it until it has ended, or sees how the service does, which may have taken it up. */
    public Progress run(UUID id, Consumer<Progress> seen) throws InterruptedException {
        Progress progress = progress(id);
        while (!progress.finished()) {
            if (!runner.step(id)) {
                Thread.sleep(PAUSE);
            }
            progress = progress(id);
            seen.accept(progress);
        }
        return progress;
    }

    private Progress progress(UUID id) {
        Job job = QuarkusTransaction.requiringNew().call(() -> jobs.find(id).orElseThrow());
        return new Progress(job.state(), job.isFinished(), job.total(), job.counts().processed(), job.counts().created(), job.counts().existing(),
                job.counts().valid(), job.counts().refused());
    }

    /** Writes what became of each row, one JSON object a line. */
    public void report(UUID id, OutputStream out) throws IOException {
        report.write(id, out);
    }
}
