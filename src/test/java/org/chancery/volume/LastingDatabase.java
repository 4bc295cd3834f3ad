package org.chancery.volume;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.chancery.database.EmbeddedDatabase;
import org.flywaydb.core.Flyway;

/** A large registry in {@code target/volume}, made once and kept for the next run. */
final class LastingDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;
    private final Map<String, String> settings;

    /** A server in a folder of its own below {@code target}; nothing is in its database. */
    LastingDatabase(String folder) {
        server = EmbeddedDatabase.start(EmbeddedDatabase.Options.in(Path.of("target", folder).toAbsolutePath(), 0), System.out::println);
        settings = server.settings();
    }

    LastingDatabase(Generator.Size size) throws SQLException {
        this("volume");
        Flyway.configure().dataSource(url(), user(), password()).locations("classpath:db-migrations").load().migrate();
        try (Connection connection = connect(); Statement sql = connection.createStatement()) {
            ResultSet found = sql.executeQuery("select exists (select 1 from event)");
            found.next();
            if (!found.getBoolean(1)) {
                long start = System.nanoTime();
                Generator.fill(connection, size);
                System.out.printf("made %,d people, %d states, %,d events in %d s%n", size.people(), size.states(), size.events(),
                        (System.nanoTime() - start) / 1_000_000_000);
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /** The URL of another database of the same server, which is empty. */
    String empty(String name) throws SQLException {
        String server = url().substring(0, url().lastIndexOf('/') + 1);
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", password()); Statement sql = connection.createStatement()) {
            sql.execute("drop database if exists " + name);
            sql.execute("create database " + name + " owner " + user());
        }
        return server + name;
    }

    String url() {
        return settings.get("quarkus.datasource.jdbc.url");
    }

    String user() {
        return settings.get("quarkus.datasource.username");
    }

    String password() {
        return settings.get("quarkus.datasource.password");
    }

    @Override
    public void close() {
        server.close();
    }
}
