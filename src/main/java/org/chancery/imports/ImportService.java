package org.chancery.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.DigestUtils;
import org.chancery.api.model.ImportJob;
import org.chancery.api.model.ImportJobPage;
import org.chancery.contract.RequestParameters;
import org.chancery.http.Answers;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.Author;
import org.chancery.record.ChangeComment;
import org.chancery.record.Dates;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes files, and says how far they are. */
@ApplicationScoped
class ImportService {
    private static final Logger LOG = Logger.getLogger(ImportService.class);

    private final ImportFiles files;
    private final ImportJobs jobs;
    private final ImportReport report;
    private final ImportWorker worker;
    private final ChangeComment comments;
    private final RequestParameters parameters;
    private final FieldPages pages;
    private final Answers answers;
    private final CurrentVertxRequest current;

    ImportService(ImportFiles files, ImportJobs jobs, ImportReport report, ImportWorker worker, ChangeComment comments, RequestParameters parameters,
            FieldPages pages, Answers answers, CurrentVertxRequest current) {
        this.files = files;
        this.jobs = jobs;
        this.report = report;
        this.worker = worker;
        this.comments = comments;
        this.parameters = parameters;
        this.pages = pages;
        this.answers = answers;
        this.current = current;
    }

    RestResponse<ImportJob> create(InputStream body) {
        ImportOptions options = new ImportOptions(flag("dryRun"), flag("atomic"), flag("useExisting"), parameters.one("dataset").orElse(null),
                Author.current(), comments.current().orElse(null));
        MessageDigest digest = DigestUtils.getSha256Digest();
        ImportFiles.Kept file;
        try {
            file = files.keep(new DigestInputStream(body, digest), options);
        } catch (IOException e) {
            // who would hear of it is gone
            throw new UncheckedIOException(e);
        }
        AtomicBoolean ready = new AtomicBoolean();
        try {
            RestResponse<ImportJob> answer = answers.once(digest.digest(), () -> {
                ImportJob view = view(QuarkusTransaction.joiningExisting().call(() -> files.ready(file, options.dataset())));
                ready.set(true);
                return answers.accepted(view, view.getVersion(), view.getHref());
            });
            worker.wake();
            return answer;
        } finally {
            if (!ready.get()) {
                files.forget(file.id());
            }
        }
    }

    private boolean flag(String name) {
        return parameters.flag(name).orElseThrow();
    }

    @Transactional
    RestResponse<ImportJobPage> list() {
        List<String> states = parameters.all("state");
        Page<Job> page = pages.rows("imports|" + parameters.filters(),
                (after, limit) -> jobs.before(after == null ? null : UUID.fromString(after), states, limit), job -> job.id().toString());
        return answers.page(new ImportJobPage().items(page.items().stream().map(ImportService::view).toList()).nextCursor(page.next()), page);
    }

    @Transactional
    RestResponse<ImportJob> read(UUID id, String ifNoneMatch) {
        return answers.read(view(find(id)), ImportJob::getVersion, ifNoneMatch);
    }

    private Job find(UUID id) {
        return jobs.find(id).orElseThrow(() -> ProblemException.notFound("There is no import with this id."));
    }

    RestResponse<ImportJob> cancel(UUID id) {
        RestResponse<ImportJob> answer = answers.once(() -> QuarkusTransaction.joiningExisting().call(() -> {
            if (find(id).isFinished()) {
                throw ProblemException.conflict("It has ended.", List.of(Errors.at("", "finished", "is " + find(id).state())));
            }
            jobs.askToCancel(id);
            // nobody works on it: it ends at once
            jobs.take(id).ifPresent(job -> jobs.finish(id, "cancelled"));
            return answers.read(view(find(id)), ImportJob::getVersion, null);
        }));
        worker.wake();
        return answer;
    }

    RestResponse<StreamingOutput> report(UUID id) {
        Job job = QuarkusTransaction.joiningExisting().call(() -> find(id));
        Runnable abort = current.getCurrent().response()::reset;
        return RestResponse.ok(out -> {
            try {
                report.write(job.id(), out);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The report of import %s broke off", id);
                abort.run();
            }
        });
    }

    private static ImportJob view(Job job) {
        return new ImportJob().id(job.id()).version(job.version()).state(job.state()).dryRun(job.dryRun()).atomic(job.atomic()).useExisting(job.useExisting())
                .dataset(job.dataset()).author(job.author()).comment(job.comment()).createdAt(Dates.time(job.createdAt())).startedAt(Dates.time(job.startedAt()))
                .finishedAt(Dates.time(job.finishedAt())).totalRows(job.total()).processedRows(job.counts().processed()).createdRows(job.counts().created())
                .existingRows(job.counts().existing()).validRows(job.counts().valid()).refusedRows(job.counts().refused()).href(job.href())
                .reportHref(job.href() + "/report");
    }
}
