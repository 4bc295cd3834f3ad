package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What answers look at has its history in the database, and every answer can be had as of then. */
@QuarkusTest
class HistoryConventionTest {
    /** Tables without a history, and why; any other is kept by {@code registry_keep_history} in its migration. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("revision", "is history"), Map.entry("change", "is history"), Map.entry("change_outbox", "is history"),
            Map.entry("change_floor", "is history"), Map.entry("merge_reference", "only undoing a merge looks at it"),
            Map.entry("identifier_scheme", "only migrations write it"), Map.entry("service_key", "is no part of the registry"),
            Map.entry("kept_answer", "is no part of the registry"), Map.entry("api_key", "is no part of the registry"),
            Map.entry("import_job", "is no part of the registry"), Map.entry("import_cancellation", "is no part of the registry"),
            Map.entry("import_row", "is no part of the registry"), Map.entry("import_waiting", "is no part of the registry"),
            Map.entry("import_result", "is no part of the registry"), Map.entry("import_claim", "is no part of the registry"),
            Map.entry("import_key", "is no part of the registry"),
            Map.entry("event_actor", "follows from others, in `known` too"),
            Map.entry("webhook", "is no part of the registry"), Map.entry("webhook_delivery", "is no part of the registry"),
            Map.entry("flyway_schema_history", "is no part of the registry"));
    /** Reads without {@code asKnownAt}: revisions and changes are history, the others are a part of the service. */
    private static final String NOT_OF_RECORDS = ".*/revisions([/.].*)?|/v1/(changes|imports|vocabularies|webhooks|api-keys)([/.].*)?";

    @Inject
    DataSource database;

    @Test
    void table_shouldHaveItsHistory() throws SQLException {
        Set<String> kept = set("select relname from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r'");

        assertThat(set("select tablename from pg_tables where schemaname = 'public'").stream().filter(table -> !WITHOUT.containsKey(table)))
                .containsExactlyInAnyOrderElementsOf(kept).hasSizeGreaterThan(20);
        assertThat(set("select relname from pg_class where relnamespace = 'known'::regnamespace")).containsAll(kept);
        assertThat(set("select relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where tgname = 'history_of_change'")).isEqualTo(kept);
        assertThat(set("select relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where tgname = 'history_of_removal'")).isEqualTo(kept);
    }

    /** Whoever adds a column or an index calls {@code registry_keep_history} again. */
    @Test
    void history_shouldHaveTheColumnsAndIndexesOfItsTable() throws SQLException {
        String columns = "select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || cast(a.attcollation as text) || ' ' || cast(a.attgenerated as text)"
                + " from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relname in (select relname from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r')"
                + " and a.attnum > 0 and not a.attisdropped and c.relnamespace = '%s'::regnamespace";
        String indexes = "select regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX| ON \\w+\\.| NULLS NOT DISTINCT|::[a-z ]+(\\[\\])?|[()]', '', 'g')"
                + " from pg_index i join pg_class c on c.oid = i.indrelid where c.relname in (select relname from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r')"
                + " and c.relnamespace = '%s'::regnamespace";

        assertThat(set(columns.formatted("history"))).isEqualTo(set(columns.formatted("public"))).hasSizeGreaterThan(200);
        assertThat(set(indexes.formatted("history"))).isEqualTo(set(indexes.formatted("public"))).hasSizeGreaterThan(50);
        String shown = columns.replace(" || ' ' || cast(a.attgenerated as text)", "") + " and a.attname not in ('known_from', 'known_to')";
        assertThat(set(shown.formatted("known"))).isEqualTo(set(shown.formatted("public")));
    }

    @Test
    void read_shouldTakeAsKnownAt_whenItAnswersFromRecords() {
        List<String> reads = ContractDocument.operations().stream().filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.query("asKnownAt").isPresent() == operation.path().matches(NOT_OF_RECORDS)).map(Object::toString)
                .collect(Collectors.toList());

        assertThat(reads).as("reads of records without asKnownAt, or others with it").isEmpty();
    }

    @Test
    void write_shouldNotTakeAsKnownAt() {
        assertThat(ContractDocument.operations()).filteredOn(operation -> !operation.method().equals("GET"))
                .noneMatch(operation -> operation.query("asKnownAt").isPresent());
    }

    private Set<String> set(String sql) throws SQLException {
        return new TreeSet<>(Fingerprint.query(database, sql));
    }
}
