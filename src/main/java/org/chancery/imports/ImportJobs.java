package org.chancery.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of the imports. Who works on one holds its row locked until the transaction ends. */
@ApplicationScoped
class ImportJobs {
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final EntityManager database;
    private final Clock clock;

    ImportJobs(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private Query sql(String sql) {
        return database.createNativeQuery(sql);
    }

    private List<Job> jobs(String rest, Object... parameters) {
        Query query = database.createNativeQuery("select " + Job.COLUMNS + " from import_job j where " + rest, Tuple.class);
        for (int i = 0; i < parameters.length; i += 2) {
            query.setParameter((String) parameters[i], parameters[i + 1]);
        }
        return ((List<?>) query.getResultList()).stream().map(row -> Job.of((Tuple) row)).toList();
    }

    /** Begins one whose file is still coming. */
    void receive(UUID id, ImportOptions options) {
        sql("""
                insert into import_job (id, state, dry_run, atomic, use_existing, dataset, author, comment, created_at)
                values (:id, 'receiving', :dry, :atomic, :existing, cast(:dataset as text), :author, cast(:comment as text), :now)""")
                .setParameter("id", id).setParameter("dry", options.dryRun()).setParameter("atomic", options.atomic())
                .setParameter("existing", options.useExisting()).setParameter("dataset", options.dataset())
                .setParameter("author", options.author()).setParameter("comment", options.comment())
                .setParameter("now", clock.instant()).executeUpdate();
    }

    /** Its file is there: it waits for its turn. */
    Job ready(UUID id, int rows) {
        sql("update import_job set state = 'waiting', total_rows = :rows, created_at = :now where id = :id").setParameter("rows", rows)
                .setParameter("now", clock.instant()).setParameter("id", id).executeUpdate();
        return find(id).orElseThrow();
    }

    void forget(UUID id) {
        sql("delete from import_job where id = :id").setParameter("id", id).executeUpdate();
    }

    Optional<Job> find(UUID id) {
        return jobs("j.id = :id and j.state <> 'receiving'", "id", id).stream().findFirst();
    }

    Optional<Job> unfinished(String dataset) {
        return jobs("j.dataset = :dataset and j.state in ('waiting', 'running')", "dataset", dataset).stream().findFirst();
    }

    /** In any of these states, all where there is none, the last one first. */
    List<Job> before(UUID id, List<String> states, int limit) {
        return jobs("j.state <> 'receiving' and (:any or j.state = any(:states)) and (cast(:id as uuid) is null or j.id < :id) order by j.id desc limit :limit",
                "any", states.isEmpty(), "states", states.toArray(String[]::new), "id", id, "limit", limit);
    }

    /**
     * Locks the next one that nobody works on.
     *
     * @param only null for any
     */
    Optional<Job> take(UUID only) {
        return jobs("j.state in ('waiting', 'running') and (cast(:only as uuid) is null or j.id = :only) order by j.created_at, j.id limit 1"
                + " for no key update skip locked", "only", only).stream().findFirst();
    }

    /** It has made a step. */
    void advance(Job job, int position, List<Result> results) {
        sql("""
                update import_job set state = 'running', version = version + 1, started_at = coalesce(started_at, :now), position = :position,
                       created_rows = created_rows + :created, existing_rows = existing_rows + :existing, valid_rows = valid_rows + :valid,
                       refused_rows = refused_rows + :refused, processed_rows = processed_rows + :all where id = :id""")
                .setParameter("now", clock.instant()).setParameter("position", position).setParameter("created", count(results, "created"))
                .setParameter("existing", count(results, "existing")).setParameter("valid", count(results, "valid"))
                .setParameter("refused", count(results, "refused")).setParameter("all", results.size()).setParameter("id", job.id()).executeUpdate();
    }

    private static int count(List<Result> results, String outcome) {
        return (int) results.stream().filter(result -> result.is(outcome)).count();
    }

    /** Ends it: its file is not needed any more. */
    void finish(UUID id, String state) {
        sql("update import_job set state = :state, version = version + 1, finished_at = :now where id = :id").setParameter("state", state)
                .setParameter("now", clock.instant()).setParameter("id", id).executeUpdate();
        takeTime();
        for (String table : List.of("import_row", "import_waiting", "import_claim", "import_cancellation")) {
            sql("delete from " + table + " where job_id = :id").setParameter("id", id).executeUpdate();
        }
    }

    /** A large file takes longer to delete than any request may take. */
    private void takeTime() {
        sql("set local statement_timeout = 0").executeUpdate();
    }

    /** What was valid in the first half of an atomic import is written now. */
    void written(UUID id, List<Result> results) {
        sql("update import_job set created_rows = created_rows + :created, existing_rows = existing_rows + :existing, valid_rows = valid_rows - :all"
                + " where id = :id").setParameter("created", count(results, "created")).setParameter("existing", count(results, "existing"))
                .setParameter("all", results.size()).setParameter("id", id).executeUpdate();
    }

    /** What was valid has turned out not to be. */
    void invalidated(UUID id, int number) {
        sql("update import_job set valid_rows = valid_rows - 1, refused_rows = refused_rows + 1 where id = :id").setParameter("id", id).executeUpdate();
        sql("delete from import_result where job_id = :id and number = :number").setParameter("id", id).setParameter("number", number).executeUpdate();
    }

    void askToCancel(UUID id) {
        sql("insert into import_cancellation (job_id) values (:id) on conflict do nothing").setParameter("id", id).executeUpdate();
    }

    boolean isCancelled(UUID id) {
        return !database.createNativeQuery("select 1 from import_cancellation where job_id = :id", Integer.class).setParameter("id", id).getResultList()
                .isEmpty();
    }

    /** Takes away what ended before this, and files that never came to their end. */
    void forgetBefore(Instant instant) {
        takeTime();
        sql("delete from import_job where finished_at < :ended or state = 'receiving' and created_at < :begun").setParameter("ended", instant)
                .setParameter("begun", clock.instant().minus(LONGEST_UPLOAD)).executeUpdate();
        sql("delete from import_key k where not exists (select 1 from import_job j where j.id = k.job_id) and k.dataset = cast(k.job_id as text)").executeUpdate();
    }
}
