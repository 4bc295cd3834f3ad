package org.chancery.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What became of the rows, and what they are called. */
@ApplicationScoped
class ImportResults {
    private final EntityManager database;

    ImportResults(EntityManager database) {
        this.database = database;
    }

    void save(Job job, List<Result> results) {
        bind(database.createNativeQuery("""
                insert into import_result (job_id, number, outcome, record_type, key, record_id, problem)
                select :job, n, o, t, k, i, cast(p as jsonb) from unnest(:numbers, :outcomes, :types, :keys, :ids, :problems) r (n, o, t, k, i, p)"""), job, results)
                .setParameter("outcomes", column(results, Result::outcome, String[]::new))
                .setParameter("types", column(results, result -> result.type() == null ? null : result.type().word(), String[]::new))
                .setParameter("keys", column(results, Result::key, String[]::new))
                .setParameter("problems", column(results, result -> result.problem() == null ? null : result.problem().document(job.href()), String[]::new))
                .executeUpdate();
        saveKeys(job, results);
    }

    /** What was valid is written. */
    void replace(Job job, List<Result> results) {
        bind(database.createNativeQuery("""
                update import_result r set outcome = c.o, record_id = c.i from unnest(:numbers, :ids, :outcomes) c (n, i, o)
                 where r.job_id = :job and r.number = c.n"""), job, results).setParameter("outcomes", column(results, Result::outcome, String[]::new))
                .executeUpdate();
        saveKeys(job, results);
    }

    private static Query bind(Query query, Job job, List<Result> results) {
        return query.setParameter("job", job.id()).setParameter("numbers", column(results, Result::number, Integer[]::new))
                .setParameter("ids", column(results, Result::id, UUID[]::new));
    }

    /** A key that was there already means the same record. */
    private void saveKeys(Job job, List<Result> results) {
        List<Result> keyed = results.stream().filter(result -> result.key() != null && result.id() != null).toList();
        if (!keyed.isEmpty() && !job.dryRun()) {
            database.createNativeQuery("""
                    insert into import_key (dataset, key, record_id, job_id) select :dataset, k, i, :job from unnest(:keys, :ids) r (k, i)
                    on conflict (dataset, key) do update set job_id = excluded.job_id""")
                    .setParameter("dataset", job.keys()).setParameter("job", job.id()).setParameter("keys", column(keyed, Result::key, String[]::new))
                    .setParameter("ids", column(keyed, Result::id, UUID[]::new)).executeUpdate();
        }
    }

    /** What the valid rows of a trial are called. */
    void claim(UUID job, List<String> names, List<Integer> numbers) {
        database.createNativeQuery("""
                insert into import_claim (job_id, name, number) select :job, m, n from unnest(:names, :numbers) c (m, n) on conflict do nothing""")
                .setParameter("job", job).setParameter("names", names.toArray(String[]::new)).setParameter("numbers", numbers.toArray(Integer[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(List<Result> results, Function<Result, T> member, IntFunction<T[]> array) {
        return results.stream().map(member).toArray(array);
    }

    /** A result as it is reported: what it does not have is null. */
    record Reported(int number, String outcome, String type, String key, UUID id, String problem) {
    }

    List<Reported> after(UUID job, int number, int limit) {
        List<Reported> reported = new ArrayList<>();
        ((List<?>) database.createNativeQuery("""
                select number, outcome, record_type, key, record_id, cast(problem as text) from import_result
                 where job_id = :job and number > :after order by number limit :limit""", Tuple.class).setParameter("job", job).setParameter("after", number)
                .setParameter("limit", limit).getResultList()).stream().map(Tuple.class::cast)
                .forEach(row -> reported.add(new Reported(row.get(0, Integer.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                        row.get(4, UUID.class), row.get(5, String.class))));
        return reported;
    }
}
