package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged service as a process of its own, as whoever runs it does. */
class EmbeddedDatabaseIT {
    private static final Path JAR = Path.of(System.getProperty("chancery.it.jar"));
    private static final Pattern READY = Pattern.compile("ready at http://localhost:(\\d+)/docs");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path work;
    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = work.resolve("data");
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        started.forEach(Process::destroyForcibly);
        for (Process process : started) {
            process.waitFor();
        }
        serverPid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void service_shouldKeepItsData_whateverEndsIt() throws Exception {
        Service first = start();
        assertThat(first.log()).contains("unpacking PostgreSQL", "creating the database",
                "no JDBC URL is configured: using the embedded PostgreSQL");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        execute("CREATE TABLE kept (name text)", "INSERT INTO kept VALUES ('Чарівність')");
        assertThat(launch("another").waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(work.resolve("another.log")).strip())
                .startsWith("chancery: another Chancery is running on").doesNotContain("\n");

        first.process().destroy();
        assertThat(first.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.process().exitValue()).isIn(0, 143);
        assertThat(serverIsRunning()).isFalse();

        Service second = start();
        assertThat(kept()).isEqualTo("Чарівність");
        kill(second.process().toHandle());
        assertThat(serverIsRunning()).isTrue();

        Service third = start();
        assertThat(kept()).isEqualTo("Чарівність");
        assertThat(third.status("/q/health/ready")).isEqualTo(200);
        kill(ProcessHandle.of(serverPid().orElseThrow()).orElseThrow());
        await().atMost(PATIENCE).until(() -> third.status("/q/health/ready") == 503);
        assertThat(third.status("/q/health/live")).isEqualTo(200);
        kill(third.process().toHandle());

        Service fourth = start();
        assertThat(kept()).isEqualTo("Чарівність");
        fourth.process().destroy();
        assertThat(fourth.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(serverIsRunning()).isFalse();
    }

    @Test
    void service_shouldStartNoDatabase_whenUrlIsConfigured() throws Exception {
        Files.createDirectories(work.resolve("config"));
        Files.writeString(work.resolve("config/application.properties"),
                "quarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/elsewhere\n");

        Process process = launch("external");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(work.resolve("external.log"))).contains("Failed to start").contains("127.0.0.1:1");
        assertThat(folder).doesNotExist();
    }

    private record Service(Process process, Path output, int port, HttpClient client) {
        String log() throws IOException {
            return Files.readString(output);
        }

        int status(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private Service start() throws IOException {
        String name = "service" + started.size();
        Process process = launch(name);
        Path output = work.resolve(name + ".log");
        await().atMost(PATIENCE).until(() -> !process.isAlive() || READY.matcher(Files.readString(output)).find());
        Matcher ready = READY.matcher(Files.readString(output));
        assertThat(ready.find()).as(Files.readString(output)).isTrue();
        return new Service(process, output, Integer.parseInt(ready.group(1)), client);
    }

    private Process launch(String name) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0", "-Dchancery.database.folder=" + folder, "-jar", JAR.toString())
                .directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile()).start();
        started.add(process);
        return process;
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive() || PidFile.isZombie(process.pid()));
    }

    private Optional<Long> serverPid() throws IOException {
        Path file = folder.resolve("pgdata/postmaster.pid");
        return Files.exists(file) ? Optional.of(Long.valueOf(Files.readAllLines(file).get(0).strip())) : Optional.empty();
    }

    private boolean serverIsRunning() throws IOException {
        return PidFile.in(folder.resolve("pgdata")).map(PidFile::serverIsRunning).orElse(false);
    }

    private String kept() throws IOException, SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void execute(String... commands) throws IOException, SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private Connection connect() throws IOException, SQLException {
        String port = Files.readAllLines(folder.resolve("pgdata/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/chancery", "chancery",
                Files.readString(folder.resolve("password")).strip());
    }
}
