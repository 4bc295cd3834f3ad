package org.chancery.volume;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chancery.occupancy.AllAttestations;
import org.chancery.volume.Actors.Actor;

/**
 * Fills an empty registry with records that nobody could take for real ones: names are chains of syllables, URLs are of
 * {@code .example}. The same size and seed give the same rows, on every machine.
 */
public final class Generator {
    /** What makes bulk loading slow, and how it is made again. */
    private static final String DEFINITIONS = """
            select format('alter table %I drop constraint %I', t.relname, c.conname),
                   format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
              from pg_constraint c join pg_class t on t.oid = c.conrelid where c.contype = 'f' and c.connamespace = 'public'::regnamespace
            union all
            -- a part is made after its whole
            select 'alter table event disable trigger event_part_of_cycle', 'alter table event enable trigger event_part_of_cycle'
            union all
            -- what is there already has its rows, and once for all others is faster than for each
            select 'alter table participation disable trigger event_actors_of_participation',
                   'alter table participation enable trigger event_actors_of_participation; insert into event_actor select * from event_actors() on conflict do nothing'
            union all
            select format('drop index %I', i.relname), pg_get_indexdef(i.oid)
              from pg_index x join pg_class i on i.oid = x.indexrelid
             where i.relnamespace = 'public'::regnamespace and not x.indisunique
               and not exists (select 1 from pg_constraint c where c.conindid = i.oid)""";

    /** The log of changes begins with sources; one person was changed again and again. */
    private static final String HISTORY = """
            insert into revision (record_id, number, at, author, operation, after)
                select id, 1, created_at, 'generator', 'created', jsonb '{}' from record r
                 where record_type = 'source' and not exists (select from revision v where v.record_id = r.id) order by id limit 25000;
            insert into revision (record_id, number, at, author, operation, before, after)
                select id, number, created_at + number * interval '1 minute', 'generator', 'updated', jsonb_build_object('description', number - 1),
                       jsonb_build_object('description', number)
                  from (select id, created_at from record where record_type = 'person' order by id limit 1) r, generate_series(2, 1500) number;
            update record r set version = v.number from (select record_id, max(number) as number from revision group by 1) v
             where v.record_id = r.id and v.number > r.version;
            insert into change (record_id, record_type, number)
                select v.record_id, r.record_type, v.number from revision v join record r on r.id = v.record_id where v.author = 'generator'
                 order by v.at, v.record_id, v.number""";

    /** How many there are of what; the rest follows. */
    public record Size(int people, int states, int events, long seed) {
        /** Enough for searching. */
        public static final Size SMALL = new Size(12_000, 250, 8_000, 2026);
        public static final Size LARGE = new Size(12_000, 250, 200_000, 2026);
    }

    private Generator() {
    }

    /** In one transaction: all of it or nothing. The connection is left as it was. */
    public static void fill(Connection connection, Size size) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            write(connection, sql, size);
            connection.commit();
            sql.execute("analyze");
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }

    private static void write(Connection connection, Statement sql, Size size) throws SQLException {
        Sheets sheets = new Sheets(connection);
        Ledger ledger = new Ledger(sheets, new Chance(size.seed()));
        ledger.writeSources(Math.max(2_000, size.events() / 4));
        Actors actors = new Actors(ledger);
        actors.write(size.states());
        People people = new People(ledger);
        people.write(size.people());
        people.join(actors);
        Offices offices = new Offices(ledger);
        offices.write(actors);
        offices.fill(people.people.stream().map(Actor::id).toList());
        sheets.flush();
        AllAttestations.derive(connection);
        offices.readPeriods(connection);

        List<String> again = new ArrayList<>();
        List<String> drops = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(DEFINITIONS)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                again.add(rows.getString(2));
            }
        }
        for (String drop : drops) {
            sql.execute(drop);
        }
        new Happenings(ledger, actors, people, offices).write(size.events());
        sheets.flush();
        sql.execute("set local maintenance_work_mem = '256MB'");
        for (String make : again) {
            sql.execute(make);
        }
        sql.execute(HISTORY);
    }
}
