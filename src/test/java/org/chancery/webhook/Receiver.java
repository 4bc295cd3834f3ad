package org.chancery.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.chancery.fixture.Json;

/** A receiver on this machine, which keeps what it got. */
final class Receiver implements AutoCloseable {
    /** What it answers to the request. */
    interface Answer {
        void to(HttpExchange exchange, String body) throws IOException;
    }

    /** What it got. */
    record Got(String host, String id, String timestamp, String signature, String contentType, String body) {
        JsonNode json() {
            return Json.read(body);
        }
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answer answer = status(204);

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(new Got(header(exchange, "Host"), header(exchange, "webhook-id"), header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"), header(exchange, "Content-Type"), body));
            answer.to(exchange, body);
            exchange.close();
        });
        server.start();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    static Answer status(int status) {
        return (exchange, body) -> exchange.sendResponseHeaders(status, -1);
    }

    void answers(Answer other) {
        answer = other;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?by=chancery";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
