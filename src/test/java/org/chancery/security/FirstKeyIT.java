package org.chancery.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import org.chancery.fixture.Installation;
import org.chancery.fixture.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How whoever runs the service gets the first API key. */
class FirstKeyIT {
    private static final String DOCUMENT = "{\"names\":[{\"value\":\"Written with a key\",\"lang\":\"en\",\"kind\":\"common\"}]}";

    @RegisterExtension
    final Installation service = new Installation("-Dchancery.starter.load=false");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void firstStart_shouldPrintAKeyOnce_andACommandMakeOthers() throws Exception {
        int port = service.start();
        assertThat(write(port, service.key()).statusCode()).isEqualTo(201);

        String made = service.command("api-key", "create", "--name", "editors", "--scope", "registry:write").strip();
        assertThat(write(port, made).statusCode()).isEqualTo(201);
        assertThat(service.command("api-key", "create", "--name", "editors", "--scope", "registry:everything")).contains("registry:everything");

        service.kill();
        port = service.start();
        assertThat(service.log(1)).doesNotContain("chk_");
        assertThat(write(port, service.key()).statusCode()).isEqualTo(201);
    }

    @Test
    void writes_shouldSayWhatToConfigure_onADatabaseWithoutKeys() throws Exception {
        int port = service.start();
        try (Connection connection = service.connect(); Statement sql = connection.createStatement()) {
            sql.execute("delete from api_key");
            assertThat(problem(write(port, null)).get("detail").textValue()).contains("api-key create", "mp.jwt.verify.issuer");
        }
        assertThat(get(port, "/v1/people").statusCode()).isEqualTo(200);

        String first = service.command("api-key", "create", "--name", "first", "--scope", "registry:admin").strip();
        assertThat(write(port, first).statusCode()).isEqualTo(201);
        assertThat(problem(write(port, null)).get("detail").textValue()).doesNotContain("api-key create");
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        return Json.read(answer.body());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> write(int port, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/series"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(DOCUMENT));
        return client.send((key == null ? request : request.header("X-API-Key", key)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
