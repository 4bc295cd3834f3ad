package org.chancery.verify;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chancery.fixture.Credentials;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Every test class begins on the starter data as they were loaded, whatever other classes wrote: a copy is made before the
 * first test and put back after each class. The service loader finds it, so no test names it.
 */
public class StarterDatabase implements QuarkusTestBeforeEachCallback, QuarkusTestAfterAllCallback {
    private static final String TABLES = "select tablename from pg_tables where schemaname = 'public'"
            + " and tablename not in ('service_key', 'flyway_schema_history')";

    /** Set by a profile whose tests share what the first of them made. */
    public static final String KEPT = "chancery.test.database-kept";

    /** The database that was copied; a test that restarts the service may get another one. */
    private static String copied = "";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (!copied.equals(url()) && !ConfigProvider.getConfig().getOptionalValue(KEPT, Boolean.class).orElse(false)) {
            inTransaction(statement -> {
                statement.execute("create schema if not exists starter");
                for (String table : strings(statement, TABLES)) {
                    statement.execute("create table if not exists starter." + table + " as table public." + table);
                }
            });
            copied = url();
        }
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        if (copied.equals(url())) {
            inTransaction(statement -> {
                List<String> tables = strings(statement, TABLES);
                statement.execute("set local session_replication_role = replica");
                statement.execute("truncate " + String.join(", ", tables));
                for (String table : strings(statement, "select tablename from pg_tables where schemaname = 'history'")) {
                    statement.execute("truncate history." + table);
                }
                Credentials.forget();
                for (String table : tables) {
                    String columns = String.join(", ", strings(statement, "select quote_ident(column_name) from information_schema.columns"
                            + " where table_schema = 'public' and table_name = '" + table + "' and is_generated = 'NEVER'"));
                    statement.execute("insert into " + table + " (" + columns + ") select " + columns + " from starter." + table);
                }
            });
        }
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }

    /** As the superuser, who alone can leave out foreign keys and triggers. */
    private static void inTransaction(Work work) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres",
                ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class)); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            work.with(statement);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
