package org.chancery.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Make;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NATO = "019b95c0-d000-7752-be1b-2cbb56f36113";

    @TestHTTPResource
    URI service;
    @Inject
    ExportService exports;
    @Inject
    ServiceRegistry services;

    @ParameterizedTest
    @ValueSource(strings = {"people", "states", "organizations", "positions", "occupancies", "memberships", "meetings", "summits", "declarations",
        "series", "sources"})
    void export_shouldHaveEachRecordOnce_asItsGetShowsIt(String collection) throws IOException {
        List<JsonNode> records = records(collection);
        int total = given().queryParam("includeTotal", true).queryParam("limit", 1).get("/v1/" + collection).path("total");

        assertThat(records).hasSize(total);
        assertThat(records).extracting(each -> each.get("id").textValue()).doesNotHaveDuplicates().isSorted();
        JsonNode first = records.get(0);
        assertThat(first).isEqualTo(JSON.readTree(given().get("/v1/" + collection + "/" + first.get("id").textValue()).asString()));
    }

    @Test
    void export_shouldGoOnBeyondOnePart() throws IOException {
        for (int i = 0; i < 210; i++) {
            Make.person();
        }

        assertThat(records("people")).hasSizeGreaterThan(210).extracting(each -> each.get("id").textValue()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"2023-07-10, Jens Stoltenberg", "2026-01-06, Mark Rutte"})
    void export_shouldHoldForTheDateAskedFor(String asOf, String leader) throws IOException {
        assertThat(records("people", "asOf", asOf)).filteredOn(person -> person.at("/standing/offices").toString().contains(NATO))
                .filteredOn(person -> person.at("/standing/kind").asText().equals("leader"))
                .extracting(person -> person.at("/name/value").asText()).containsExactly(leader);
    }

    @Test
    void export_shouldHaveOnlyWhatChanged_whenAskedFrom() throws IOException {
        String from = Instant.now().toString();
        String id = Make.person().toString();

        assertThat(records("people", "updatedFrom", from)).extracting(each -> each.get("id").textValue()).contains(id)
                .hasSizeLessThan(records("people").size());
        assertThat(given().queryParam("updatedFrom", "2999-01-01T00:00:00Z").get("/v1/exports/people.ndjson").asByteArray()).isEmpty();
    }

    @Test
    void export_shouldNestWhatIsIncluded_andSpeakTheLanguage() throws IOException {
        assertThat(records("states", "include", "names", "lang", "uk")).filteredOn(each -> each.at("/name/value").asText().equals("Франція"))
                .singleElement().satisfies(france -> assertThat(france.get("names").size()).isGreaterThan(1));
    }

    @ParameterizedTest
    @CsvSource(value = {"gzip|gzip", "br, gzip;q=0.5|gzip", "*|gzip", "identity|", "gzip;q=0|", "gzip;q=0, *|"}, delimiter = '|')
    void export_shouldBeCompressed_whereAskedFor(String accepted, String encoding) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(service.resolve("/v1/exports/series.ndjson"))
                .header("Accept-Encoding", accepted).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(encoding);
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        InputStream body = new ByteArrayInputStream(answer.body());
        assertThat(lines(encoding == null ? body : new GZIPInputStream(body))).isNotEmpty()
                .allMatch(series -> series.get("recordType").textValue().equals("series"));
    }

    @Test
    @ActivateRequestContext
    void export_shouldBeOneSnapshot_whileOthersWrite() throws IOException {
        List<UUID> written = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                if (written.isEmpty()) {
                    // its id is the highest, so that it would come in a later part
                    written.add(Make.person());
                }
                super.write(bytes, offset, length);
            }
        };

        exports.stream(services.of(RecordType.PERSON), null, out, false, () -> {
            throw new AssertionError("nothing fails here");
        });

        assertThat(written).hasSize(1);
        assertThat(lines(new ByteArrayInputStream(out.toByteArray()))).isNotEmpty()
                .noneMatch(person -> person.get("id").textValue().equals(written.get(0).toString()));
        assertThat(records("people")).anyMatch(person -> person.get("id").textValue().equals(written.get(0).toString()));
    }

    /** Two writers began before the export: one commits before it, the other one after it. */
    @Test
    void export_shouldNameWhereTheLogGoesOn() throws Exception {
        String early = Make.person().toString();
        try (Connection connection = Clones.connect(); Statement late = connection.createStatement()) {
            connection.setAutoCommit(false);
            late.executeUpdate("insert into revision (record_id, number, at, author, operation, before, after) values ('" + early
                    + "', 2, now(), 'test', 'updated', '{}', '{}')");
            late.executeUpdate("insert into change_outbox (record_id, number) values ('" + early + "', 2)");
            String before = Make.person().toString();

            String cursor = given().get("/v1/exports/people.ndjson").header("Changes-Cursor");
            connection.commit();
            connection.setAutoCommit(true);
            String after = Make.series().toString();

            List<String> everything = changed("cursor", cursor);
            assertThat(everything).contains(early, after).doesNotContain(before);
            assertThat(changed("cursor", cursor, "recordType", "series")).contains(after).doesNotContain(early);
            assertThat(given().get("/v1/exports/series.ndjson").header("Changes-Cursor")).isNotEqualTo(cursor);
        }
    }

    private static List<String> changed(String... query) {
        return given().queryParam(query[0], query[1]).queryParams(query.length > 2 ? Map.of(query[2], query[3]) : Map.of()).get("/v1/changes")
                .path("items.recordId");
    }

    @Test
    @ActivateRequestContext
    void export_shouldBreakOff_whenItFailsOnTheWay() {
        AtomicBoolean broken = new AtomicBoolean();
        OutputStream out = new OutputStream() {
            private int bytes;

            @Override
            public void write(int octet) throws IOException {
                if (++bytes > 1000) {
                    throw new IOException("as if the client had gone");
                }
            }
        };

        exports.stream(services.of(RecordType.STATE), null, out, false, () -> broken.set(true));

        assertThat(broken).isTrue();
    }

    private static List<JsonNode> records(String collection, String... query) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            parameters.put(query[i], query[i + 1]);
        }
        return lines(new ByteArrayInputStream(given().queryParams(parameters).get("/v1/exports/" + collection + ".ndjson").then().statusCode(200)
                .contentType("application/x-ndjson").extract().asByteArray()));
    }

    private static List<JsonNode> lines(InputStream body) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : new String(body.readAllBytes(), StandardCharsets.UTF_8).split("(?<=\n)")) {
            if (!line.isEmpty()) {
                assertThat(line).endsWith("\n");
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
