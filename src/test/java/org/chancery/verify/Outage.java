package org.chancery.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Takes all tables away from the service until it is closed. */
final class Outage implements AutoCloseable {
    private final DataSource database;

    private Outage(DataSource database) {
        this.database = database;
    }

    static Outage of(DataSource database) throws SQLException {
        execute(database, "alter schema public rename to elsewhere");
        return new Outage(database);
    }

    @Override
    public void close() throws SQLException {
        execute(database, "alter schema elsewhere rename to public");
    }

    private static void execute(DataSource database, String command) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
