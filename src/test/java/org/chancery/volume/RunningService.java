package org.chancery.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chancery.fixture.Credentials;
import org.chancery.fixture.Json;

/** The packaged service in a process of its own, and requests to it. Paths begin behind {@code /v1}. */
final class RunningService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path OUTPUT = Path.of("target", "volume", "service.log");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String root;
    private final String key;

    /** @param options of the Java virtual machine */
    RunningService(LastingDatabase database, String... options) throws IOException, InterruptedException, SQLException {
        this(database, database.url(), options);
    }

    /** @param url of another database of the same server */
    RunningService(LastingDatabase database, String url, List<String> options) throws IOException, InterruptedException, SQLException {
        this(database, url, options.toArray(String[]::new));
    }

    private RunningService(LastingDatabase database, String url, String[] options) throws IOException, InterruptedException, SQLException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there: package the service first");
        }
        Files.createDirectories(OUTPUT.getParent());
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        root = "http://127.0.0.1:" + port;
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(OUTPUT.toFile());
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", url);
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", database.user());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        builder.environment().put("CHANCERY_RATE_LIMIT_ANONYMOUS_REQUESTS", "1000000");
        process = builder.start();
        awaitReady();
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password())) {
            key = Credentials.ADMIN.keyOn(connection);
        }
    }

    private void awaitReady() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                if (http.send(request("/q/health/ready"), HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            Thread.sleep(200);
        }
        close();
        throw new IllegalStateException("the service does not start, see " + OUTPUT);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofMinutes(2)).build();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return Json.read(body("/v1" + path));
    }

    /** The document that it publishes. */
    JsonNode contract() throws IOException, InterruptedException {
        return Json.read(body("/openapi/v1.json"));
    }

    private String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " is answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** The body as it comes. */
    HttpResponse<InputStream> stream(String path, boolean gzip) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + "/v1" + path));
        return http.send((gzip ? request.header("Accept-Encoding", "gzip") : request).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** What a POST of lines answers. */
    JsonNode send(String path, byte[] lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(root + "/v1" + path)).header("Content-Type", "application/x-ndjson")
                .header(Credentials.HEADER, key).POST(HttpRequest.BodyPublishers.ofByteArray(lines)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(path + " is answered with " + answer.statusCode() + ": " + answer.body());
        }
        return Json.read(answer.body());
    }

    /** The record after a change of its present version. */
    void patch(String path, String document) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(root + "/v1" + path)).header("If-Match", "*").header(Credentials.HEADER, key)
                .header("Content-Type", "application/merge-patch+json").method("PATCH", HttpRequest.BodyPublishers.ofString(document)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " is answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** Milliseconds until the whole answer is there. */
    double milliseconds(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        body("/v1" + path);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Has its virtual machine collect all garbage: what is in use then is what it holds on to. */
    void collect() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(process.pid()), "GC.run")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd ended with " + jcmd.exitValue());
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
