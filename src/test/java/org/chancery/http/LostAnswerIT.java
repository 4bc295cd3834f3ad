package org.chancery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.chancery.fixture.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service is killed while a request with an {@code Idempotency-Key} is at work; its client sends it again. */
class LostAnswerIT {
    private static final String DOCUMENT = "{\"names\":[{\"value\":\"Written once\",\"lang\":\"en\",\"kind\":\"common\"}]}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final Installation service = new Installation("-Dchancery.starter.load=false");

    private final HttpClient client = HttpClient.newHttpClient();

    private CompletableFuture<HttpResponse<String>> send(int port) throws IOException {
        return client.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/people")).header("Idempotency-Key", "once")
                .header("X-API-Key", service.key()).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(DOCUMENT)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Which is a commit of its own, and not one that the test is about. */
    private void noteUseOfKey(int port) throws IOException, InterruptedException {
        HttpRequest read = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/people")).header("X-API-Key", service.key()).build();
        assertThat(client.send(read, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    private int people() throws Exception {
        try (Connection connection = service.connect(); Statement sql = connection.createStatement()) {
            return number(sql, "select count(*) from person");
        }
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    /** A commit that waits for a standby that there is not is in the log already, and nobody has heard of it. */
    @Test
    void requestSentAgain_shouldGetTheAnswerThatWasLost_whenTheServiceDiesBetweenCommitAndAnswer() throws Exception {
        int port = service.start();
        CompletableFuture<HttpResponse<String>> lost;
        try (Connection connection = service.connect(); Statement sql = connection.createStatement()) {
            noteUseOfKey(port);
            sql.execute("set synchronous_commit = local");
            sql.execute("alter system set synchronous_standby_names = 'nobody'");
            sql.execute("select pg_reload_conf()");
            await().atMost(PATIENCE).until(() -> number(sql, "select count(*) from pg_settings where name = 'synchronous_standby_names' and setting <> ''") == 1);
            lost = send(port);
            await().atMost(PATIENCE).until(() -> number(sql, "select count(*) from pg_stat_activity where wait_event = 'SyncRep'") == 1);
            service.kill();
            sql.execute("alter system reset synchronous_standby_names");
            sql.execute("select pg_reload_conf()");
            await().atMost(PATIENCE).until(() -> number(sql, "select count(*) from person") == 1);
        }
        assertThat(lost.handle((answer, failure) -> failure).get()).isNotNull();
        port = service.start();

        HttpResponse<String> again = send(port).get();

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(people()).isEqualTo(1);
        assertThat(send(port).get().body()).isEqualTo(again.body());
    }

    @Test
    void requestSentAgain_shouldBeDone_whenTheServiceDiesBeforeTheCommit() throws Exception {
        int port = service.start();
        try (Connection connection = service.connect(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("lock table kept_answer in exclusive mode");
            send(port);
            await().atMost(PATIENCE).until(() -> number(sql,
                    "select count(*) from pg_locks where relation = 'kept_answer'::regclass and not granted") == 1);
            service.kill();
            connection.rollback();
        }
        port = service.start();
        assertThat(people()).isZero();

        assertThat(send(port).get().statusCode()).isEqualTo(201);
        assertThat(people()).isEqualTo(1);
    }
}
