package org.chancery.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A merge and its undoing leave a random registry as it was: each row of each table but versions, times of change and the history
 * itself, and each document that the API answers.
 */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class MergeIdentityTest {
    private static final List<String> COLLECTIONS = List.of("/people", "/organizations", "/states", "/series", "/sources", "/meetings", "/summits",
            "/declarations");
    /** What a write leaves behind for good. */
    private static final Set<String> HISTORY = Set.of("revision", "change", "change_outbox", "flyway_schema_history");
    private static final Set<String> VERSIONS = Set.of("record.version", "record.updated_at");

    @Inject
    DataSource database;

    /** All rows by table. */
    private SortedMap<String, List<String>> rows() throws SQLException {
        SortedMap<String, List<String>> tables = new TreeMap<>();
        for (String columns : query("select c.table_name || ':' || string_agg(c.column_name, ',' order by c.ordinal_position)"
                + " from information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
                + " where c.table_schema = 'public' and t.table_type = 'BASE TABLE' group by c.table_name")) {
            String table = columns.substring(0, columns.indexOf(':'));
            if (!HISTORY.contains(table)) {
                String shown = Arrays.stream(columns.substring(columns.indexOf(':') + 1).split(","))
                        .filter(column -> !VERSIONS.contains(table + "." + column)).map(column -> "\"" + column + "\"").collect(Collectors.joining(","));
                tables.put(table, query("select cast(row(" + shown + ") as text) from \"" + table + "\" order by 1"));
            }
        }
        return tables;
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void merge_shouldLeaveNothing_whenUndone(long seed) throws Exception {
        RandomRegistry registry = new RandomRegistry(seed);
        SortedMap<String, List<String>> rows = rows();
        String documents = registry.documents();
        int merged = 0;
        int refused = 0;
        for (Map.Entry<String, List<UUID>> collection : registry.ids().entrySet()) {
            if (!COLLECTIONS.contains(collection.getKey())) {
                continue;
            }
            List<UUID> ids = collection.getValue();
            for (int i = 0; i + 1 < ids.size(); i++) {
                Response answer = Merging.send(collection.getKey(), ids.get(i), ids.get(i + 1), false);
                assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 409);
                if (answer.statusCode() == 200) {
                    merged++;
                    assertThat(rows()).isNotEqualTo(rows);
                    Merging.unmerge(collection.getKey(), ids.get(i));
                } else {
                    refused++;
                }
                assertSame(rows(), rows);
                assertThat(registry.documents()).isEqualTo(documents);
            }
        }
        System.out.println("seed " + seed + ": " + merged + " merges undone, " + refused + " refused");
        assertThat(merged).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void merges_shouldLeaveNothing_whenUndoneLastFirst(long seed) throws Exception {
        RandomRegistry registry = new RandomRegistry(seed);
        SortedMap<String, List<String>> rows = rows();
        String documents = registry.documents();
        List<Map.Entry<String, UUID>> done = new ArrayList<>();
        for (String collection : COLLECTIONS) {
            List<UUID> ids = new ArrayList<>(registry.ids().get(collection));
            Collections.shuffle(ids, new Random(seed));
            while (ids.size() > 1) {
                UUID gone = ids.remove(0);
                if (Merging.send(collection, gone, ids.get(0), false).statusCode() == 200) {
                    done.add(Map.entry(collection, gone));
                }
            }
        }
        assertThat(done).hasSizeGreaterThan(8);
        Collections.reverse(done);
        for (Map.Entry<String, UUID> each : done) {
            Merging.unmerge(each.getKey(), each.getValue());
        }
        assertSame(rows(), rows);
        assertThat(registry.documents()).isEqualTo(documents);
        System.out.println("seed " + seed + ": " + done.size() + " merges undone one after the other");
    }

    private static void assertSame(SortedMap<String, List<String>> now, SortedMap<String, List<String>> before) {
        before.forEach((table, rows) -> assertThat(now.get(table)).as(table).isEqualTo(rows));
    }
}
