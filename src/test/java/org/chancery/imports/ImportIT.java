package org.chancery.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.fixture.Installation;
import org.chancery.fixture.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packaged service is killed in the middle of an import, again and again; and does an import as a command. */
class ImportIT {
    private static final int ROWS = 4000;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @RegisterExtension
    final Installation service = new Installation("-Dchancery.starter.load=false");

    private final HttpClient client = HttpClient.newHttpClient();

    private JsonNode answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.header("X-API-Key", service.key()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Json.read(answer.body());
    }

    private JsonNode job(int port, String href) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + href)));
    }

    private List<String> query(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = service.connect(); Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Test
    void everyRow_shouldBeWrittenOnce_whenTheServiceIsKilledInTheMiddle() throws Exception {
        List<String> rows = new ArrayList<>(Imports.people(IntStream.range(0, ROWS).mapToObj(i -> "Person " + i)));
        // some that fail in the middle of their hundred
        IntStream.of(150, 1501, 2999).forEach(i -> rows.set(i, Imports.row("person", null,
                Json.of("names", List.of(Json.of("value", "Born late", "lang", "en", "kind", "common")), "birthDate", "1990", "deathDate", "1980"))));
        int port = service.start();
        String href = answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/imports")).header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", rows)))).get("href").textValue();

        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = ROWS / (KILLS + 1) * kill;
            int running = port;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> job(running, href).get("processedRows").intValue() >= enough);
            service.kill();
            assertThat(query("select state from import_job")).as("killed too late").containsExactly("running");
            port = service.start();
        }
        int last = port;
        await().atMost(PATIENCE).until(() -> job(last, href).has("finishedAt"));

        JsonNode ended = job(port, href);
        assertThat(ended.get("state").textValue()).isEqualTo("completed");
        assertThat(ended.get("createdRows").intValue()).isEqualTo(ROWS - 3);
        assertThat(ended.get("refusedRows").intValue()).isEqualTo(3);
        assertThat(query("select value from name")).hasSize(ROWS - 3).doesNotHaveDuplicates();
        assertThat(query("select number from import_result")).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void command_shouldImportAFile_andSayWhatBecameOfIt() throws Exception {
        Path file = Files.write(service.folder().resolve("rows.ndjson"), Imports.people(Stream.of("Person A", "Person B")));
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        Path report = service.folder().resolve("report.ndjson");

        String first = service.command("import", "--dataset=synthetic", "--report=" + report, file.toString());
        String second = service.command("import", "--dataset=synthetic", file.toString());

        assertThat(first).contains("completed, 3 rows: 2 created, 0 there already, 0 valid, 1 refused");
        assertThat(second).contains("completed, 3 rows: 0 created, 2 there already, 0 valid, 1 refused");
        assertThat(Files.readAllLines(report)).extracting(line -> Json.read(line).get("outcome").textValue()).containsExactly("created", "created", "refused");
    }
}
