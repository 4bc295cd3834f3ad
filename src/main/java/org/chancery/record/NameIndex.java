package org.chancery.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.chancery.text.NameKeys;

/** Keeps the keys under which names are found ({@link NameKeys}) in step with the names. */
@ApplicationScoped
public class NameIndex {
    private static final int BATCH = 500;

    private final EntityManager database;

    NameIndex(EntityManager database) {
        this.database = database;
    }

    /** Replaces the keys of a record, whose names are in the database already, in two statements. */
    void write(RegistryRecord record) {
        Keys keys = new Keys();
        List<NameValue> names = record.names();
        if (names.isEmpty()) {
            // keys of names that are gone went with them
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            keys.add(record.id(), i, record.recordType().word(), names.get(i).value, names.get(i).lang);
        }
        replace(new UUID[] {record.id()}, keys);
    }

    /**
     * Gives keys to all names that have none of the current rules: those of an older database, or loaded without the service. Works in
     * transactions of its own of at most 500 records, so that it can be stopped at any time and goes on where it stopped; several
     * instances of the service share the work. A record that is being changed meanwhile is passed over, as its change writes its keys.
     *
     * @param stopped asked between two transactions
     * @return how many records got keys
     */
    public int complete(BooleanSupplier stopped) {
        int completed = 0;
        UUID after = new UUID(0, 0);
        while (!stopped.getAsBoolean()) {
            UUID from = after;
            List<UUID> batch = QuarkusTransaction.requiringNew().call(() -> incomplete(from));
            if (batch.isEmpty()) {
                break;
            }
            completed += QuarkusTransaction.requiringNew().call(() -> complete(batch.toArray(UUID[]::new)));
            after = batch.get(batch.size() - 1);
        }
        return completed;
    }

    private List<UUID> incomplete(UUID after) {
        return ((List<?>) database.createNativeQuery("""
                select distinct n.record_id from name n
                 where n.record_id > :after and not exists (select 1 from name_key k
                       where k.record_id = n.record_id and k.ordinal = n.ordinal and k.version = :version)
                 order by n.record_id limit :limit""", UUID.class)
                .setParameter("after", after).setParameter("version", NameKeys.VERSION).setParameter("limit", BATCH).getResultList())
                .stream().map(UUID.class::cast).toList();
    }

    private int complete(UUID[] batch) {
        UUID[] locked = ((List<?>) database.createNativeQuery(
                "select id from record where id = any(:ids) order by id for no key update skip locked", UUID.class)
                .setParameter("ids", batch).getResultList()).toArray(UUID[]::new);
        Keys keys = new Keys();
        ((List<?>) database.createNativeQuery("""
                select n.record_id, n.ordinal, r.record_type, n.value, n.lang from name n join record r on r.id = n.record_id
                 where n.record_id = any(:ids)""", Tuple.class).setParameter("ids", locked).getResultList()).stream().map(Tuple.class::cast)
                .forEach(row -> keys.add(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, String.class),
                        row.get(3, String.class), row.get(4, String.class)));
        // what is derived has no history of its own: the new keys stand for the old ones as long as their names are known
        database.createNativeQuery("select set_config('chancery.now', '-infinity', true)", String.class).getSingleResult();
        replace(locked, keys);
        return locked.length;
    }

    /** Only keys that differ are written. A key is known as long as its name. */
    private void replace(UUID[] records, Keys keys) {
        keys.bind(database.createNativeQuery("""
                delete from name_key k where k.record_id = any(:ids) and not exists (select 1 from """ + Keys.ROWS + """
                 where w.record_id = k.record_id and w.ordinal = k.ordinal and w.position = k.position and w.record_type = k.record_type
                   and w.method = k.method and w.key = k.key and k.version = :version)""")).setParameter("ids", records).executeUpdate();
        keys.bind(database.createNativeQuery("""
                insert into name_key (record_id, ordinal, position, record_type, method, version, key, known_from)
                select w.record_id, w.ordinal, w.position, w.record_type, w.method, :version, w.key, n.known_from from """ + Keys.ROWS + """
                  join name n on n.record_id = w.record_id and n.ordinal = w.ordinal
                on conflict do nothing""")).executeUpdate();
    }

    /** Rows in the making, column by column. */
    private static final class Keys {
        static final String ROWS = " unnest(:records, :ordinals, :positions, :types, :methods, :keys)"
                + " w (record_id, ordinal, position, record_type, method, key) ";

        final List<UUID> records = new ArrayList<>();
        final List<Integer> ordinals = new ArrayList<>();
        final List<Integer> positions = new ArrayList<>();
        final List<String> types = new ArrayList<>();
        final List<String> methods = new ArrayList<>();
        final List<String> keys = new ArrayList<>();

        void add(UUID record, int ordinal, String type, String value, String lang) {
            int position = 0;
            for (NameKeys.Key key : NameKeys.of(value, lang)) {
                records.add(record);
                ordinals.add(ordinal);
                positions.add(position++);
                types.add(type);
                methods.add(key.method());
                keys.add(key.key());
            }
        }

        Query bind(Query query) {
            return query.setParameter("version", NameKeys.VERSION)
                    .setParameter("records", records.toArray(UUID[]::new)).setParameter("ordinals", ordinals.toArray(Integer[]::new))
                    .setParameter("positions", positions.toArray(Integer[]::new)).setParameter("types", types.toArray(String[]::new))
                    .setParameter("methods", methods.toArray(String[]::new)).setParameter("keys", keys.toArray(String[]::new));
        }
    }
}
