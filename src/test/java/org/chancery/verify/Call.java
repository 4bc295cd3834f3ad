package org.chancery.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.fixture.Credentials;
import org.chancery.fixture.EventReader;
import org.eclipse.microprofile.config.ConfigProvider;

/** One request, changed until it is sent; its answer is held against the contract. */
final class Call {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicLong SENT = new AtomicLong();

    private final String method;
    private final String path;
    private final List<String> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body;
    private Runnable afterwards = () -> { };

    private Call(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** What came back; the headers by their names in lower case. */
    record Answer(String request, int status, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            try {
                return ContractDocument.JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(), List.of("")).get(0);
        }

        String id() {
            return json().path("id").asText();
        }

        /** Itself, if it has this status. */
        Answer with(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " of " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return request + " answered " + status + " " + body;
        }
    }

    static Call of(String method, String path) {
        return new Call(method, path);
    }

    static Call get(String path) {
        return of("GET", path);
    }

    static Call post(String path, JsonNode document) {
        return of("POST", path).body("application/json", document.toString());
    }

    static Call patch(String path, String ifMatch, JsonNode document) {
        return of("PATCH", path).header("If-Match", ifMatch).body("application/merge-patch+json", document.toString());
    }

    /** How many requests this run has sent through here. */
    static long sent() {
        return SENT.get();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Call query(String name, String value) {
        return rawQuery(encode(name) + "=" + encode(value));
    }

    /** A part of the query as it goes over the wire. */
    Call rawQuery(String part) {
        query.add(part);
        return this;
    }

    /** @param value null to send none */
    Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Call body(String mediaType, String text) {
        return body(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    Call body(String mediaType, byte[] bytes) {
        body = bytes;
        return header("Content-Type", mediaType);
    }

    /** The same request for something else. */
    Call at(String otherPath) {
        Call copy = new Call(method, otherPath);
        copy.query.addAll(query);
        copy.headers.putAll(headers);
        copy.body = body;
        return copy;
    }

    /** Its body. */
    JsonNode document() {
        try {
            return ContractDocument.JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is done when the answer has come. */
    Call afterwards(Runnable work) {
        afterwards = work;
        return this;
    }

    String path() {
        return path;
    }

    /** Without the credential that it would have else. */
    Call anonymous() {
        return header(Credentials.HEADER, null);
    }

    Call as(Credentials credential) {
        return header(Credentials.HEADER, credential.key());
    }

    Answer send() {
        if (!headers.containsKey(Credentials.HEADER) && !headers.containsKey("Authorization")) {
            headers.put(Credentials.HEADER, Credentials.needed(method, path));
        }
        SENT.incrementAndGet();
        String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root() + target))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<String> response = EventReader.whole(CLIENT, request.build());
            Answer answer = new Answer(method + " " + target + sentText(), response.statusCode(), response.headers().map(), response.body());
            try {
                ResponseCheck.check(method, path, answer.status(), answer.headers(),
                        response.headers().firstValue("Content-Type").orElse(null), answer.body());
                RequestCheck.check(new RequestCheck.Sent(method, path, String.join("&", query), sentHeaders(),
                        body == null ? null : new String(body, StandardCharsets.UTF_8)), answer.status());
            } catch (AssertionError e) {
                throw new AssertionError(answer.request() + "\n" + e.getMessage(), e);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(this + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            afterwards.run();
        }
    }

    private static String root() {
        String url = ConfigProvider.getConfig().getValue("test.url", String.class);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Map<String, List<String>> sentHeaders() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (value != null) {
                sent.put(name, List.of(value));
            }
        });
        return sent;
    }

    private String sentText() {
        if (body == null) {
            return "";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return " " + (text.length() > 3000 ? text.substring(0, 3000) + "…" : text);
    }

    @Override
    public String toString() {
        return method + " " + path + "?" + String.join("&", query) + " " + headers + sentText();
    }
}
