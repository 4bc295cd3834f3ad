package org.chancery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * The order of all changes. Writers leave what they did in an outbox in their own transaction; here it gets its place behind the end
 * of the log once it is committed. One at a time does this, so places become visible in their order and a reader never misses one.
 */
@ApplicationScoped
class ChangeLog {
    /** Any number that no other advisory lock has. */
    private static final long LOCK = 0x6368616e676573L;
    private static final int GIVEN_UP_AT_ONCE = 1000;

    private final EntityManager database;
    private final Clock clock;
    private final ChangeSettings settings;

    ChangeLog(EntityManager database, Clock clock, ChangeSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /** Gives what is committed its place, and lets go of what was kept long enough. */
    @Transactional
    void advance() {
        if (!waiting()) {
            return;
        }
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)").setParameter("lock", LOCK).getResultList();
        // a statement of its own: it sees what the one who had the lock before has committed
        database.createNativeQuery("""
                with placed as (delete from change_outbox returning sequence, record_id, number)
                insert into change (record_id, record_type, number)
                select p.record_id, r.record_type, p.number from placed p join record r on r.id = p.record_id order by p.sequence""").executeUpdate();
        settings.retention().ifPresent(this::giveUp);
    }

    private boolean waiting() {
        return (Boolean) database.createNativeQuery("select exists (select 1 from change_outbox)", Boolean.class).getSingleResult();
    }

    private void giveUp(Duration retention) {
        database.createNativeQuery("""
                with old as (
                    select c.position from change c join revision v on v.record_id = c.record_id and v.number = c.number
                     where c.position <= (select min(position) from change) + :most and v.at < :before),
                gone as (delete from change where position in (select position from old) returning position)
                update change_floor set position = greatest(position, (select coalesce(max(position), 0) from gone))""")
                .setParameter("most", GIVEN_UP_AT_ONCE).setParameter("before", clock.instant().minus(retention)).executeUpdate();
    }

    /** Where the log ends: all that is at or before this place is committed. */
    long end() {
        return (Long) database.createNativeQuery("select greatest((select position from change_floor), (select max(position) from change))",
                Long.class).getSingleResult();
    }

    /** What was at or before this place is not kept any more. */
    long floor() {
        return (Long) database.createNativeQuery("select position from change_floor", Long.class).getSingleResult();
    }
}
