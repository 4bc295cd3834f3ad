package org.chancery.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.postgresql.Driver;

/**
 * A PostgreSQL of the service's own, for a laptop and for tests: on the loopback interface only, with a
 * generated password, its data in one folder that survives the process.
 *
 * <p>Only one process at a time may hold a folder. Whatever an earlier one left behind, killed or not, the next
 * start takes over. The service works as a role without any right over the server, as it would elsewhere.
 *
 * <p>The server is detached from the service's process group: Ctrl-C reaches the service alone, which stops
 * the server after its last request. Hence no shutdown hook here: whoever starts it closes it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String DATABASE = "chancery";
    private static final String OWNER = "chancery";
    private static final String SUPERUSER = "postgres";

    private final Options options;
    private final Consumer<String> progress;
    private final DataFolder folder;
    private PostgresBinaries binaries;
    private String password;
    private int port;

    /**
     * How to run it.
     *
     * @param folder where the data are kept; created where it is missing
     * @param programs where the programs are unpacked to, once for each version
     * @param port the port on 127.0.0.1; 0 takes a free one
     * @param durable false trades what a power cut would cost for speed, in tests only
     */
    public record Options(Path folder, Path programs, int port, boolean durable) {
        /** The data and the programs in one folder, which is safe against power cuts. */
        public static Options in(Path folder, int port) {
            Path absolute = folder.toAbsolutePath().normalize();
            return new Options(absolute, absolute, port, true);
        }
    }

    private EmbeddedDatabase(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.folder = new DataFolder(options.folder());
    }

    /**
     * Starts it, and creates it first where the folder is empty.
     *
     * @param progress told each step that takes time, in a few words
     * @throws DatabaseException in one line, if the folder is in use, is of another version or cannot be used
     */
    public static EmbeddedDatabase start(Options options, Consumer<String> progress) {
        EmbeddedDatabase database = new EmbeddedDatabase(options, progress);
        try {
            database.open();
            return database;
        } catch (IOException | SQLException e) {
            database.folder.release();
            throw new DatabaseException("the embedded PostgreSQL in " + options.folder() + " does not start: " + e, e);
        } catch (InterruptedException e) {
            database.folder.release();
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted", e);
        } catch (RuntimeException e) {
            database.folder.release();
            throw e;
        }
    }

    /**
     * What Quarkus has to know to use the one that another process runs on the folder.
     *
     * @return empty where no process does
     */
    public static Optional<Map<String, String>> running(Path folder) {
        EmbeddedDatabase database = new EmbeddedDatabase(Options.in(folder, 0), step -> { });
        try {
            if (!Files.exists(database.folder.data()) || database.folder.tryLock()) {
                return Optional.empty();
            }
            Optional<Integer> port = PidFile.in(database.folder.data()).filter(PidFile::serverIsRunning).flatMap(PidFile::port);
            if (port.isEmpty()) {
                throw new DatabaseException("the embedded PostgreSQL in " + folder + " is about to start or to stop: try again");
            }
            database.password = database.folder.readOrCreatePassword();
            database.port = port.get();
            return Optional.of(database.settings());
        } catch (IOException e) {
            throw new DatabaseException("the embedded PostgreSQL in " + folder + " cannot be used: " + e, e);
        } finally {
            database.folder.release();
        }
    }

    /** What Quarkus has to know to use it. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(DATABASE),
                "quarkus.datasource.username", OWNER,
                "quarkus.datasource.password", password,
                "chancery.database.embedded", "true");
    }

    /** What it is and where, for the log. */
    @Override
    public String toString() {
        return "PostgreSQL " + PostgresBinaries.version() + " in " + options.folder() + " on 127.0.0.1:" + port;
    }

    /** Stops the server, after the connections of the pool are closed, and lets go of the folder. */
    @Override
    public void close() {
        try {
            stopServer();
        } catch (IOException e) {
            throw new DatabaseException("the embedded PostgreSQL does not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            folder.release();
        }
    }

    private void open() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(options.folder());
        Files.createDirectories(options.programs());
        folder.lock();
        binaries = PostgresBinaries.unpack(options.programs(), progress);
        if (!options.durable()) {
            stopLeftOver();
            FileTree.delete(folder.data());
        }
        password = folder.readOrCreatePassword();
        if (Files.isDirectory(folder.data())) {
            folder.requireVersion(PostgresBinaries.version().split("\\.")[0]);
            stopLeftOver();
        } else {
            progress.accept("creating the database in " + options.folder());
            createCluster();
        }
        port = options.port() != 0 ? options.port() : freePort();
        writeSettings();
        startServer();
        createDatabase();
    }

    /** In a folder of another name until it is complete, so that a kill in between leaves nothing half made. */
    private void createCluster() throws IOException, InterruptedException {
        Path unfinished = options.folder().resolve("pgdata.unfinished");
        FileTree.delete(unfinished);
        Files.createDirectory(unfinished);
        if (binaries.needsOwnFolder()) {
            binaries.giveAway(unfinished);
        }
        // C.UTF-8 of PostgreSQL's own provider: the same order and case rules on every system, whatever ICU
        // it has; ICU collations are there by name
        PostgresBinaries.Result result = run("initdb", "--pgdata=" + unfinished, "--username=" + SUPERUSER,
                "--pwfile=" + folder.password(), "--auth=scram-sha-256", "--encoding=UTF8",
                "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions",
                options.durable() ? "--sync-method=fsync" : "--no-sync");
        if (result.status() != 0) {
            throw new DatabaseException("initdb failed in " + options.folder() + ": " + result.output());
        }
        Files.writeString(unfinished.resolve("postgresql.conf"), "\ninclude 'chancery.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writeSettings() throws IOException {
        String text = """
                # written at each start
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_checkpoints = off
                """.formatted(port);
        if (!options.durable()) {
            text += """
                    fsync = off
                    synchronous_commit = off
                    full_page_writes = off
                    """;
        }
        Files.writeString(folder.data().resolve("chancery.conf"), text);
    }

    private void startServer() throws IOException, InterruptedException {
        Path log = options.folder().resolve("postgresql.log");
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            Files.deleteIfExists(log);
            PostgresBinaries.Result result = run("pg_ctl", "start", "--wait", "--timeout=300", "--silent",
                    "--pgdata=" + folder.data(), "--log=" + log);
            if (result.status() == 0) {
                return;
            }
            String reason = Files.exists(log) ? Files.readString(log).strip() : result.output();
            // the workers of a killed server notice its death within seconds
            boolean passing = reason.contains("pre-existing shared memory block");
            if (!passing || Instant.now().isAfter(giveUp)) {
                throw new DatabaseException("the embedded PostgreSQL in " + options.folder() + " does not start: "
                        + lastLine(reason) + " (all of it in " + log + ")");
            }
            Thread.sleep(500);
        }
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().filter(line -> line.contains("FATAL") || line.contains("ERROR")).toList();
        return lines.isEmpty() ? text.lines().reduce("no word why", (a, b) -> b) : lines.get(0);
    }

    /** A service that was killed leaves its server running; a server that was killed leaves its pid file behind. */
    private void stopLeftOver() throws IOException, InterruptedException {
        Optional<PidFile> file = PidFile.in(folder.data());
        if (file.isEmpty()) {
            return;
        }
        if (file.get().serverIsRunning()) {
            progress.accept("stopping the PostgreSQL that was left running");
            stopServer();
        } else {
            file.get().declareDead();
        }
    }

    private void stopServer() throws IOException, InterruptedException {
        if (!PidFile.in(folder.data()).map(PidFile::serverIsRunning).orElse(false)) {
            return;
        }
        PostgresBinaries.Result result = run("pg_ctl", "stop", "--wait", "--timeout=60", "--silent", "--mode=fast",
                "--pgdata=" + folder.data());
        if (result.status() != 0 && PidFile.in(folder.data()).isPresent()) {
            throw new IOException(result.output());
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        return new Driver().connect(url(SUPERUSER), properties);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private PostgresBinaries.Result run(String program, String... arguments) throws IOException, InterruptedException {
        return binaries.run(options.folder().resolve(program + ".log"), program, arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
