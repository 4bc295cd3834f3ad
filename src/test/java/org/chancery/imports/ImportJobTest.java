package org.chancery.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.imports.Imports.errors;
import static org.chancery.imports.Imports.outcomes;
import static org.chancery.imports.Imports.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Credentials;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.junit.jupiter.api.Test;

/** Imports as jobs: how they are taken, how far they are, who works on them, how they end. */
@QuarkusTest
class ImportJobTest {
    @Inject
    ImportRunner runner;

    private static UUID id(JsonNode job) {
        return UUID.fromString(job.get("id").textValue());
    }

    private static List<String> people(String prefix, int count) {
        return Imports.people(IntStream.range(0, count).mapToObj(i -> prefix + " " + i));
    }

    @Test
    void import_shouldShowHowFarItIs() {
        JsonNode job = Imports.take(people("Step", 250), "dataset", "d" + UUID.randomUUID());
        assertThat(job.get("state").textValue()).isEqualTo("waiting");
        assertThat(job.get("totalRows").intValue()).isEqualTo(250);

        runner.step(id(job));

        JsonNode running = Imports.read(job);
        assertThat(running.get("state").textValue()).isEqualTo("running");
        assertThat(running.get("processedRows").intValue()).isEqualTo(100).isEqualTo(report(job).size());
        assertThat(running.get("version").intValue()).isGreaterThan(job.get("version").intValue());
        assertThat(Api.ids(Api.get("/imports", "state", "running", "limit", 200))).contains(id(job));
        assertThat(Api.ids(Api.get("/imports", "state", "completed", "limit", 200))).doesNotContain(id(job));
    }

    @Test
    void cancelledImport_shouldKeepWhatItWrote() {
        JsonNode job = Imports.take(people("Cancelled", 250));
        runner.step(id(job));

        JsonNode cancelled = Api.body(given().post("/v1/imports/" + id(job) + "/cancel"), 200);

        assertThat(cancelled.get("state").textValue()).isEqualTo("cancelled");
        assertThat(runner.step(id(job))).isFalse();
        assertThat(outcomes(job)).hasSize(100).containsOnly("created");
        assertThat(given().post("/v1/imports/" + id(job) + "/cancel").statusCode()).isEqualTo(409);
    }

    @Test
    void rows_shouldBeWrittenOnce_whenSeveralWorkOnThem() throws Exception {
        String name = Make.unique("Once");
        List<String> rows = new ArrayList<>(people(name, 600));
        rows.set(150, "nonsense");
        rows.set(450, Imports.row("person", null, Json.of("names", Make.names("Born late"), "birthDate", "1990", "deathDate", "1980")));
        JsonNode job = Imports.take(rows);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> work = () -> {
                while (!Imports.read(job).has("finishedAt")) {
                    runner.step(id(job));
                }
                return null;
            };
            for (var each : workers.invokeAll(List.of(work, work, work, work))) {
                each.get();
            }
        } finally {
            workers.shutdown();
        }

        JsonNode ended = Imports.read(job);
        assertThat(ended.get("state").textValue()).isEqualTo("completed");
        assertThat(ended.get("createdRows").intValue()).isEqualTo(598);
        assertThat(report(job)).extracting(row -> row.path("id").asText()).filteredOn(each -> !each.isEmpty()).doesNotHaveDuplicates().hasSize(598);
    }

    @Test
    void revision_shouldKeepTheCommentOfTheImport() {
        JsonNode job = Api.body(given().contentType("application/x-ndjson").header("X-Change-Comment", "From the archive")
                .body(people("Archived", 1).get(0).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports"), 202);
        runner.step(id(job));

        JsonNode revision = Api.get("/people/" + report(job).get(0).get("id").textValue() + "/revisions").at("/items/0");

        assertThat(revision.get("comment").textValue()).isEqualTo("From the archive");
        assertThat(revision.get("author")).isEqualTo(job.get("author"));
    }

    @Test
    void file_shouldBeRefused_whenItHasNoRow() {
        assertThat(Api.error(Imports.send("\n \n".getBytes(StandardCharsets.UTF_8)), 400).get("code").textValue()).isEqualTo("required");
    }

    @Test
    void file_shouldBeRefused_whenItIsTooLarge_thoughItDoesNotSaySo() throws Exception {
        byte[] file = "{\"recordType\":\"person\"}\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);

        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/imports")).header("Content-Type", "application/x-ndjson")
                .header(Credentials.HEADER, Credentials.WRITER.key()).POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void line_shouldBeRefusedAlone_whenItIsNoText() {
        byte[] good = (people("Text", 1).get(0) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[2 * good.length + 3];
        System.arraycopy(good, 0, file, 0, good.length);
        file[good.length] = '"';
        file[good.length + 1] = (byte) 0xff;
        file[good.length + 2] = '\n';
        System.arraycopy((people("Other", 1).get(0) + " ").getBytes(StandardCharsets.UTF_8), 0, file, good.length + 3, good.length);

        JsonNode job = Api.body(Imports.send(file), 202);
        while (runner.step(id(job))) {
            // until it has ended
        }

        assertThat(errors(report(job).get(1))).containsExactly(" encoding");
        assertThat(report(job).get(0).get("outcome").textValue()).isEqualTo("created");
    }

    @Test
    void line_shouldBeRefusedAlone_whenItIsTooLong() {
        List<String> rows = new ArrayList<>(people("Short", 2));
        rows.add(1, "\"" + "x".repeat(LineReader.MAX_LINE) + "\"");

        JsonNode job = Imports.run(runner, rows);

        assertThat(outcomes(job)).containsExactly("created", "refused", "created");
        assertThat(errors(report(job).get(1))).containsExactly(" max-length");
    }
}
