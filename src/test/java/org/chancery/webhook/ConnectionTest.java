package org.chancery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.chancery.webhook.Receivers.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom the sender speaks, how long, and what it believes of them. The names are known to the test only, not to the resolver of the system. */
class ConnectionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger lookups = new AtomicInteger();
    private Receiver receiver;

    @BeforeEach
    void begin() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void end() {
        receiver.close();
        vertx.close();
    }

    private Names names(String... addresses) {
        return host -> {
            assertThat(host).isEqualTo("receiver.example");
            lookups.incrementAndGet();
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        };
    }

    private Outcome post(boolean anyAddress, Names names, String url) throws Exception {
        WebhookClient client = new WebhookClient(vertx, new Receivers(true, anyAddress, names), TIMEOUT, CLOCK);
        Delivery delivery = new Delivery(UUID.randomUUID(), UUID.randomUUID(), url, List.of(Secrets.fresh()), "{}", 1);
        return client.post(delivery).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private String named() {
        return receiver.url().replace("127.0.0.1", "receiver.example");
    }

    @Test
    void sender_shouldConnectToTheAddressItLookedUp_andLookUpNoOther() throws Exception {
        Outcome outcome = post(true, names("127.0.0.1"), named());

        assertThat(outcome).isEqualTo(new Outcome(204, null, null));
        assertThat(lookups).hasValue(1);
        assertThat(receiver.got.get(0).host()).isEqualTo(named().replaceFirst("http://([^/]*)/.*", "$1"));
    }

    @Test
    void sender_shouldConnectToNobody_whenAnAddressIsNotPublic() throws Exception {
        for (Names inside : List.of(names("127.0.0.1"), names("8.8.8.8", "127.0.0.1"), names("::ffff:127.0.0.1"))) {
            assertThat(post(false, inside, named()).failure()).isEqualTo("the host has no public address");
        }
        assertThat(receiver.got).isEmpty();
    }

    @Test
    void sender_shouldLookUpAgain_atEachAttempt() throws Exception {
        assertThat(post(true, names("127.0.0.1"), named()).delivered()).isTrue();
        assertThat(post(false, names("127.0.0.1"), named()).delivered()).isFalse();
        assertThat(receiver.got).hasSize(1);
    }

    @Test
    void sender_shouldGiveUpInTime_whereverItHangs() throws Exception {
        Names slow = host -> {
            try {
                TimeUnit.SECONDS.sleep(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        assertThat(post(true, slow, named()).failure()).isEqualTo("no answer in 1 s");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(post(true, names("127.0.0.1"), "https://receiver.example:" + silent.getLocalPort()).failure()).isEqualTo("no answer in 1 s");
        }
    }

    @Test
    void sender_shouldTrustNobody_whoseCertificateNobodyVouchesFor(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        AtomicInteger reached = new AtomicInteger();
        server.createContext("/", exchange -> {
            reached.incrementAndGet();
            Receiver.status(204).to(exchange, "");
        });
        server.start();
        try {
            Outcome outcome = post(true, names("127.0.0.1"), "https://receiver.example:" + server.getAddress().getPort());
            assertThat(outcome.failure()).isEqualTo("TLS failed");
            assertThat(reached).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
                "-dname", "CN=receiver.example", "-ext", "SAN=dns:receiver.example", "-storetype", "PKCS12", "-storepass", "secret", "-keystore",
                file.toString()).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void sender_shouldHearWhenToComeAgain() throws Exception {
        assertThat(asked("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(asked("Wed, 25 Nov 2026 13:00:00 GMT")).isEqualTo(Duration.ofHours(1));
        assertThat(asked("999999999")).isEqualTo(Duration.ofDays(1));
        assertThat(asked("later")).isNull();
    }

    private Duration asked(String retryAfter) throws Exception {
        receiver.answers((exchange, body) -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.sendResponseHeaders(503, -1);
        });
        Outcome outcome = post(true, names("127.0.0.1"), named());
        assertThat(outcome.failure()).isEqualTo("answered 503");
        return outcome.retryAfter();
    }
}
