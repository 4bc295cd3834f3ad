package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.chancery.fixture.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Starts the packaged service as a process of its own, as whoever runs it does. */
class EmbeddedDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    final Installation service = new Installation();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void service_shouldKeepItsData_whateverEndsIt() throws Exception {
        service.start();
        assertThat(service.log(0)).contains("unpacking PostgreSQL", "creating the database",
                "no JDBC URL is configured: using the embedded PostgreSQL");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(service.data().resolve("password"))))
                .isEqualTo("rw-------");
        execute("CREATE TABLE kept (name text)", "INSERT INTO kept VALUES ('Чарівність')");
        assertThat(service.stop()).isIn(0, 143);
        assertThat(serverIsRunning()).isFalse();

        service.start();
        assertThat(kept()).isEqualTo("Чарівність");
        service.kill();
        assertThat(serverIsRunning()).isTrue();

        int port = service.start();
        assertThat(kept()).isEqualTo("Чарівність");
        assertThat(status(port, "/q/health/ready")).isEqualTo(200);
        kill(service.server().orElseThrow());
        await().atMost(PATIENCE).until(() -> status(port, "/q/health/ready") == 503);
        assertThat(status(port, "/q/health/live")).isEqualTo(200);
        service.kill();

        service.start();
        assertThat(kept()).isEqualTo("Чарівність");
        service.stop();
        assertThat(serverIsRunning()).isFalse();
    }

    @Test
    void secondService_shouldSayThatTheFolderIsInUse() throws Exception {
        service.start();

        Process another = service.launch();

        assertThat(another.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(service.log(1).strip()).startsWith("chancery: another Chancery is running on").doesNotContain("\n");
    }

    @Test
    void service_shouldStartNoDatabase_whenUrlIsConfigured() throws Exception {
        Files.createDirectories(service.folder().resolve("config"));
        Files.writeString(service.folder().resolve("config/application.properties"),
                "quarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/elsewhere\n");

        Process process = service.launch();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(service.log(0)).contains("Failed to start").contains("127.0.0.1:1");
        assertThat(service.data()).doesNotExist();
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive() || PidFile.isZombie(process.pid()));
    }

    private boolean serverIsRunning() throws IOException {
        return PidFile.in(service.data().resolve("pgdata")).map(PidFile::serverIsRunning).orElse(false);
    }

    private String kept() throws IOException, SQLException {
        try (Connection connection = service.connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void execute(String... commands) throws IOException, SQLException {
        try (Connection connection = service.connect(); Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
