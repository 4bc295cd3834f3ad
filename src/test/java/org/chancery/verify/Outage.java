package org.chancery.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Takes all tables away from the service until it is closed; what the service logs of it is not shown. */
final class Outage implements AutoCloseable {
    private static final List<Logger> LOGGERS = List.of(Logger.getLogger("org.chancery.problem.ProblemMappers"),
            Logger.getLogger("org.hibernate.orm.jdbc.error"));

    private final DataSource database;

    private Outage(DataSource database) {
        this.database = database;
    }

    static Outage of(DataSource database) throws SQLException {
        execute(database, "alter schema public rename to elsewhere");
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        return new Outage(database);
    }

    @Override
    public void close() throws SQLException {
        LOGGERS.forEach(logger -> logger.setLevel(null));
        execute(database, "alter schema elsewhere rename to public");
    }

    private static void execute(DataSource database, String command) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
