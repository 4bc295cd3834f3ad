package org.chancery.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lines of files, and which of them wait for others. */
@ApplicationScoped
class ImportRows {
    /** Of lines that are taken up at once. */
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final EntityManager database;

    ImportRows(EntityManager database) {
        this.database = database;
    }

    /** A line of a file; {@code wrong} is null for one that is a text, else see {@link LineReader.Line}. */
    record Line(int number, String content, String wrong) {
        static Line of(Tuple row) {
            return new Line(row.get("number", Integer.class), row.get("content", String.class), row.get("wrong", String.class));
        }
    }

    /** A row that refers to what is not there; {@code name} is what it is called, {@code pointer} where it says so. */
    record Waiting(int number, String name, String pointer) {
        private static final int MAX_POINTER = 300;

        Waiting {
            pointer = pointer.substring(0, Math.min(MAX_POINTER, pointer.length()));
        }
    }

    void keep(UUID job, List<Line> lines) {
        database.createNativeQuery("""
                insert into import_row (job_id, number, content, wrong) select :job, n, c, w from unnest(:numbers, :contents, :wrong) l (n, c, w)""")
                .setParameter("job", job).setParameter("numbers", lines.stream().map(Line::number).toArray(Integer[]::new))
                .setParameter("contents", lines.stream().map(Line::content).toArray(String[]::new))
                .setParameter("wrong", lines.stream().map(Line::wrong).toArray(String[]::new)).executeUpdate();
    }

    /** Those first that waited for what is there now, then on in the order of the file. */
    List<Line> next(Job job, int limit) {
        List<Line> woken = lines("import_waiting w join import_row r on r.job_id = w.job_id and r.number = w.number where w.job_id = :job and w.woken"
                + " and w.number > :position", job.id(), 0, limit);
        return !woken.isEmpty() ? woken : lines("import_row r where r.job_id = :job and r.number > :position", job.id(), job.position(), limit);
    }

    private List<Line> lines(String from, UUID job, int position, int limit) {
        return ((List<?>) database.createNativeQuery("""
                select number, content, wrong from (
                    select r.number, r.content, r.wrong, sum(octet_length(r.content)) over (order by r.number) - octet_length(r.content) as before
                      from\s""" + from + " order by r.number limit :limit) l where coalesce(before, 0) < :bytes order by number", Tuple.class)
                .setParameter("job", job).setParameter("position", position).setParameter("limit", limit).setParameter("bytes", MAX_BYTES)
                .getResultList()).stream().map(row -> Line.of((Tuple) row)).toList();
    }

    /** Those that a trial found valid, each after those that it refers to, behind a turn; the turns come with them. */
    List<Turn> valid(UUID job, long after, int limit) {
        return ((List<?>) database.createNativeQuery("""
                select v.turn, r.number, r.content, r.wrong from import_result v join import_row r on r.job_id = v.job_id and r.number = v.number
                 where v.job_id = :job and v.outcome = 'valid' and v.turn > :after order by v.turn limit :limit""", Tuple.class).setParameter("job", job)
                .setParameter("after", after).setParameter("limit", limit).getResultList()).stream().map(Tuple.class::cast)
                .map(row -> new Turn(row.get(0, Long.class), Line.of(row))).toList();
    }

    record Turn(long turn, Line line) {
    }

    String content(UUID job, int number) {
        return (String) database.createNativeQuery("select content from import_row where job_id = :job and number = :number", String.class)
                .setParameter("job", job).setParameter("number", number).getSingleResult();
    }

    /** Rows that wait, if nothing comes any more that could wake them: what they wait for, and what they are. */
    List<Map.Entry<Waiting, Line>> stuck(UUID job, int limit) {
        return ((List<?>) database.createNativeQuery("""
                select w.number, w.name, w.pointer, r.content, r.wrong from import_waiting w join import_row r on r.job_id = w.job_id and r.number = w.number
                 where w.job_id = :job order by w.number limit :limit""",
                Tuple.class).setParameter("job", job).setParameter("limit", limit).getResultList()).stream().map(Tuple.class::cast)
                .map(row -> Map.entry(new Waiting(row.get(0, Integer.class), row.get(1, String.class), row.get(2, String.class)),
                        Line.of(row))).toList();
    }

    /**
     * After rows were looked at.
     *
     * @param done those of which it is known what becomes of them
     * @param waiting those that refer to what is not there
     * @param names what is there now
     */
    void settle(UUID job, List<Integer> done, List<Waiting> waiting, List<String> names) {
        database.createNativeQuery("delete from import_waiting where job_id = :job and number = any(:done)").setParameter("job", job)
                .setParameter("done", done.toArray(Integer[]::new)).executeUpdate();
        if (!waiting.isEmpty()) {
            database.createNativeQuery("""
                    insert into import_waiting (job_id, number, name, pointer) select :job, n, m, p from unnest(:numbers, :names, :pointers) w (n, m, p)
                    on conflict (job_id, number) do update set name = excluded.name, pointer = excluded.pointer, woken = false""")
                    .setParameter("job", job).setParameter("numbers", waiting.stream().map(Waiting::number).toArray(Integer[]::new))
                    .setParameter("names", waiting.stream().map(Waiting::name).toArray(String[]::new))
                    .setParameter("pointers", waiting.stream().map(Waiting::pointer).toArray(String[]::new)).executeUpdate();
        }
        database.createNativeQuery("update import_waiting set woken = true where job_id = :job and name = any(:names) and not woken")
                .setParameter("job", job).setParameter("names", names.toArray(String[]::new)).executeUpdate();
    }
}
