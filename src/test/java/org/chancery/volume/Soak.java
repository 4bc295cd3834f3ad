package org.chancery.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.chancery.fixture.Json;
import org.chancery.record.RecordType;

/** Everything of a kind out of a service with a small heap, while somebody writes. */
final class Soak {
    private static final String HEAP = "-Xmx256m";
    private static final List<RecordType> TYPES = List.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION, RecordType.PERSON, RecordType.STATE,
            RecordType.ORGANIZATION, RecordType.POSITION, RecordType.OCCUPANCY, RecordType.MEMBERSHIP, RecordType.SERIES, RecordType.SOURCE);
    private static final List<String> LARGEST_PAGES = List.of("/events.csv?limit=2000", "/meetings.csv?limit=2000", "/people.csv?limit=2000",
            "/sources.csv?limit=2000", "/events.ics?limit=2000", "/events.atom?limit=200", "/meetings?limit=200&include=participants,names",
            "/events/summary?groupBy=person&limit=200&includeTotal=true");
    /** {@code Pause Full (Diagnostic Command) 200M->40M(256M)}: in use before and after a collection of everything that was asked for. */
    private static final Pattern FULL = Pattern.compile("Pause Full \\(Diagnostic Command\\) (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final LastingDatabase database;
    private final Path collections = Path.of("target", "volume", "gc.log").toAbsolutePath();
    private final List<Integer> live = new ArrayList<>();

    Soak(LastingDatabase database) {
        this.database = database;
    }

    void print() throws IOException, InterruptedException, SQLException {
        Files.deleteIfExists(collections);
        System.out.printf("%nservice with %s%n%-40s %9s %9s %9s %9s %9s%n", HEAP, "export", "rows", "lines", "MB", "live MB", "s");
        try (RunningService service = new RunningService(database, HEAP, "-XX:+UseG1GC", "-Xlog:gc:file=" + collections)) {
            for (RecordType type : TYPES) {
                export(service, type.word(), Samples.collection(type), false);
                export(service, type.word(), Samples.collection(type), true);
            }
            for (String path : LARGEST_PAGES) {
                long start = System.nanoTime();
                HttpResponse<InputStream> answer = service.stream(path, false);
                long size = answer.body().readAllBytes().length;
                System.out.printf(Locale.ROOT, "%-60s %3d %9.1f %9.1f%n", path, answer.statusCode(), size / 1e6, (System.nanoTime() - start) / 1e9);
            }
        }
        System.out.printf("live, which is what collections of everything leave: at least %d MB, at most %d MB, in the midst of %d exports%n",
                Collections.min(live), Collections.max(live), live.size());
    }

    /** Megabytes in use of the heap after everything was collected that nothing holds on to. */
    private int collect(RunningService service) throws IOException, InterruptedException {
        service.collect();
        String log = Files.readString(collections);
        return FULL.matcher(log).results().map(pause -> Integer.valueOf(pause.group(2))).reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException(collections + " has no collection"));
    }

    /** Changes the last record while the first ones are on their way, and looks that the export says nothing of it. */
    private void export(RunningService service, String type, String collection, boolean gzip) throws IOException, InterruptedException, SQLException {
        String last;
        long rows;
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            rows = Long.parseLong(Samples.strings(sql, "select count(*) from " + type).get(0));
            last = Samples.strings(sql, "select id from " + type + " order by id desc limit 1").get(0);
        }
        String path = "/" + collection + "/" + last;
        JsonNode record = service.get(path);
        long start = System.nanoTime();
        long lines = 0;
        long size = 0;
        String line = null;
        try (InputStream body = service.stream("/exports/" + collection + ".ndjson", gzip).body();
                BufferedReader reader = new BufferedReader(new InputStreamReader(gzip ? new GZIPInputStream(body) : body, StandardCharsets.UTF_8))) {
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                line = next;
                size += line.length() + 1;
                if (++lines == 1) {
                    service.patch(path, change(type, record));
                }
                if (lines == (rows + 1) / 2) {
                    live.add(collect(service));
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode seen = Json.read(line);
        boolean still = seen.get("id").textValue().equals(last) && seen.get("version").intValue() == record.get("version").intValue();
        System.out.printf(Locale.ROOT, "%-40s %9d %9d %9.1f %9d %9.1f %s%n", "/exports/" + collection + ".ndjson" + (gzip ? " gzip" : ""), rows, lines, size / 1e6,
                live.get(live.size() - 1), seconds, lines != rows ? "LINES ARE MISSING" : still ? "" : "A WRITE IN BETWEEN SHOWS");
        if (service.get(path).get("version").intValue() == record.get("version").intValue()) {
            throw new IllegalStateException("nothing was written to " + path);
        }
    }

    private static String change(String type, JsonNode record) {
        String word = "Soaked " + record.get("version").intValue();
        return switch (type) {
            case "meeting", "summit", "declaration" -> "{\"summary\": \"" + word + "\"}";
            case "state" -> "{\"capital\": \"" + word + "\"}";
            case "membership" -> "{\"role\": \"" + word + "\"}";
            case "source" -> "{\"note\": \"" + word + "\"}";
            case "occupancy" -> "{\"acting\": " + !record.path("acting").booleanValue() + "}";
            default -> "{\"description\": \"" + word + "\"}";
        };
    }
}
