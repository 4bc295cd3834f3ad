package org.chancery.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What is in the database, to see whether something changed. */
final class Fingerprint {
    private Fingerprint() {
    }

    /** Cheap: every write of the service shows in it, as each leaves a revision. */
    static String of(DataSource database) throws SQLException {
        return query(database, "select count(*) || ' records, last changed ' || max(updated_at) || ', '"
                + " || (select count(*) from revision) || ' revisions' from record").get(0);
    }

    /** By table, a digest of all its rows. */
    static SortedMap<String, String> ofEachTable(DataSource database) throws SQLException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String table : query(database, "select tablename from pg_tables where schemaname = 'public'")) {
            digests.put(table, query(database, "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                    + table + " t").get(0));
        }
        return digests;
    }

    /** The first column of all rows. */
    static List<String> query(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
