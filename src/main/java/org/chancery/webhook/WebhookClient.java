package org.chancery.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/** Posts to receivers: to the address that was checked, for a bounded time, without following them anywhere. */
@ApplicationScoped
class WebhookClient {
    private static final Logger LOG = Logger.getLogger(WebhookClient.class);
    /** What is read of an answer, in bytes; only its status matters. */
    private static final int MOST_READ = 16 * 1024;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private final Vertx vertx;
    private final HttpClient client;
    private final Receivers receivers;
    private final Clock clock;
    private final Duration timeout;

    @Inject
    WebhookClient(Vertx vertx, WebhookSettings settings, Clock clock) {
        this(vertx, new Receivers(settings.http(), settings.privateAddresses(), InetAddress::getAllByName), settings.timeout(), clock);
    }

    WebhookClient(Vertx vertx, Receivers receivers, Duration timeout, Clock clock) {
        this.vertx = vertx;
        this.receivers = receivers;
        this.clock = clock;
        this.timeout = timeout;
        // a connection that is kept would not be checked again
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setConnectTimeout((int) timeout.toMillis())
                .setMaxPoolSize(100));
    }

    Receivers receivers() {
        return receivers;
    }

    /** Ends when its time is over at the latest, wherever it is then. Never fails: whatever goes wrong is how the attempt ended. */
    Future<Outcome> post(Delivery delivery) {
        URI url = URI.create(delivery.url());
        Promise<Outcome> ended = Promise.promise();
        long timer = vertx.setTimer(timeout.toMillis(), late -> ended.tryComplete(Outcome.failed("no answer in " + timeout.toSeconds() + " s")));
        ended.future().onComplete(done -> vertx.cancelTimer(timer));
        vertx.executeBlocking(() -> receivers.address(url), false)
                .compose(address -> client.request(options(url, address)))
                .compose(request -> {
                    ended.future().onComplete(done -> request.connection().close());
                    // read where it comes in: behind the future of another context it may have ended before
                    return signed(request, delivery).send(Buffer.buffer(delivery.body())).onSuccess(answer -> read(answer, ended));
                })
                .onFailure(failure -> ended.tryComplete(Outcome.failed(words(failure))));
        return ended.future();
    }

    private RequestOptions options(URI url, InetAddress address) {
        int port = Receivers.port(url);
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions().setMethod(HttpMethod.POST).setHost(Receivers.host(url)).setPort(port).setSsl("https".equals(url.getScheme()))
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port))).setFollowRedirects(false)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }

    private HttpClientRequest signed(HttpClientRequest request, Delivery delivery) {
        Instant now = clock.instant();
        return request.putHeader("Content-Type", "application/json").putHeader("User-Agent", "Chancery")
                .putHeader("webhook-id", delivery.id().toString()).putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader("webhook-signature", Secrets.signatures(delivery.secrets(), delivery.id().toString(), now, delivery.body()));
    }

    /** Reads what little there should be, so that the receiver does not see its connection break; then it is enough. */
    private void read(HttpClientResponse answer, Promise<Outcome> ended) {
        Outcome outcome = Outcome.answered(answer.statusCode(), retryAfter(answer.getHeader("Retry-After")));
        long[] read = {0};
        answer.exceptionHandler(broken -> ended.tryComplete(outcome));
        answer.endHandler(end -> ended.tryComplete(outcome));
        answer.handler(part -> {
            read[0] += part.length();
            if (read[0] > MOST_READ) {
                ended.tryComplete(outcome);
            }
        });
    }

    /** Seconds or a date (RFC 9110, 10.2.3), not more than a day from now. @return null where neither is said */
    private Duration retryAfter(String header) {
        try {
            Duration asked = header == null ? null : header.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
            return asked == null || asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
        } catch (DateTimeException e) {
            LOG.debugf("A receiver's Retry-After is neither a number nor a date: %s", header);
            return null;
        }
    }

    private static String words(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the host has no public address";
        }
        if (failure instanceof SSLException) {
            return "TLS failed";
        }
        return failure instanceof TimeoutException || String.valueOf(failure.getMessage()).contains("timed out") ? "the connection timed out"
                : "the connection failed";
    }
}
