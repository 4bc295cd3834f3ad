package org.chancery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver gets, and what becomes of it when it does not take it. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class WebhookTest {
    @Inject
    WebhookQueue queue;
    @Inject
    WebhookClient client;
    @Inject
    WebhookSettings settings;

    private final List<String> created = new ArrayList<>();
    private Receiver receiver;
    private WebhookSender sender;

    @BeforeEach
    void begin() throws IOException {
        receiver = new Receiver();
        sender = new WebhookSender(queue, client, settings);
        sender.start();
    }

    @AfterEach
    void end() {
        sender.stop();
        receiver.close();
        created.forEach(id -> assertThat(RestAssured.given().header("If-Match", "*").delete("/v1/webhooks/" + id).statusCode()).isEqualTo(204));
        TestClock.reset();
    }

    private JsonNode webhook(String... types) {
        JsonNode webhook = Api.create("/webhooks", Json.of("url", receiver.url(), "recordTypes", List.of(types)));
        created.add(webhook.get("id").textValue());
        return webhook;
    }

    private static JsonNode read(JsonNode webhook) {
        return Api.get("/webhooks/" + webhook.get("id").textValue());
    }

    private static JsonNode deliveries(JsonNode webhook, Object... query) {
        return Api.get("/webhooks/" + webhook.get("id").textValue() + "/deliveries", query).get("items");
    }

    private void got(int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(receiver.got).hasSizeGreaterThanOrEqualTo(count));
    }

    /** The latest delivery, once it has been tried so often. */
    private static JsonNode tried(JsonNode webhook, int attempts) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode all = deliveries(webhook);
            return all.size() > 0 && all.get(0).get("attempts").intValue() == attempts && (all.get(0).has("failure") || all.get(0).has("responseStatus"));
        });
        return deliveries(webhook).get(0);
    }

    private static String signature(String secret, Receiver.Got got) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal((got.id() + "." + got.timestamp() + "." + got.body())
                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void event_shouldBeTheChange_signedAsTheStandardSays() throws Exception {
        JsonNode webhook = webhook("series");
        Make.person();
        UUID series = Make.series();
        got(1);
        Receiver.Got got = receiver.got.get(0);

        assertThat(got.json().get("type").textValue()).isEqualTo("series.created");
        JsonNode change = Api.get("/changes", "recordId", series).at("/items/0");
        assertThat(got.json().at("/data/recordId")).isEqualTo(change.get("recordId"));
        assertThat(got.json().at("/data/href")).isEqualTo(change.get("href"));
        assertThat(got.json().get("timestamp")).isEqualTo(change.get("at"));
        assertThat(Api.get("/changes", "cursor", got.json().at("/data/cursor").textValue()).get("items")).isEmpty();
        assertThat(got.contentType()).isEqualTo("application/json");
        assertThat(got.signature()).isEqualTo(signature(webhook.get("secret").textValue(), got));
        assertThat(got.timestamp()).isEqualTo(String.valueOf(TestClock.START.getEpochSecond()));
        JsonNode delivery = tried(webhook, 1);
        assertThat(delivery.get("id").textValue()).isEqualTo(got.id());
        assertThat(delivery.get("state").textValue()).isEqualTo("delivered");
        assertThat(delivery.get("responseStatus").intValue()).isEqualTo(204);
        assertThat(delivery.get("event")).isEqualTo(got.json());
    }

    @Test
    void secret_shouldBeShownOnce_andTheOldOneSignForATime() throws Exception {
        JsonNode webhook = webhook("series");
        String id = webhook.get("id").textValue();
        String first = webhook.get("secret").textValue();
        JsonNode rotated = Api.body(RestAssured.given().post("/v1/webhooks/" + id + "/secret"), 200);
        String second = rotated.get("secret").textValue();
        Make.series();
        got(1);

        assertThat(second).isNotEqualTo(first).startsWith("whsec_");
        Receiver.Got got = receiver.got.get(0);
        assertThat(got.signature()).isEqualTo(signature(second, got) + " " + signature(first, got));
        for (String path : List.of("/webhooks", "/webhooks/" + id, "/webhooks/" + id + "/deliveries")) {
            assertThat(Api.fetch(path).asString()).doesNotContain("whsec_", first.substring(6), second.substring(6));
        }
        assertThat(Api.patch("/webhooks/" + id, rotated, Json.of("description", "x")).has("secret")).isFalse();

        TestClock.advance(settings.overlap().plusSeconds(1));
        Make.series();
        got(2);
        assertThat(receiver.got.get(1).signature()).isEqualTo(signature(second, receiver.got.get(1)));
    }

    @Test
    void event_shouldComeAgain_withGrowingPauses_untilItIsTaken() {
        JsonNode webhook = webhook("series");
        receiver.answers(Receiver.status(500));
        Make.series();
        JsonNode delivery = tried(webhook, 1);
        assertThat(delivery.get("state").textValue()).isEqualTo("pending");
        assertThat(delivery.get("failure").textValue()).isEqualTo("answered 500");
        assertThat(read(webhook).has("failingAt")).isTrue();

        TestClock.advance(settings.firstPause().multipliedBy(2));
        tried(webhook, 2);
        receiver.answers(Receiver.status(200));
        TestClock.advance(settings.firstPause().multipliedBy(8));
        tried(webhook, 3);

        assertThat(receiver.got).hasSize(3).extracting(Receiver.Got::id).containsOnly(receiver.got.get(0).id());
        assertThat(receiver.got).extracting(Receiver.Got::body).containsOnly(receiver.got.get(0).body());
        await().untilAsserted(() -> assertThat(deliveries(webhook, "state", "delivered").size()).isEqualTo(1));
        assertThat(read(webhook).has("failingAt")).isFalse();
        assertThat(queue.pause(1, null)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(queue.pause(4, null)).isBetween(Duration.ofSeconds(256), Duration.ofSeconds(384));
        assertThat(queue.pause(11, null)).isBetween(Duration.ofHours(19), Duration.ofHours(29));
        assertThat(queue.pause(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void webhook_shouldBeDisabled_whenTheReceiverIsGone() {
        JsonNode webhook = webhook("series");
        receiver.answers(Receiver.status(410));
        Make.series();
        await().until(() -> !read(webhook).get("enabled").booleanValue());

        assertThat(read(webhook).get("disabledReason").textValue()).isEqualTo("gone");
        assertThat(tried(webhook, 1).get("state").textValue()).isEqualTo("failed");
    }

    @Test
    void webhook_shouldBeDisabledAfterLongFailure_andGoOnWhereItStopped() {
        JsonNode webhook = webhook("series");
        receiver.answers(Receiver.status(503));
        UUID first = Make.series();
        tried(webhook, 1);
        TestClock.advance(settings.patience().plusMinutes(1));
        tried(webhook, 2);
        await().until(() -> !read(webhook).get("enabled").booleanValue());
        JsonNode disabled = read(webhook);
        assertThat(disabled.get("disabledReason").textValue()).isEqualTo("failing");
        UUID second = Make.series();
        receiver.got.clear();

        receiver.answers(Receiver.status(204));
        Api.patch("/webhooks/" + webhook.get("id").textValue(), disabled, Json.of("enabled", true));
        TestClock.advance(Duration.ofDays(2));
        got(2);

        assertThat(receiver.got).extracting(got -> got.json().at("/data/recordId").textValue())
                .containsExactlyInAnyOrder(first.toString(), second.toString());
    }

    @Test
    void receiver_shouldNotLeadElsewhere_norKeepAnybodyWaiting() throws IOException {
        try (Receiver elsewhere = new Receiver()) {
            JsonNode webhook = webhook("series");
            receiver.answers((exchange, body) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url());
                exchange.sendResponseHeaders(307, -1);
            });
            Make.series();
            assertThat(tried(webhook, 1).get("failure").textValue()).isEqualTo("answered 307");
            assertThat(elsewhere.got).isEmpty();

            receiver.answers((exchange, body) -> {
                exchange.sendResponseHeaders(200, 0);
                OutputStream out = exchange.getResponseBody();
                byte[] much = new byte[64 * 1024];
                for (int i = 0; i < 10_000; i++) {
                    out.write(much);
                }
            });
            Make.series();
            assertThat(tried(webhook, 1).get("state").textValue()).isEqualTo("delivered");

            receiver.answers((exchange, body) -> await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(10)).until(() -> true));
            Make.series();
            assertThat(tried(webhook, 1).get("failure").textValue()).isEqualTo("no answer in 2 s");
        }
    }

    @Test
    void receiver_shouldBeTold_whenTheLogDoesNotReachBack() throws Exception {
        JsonNode webhook = webhook();
        String path = "/webhooks/" + webhook.get("id").textValue();
        JsonNode disabled = Api.patch(path, webhook, Json.of("enabled", false));
        Make.series();
        Api.get("/changes", "limit", 1);
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
            sql.executeUpdate("update change_floor set position = (select max(position) from change)");
        }
        Api.patch(path, disabled, Json.of("enabled", true));
        // or one might overtake the other
        got(1);
        UUID series = Make.series();
        got(2);

        assertThat(receiver.got).extracting(got -> got.json().get("type").textValue()).containsExactly("log.resync-required", "series.created");
        assertThat(receiver.got.get(1).json().at("/data/recordId").textValue()).isEqualTo(series.toString());
    }

    @Test
    void testEvent_shouldBeSent_evenToAWebhookThatIsDisabled() {
        JsonNode webhook = webhook();
        String path = "/webhooks/" + webhook.get("id").textValue();
        Api.patch(path, webhook, Json.of("enabled", false));
        JsonNode delivery = Api.body(RestAssured.given().post("/v1" + path + "/deliveries"), 201);
        got(1);

        assertThat(receiver.got.get(0).json().get("type").textValue()).isEqualTo("webhook.ping");
        await().until(() -> Api.get(path + "/deliveries/" + delivery.get("id").textValue()).get("state").textValue().equals("delivered"));
    }

    @Test
    void event_shouldComeOnceMore_whenItIsAskedFor() {
        JsonNode webhook = webhook("series");
        Make.series();
        JsonNode delivery = tried(webhook, 1);
        String path = "/webhooks/" + webhook.get("id").textValue() + "/deliveries/" + delivery.get("id").textValue();
        await().until(() -> Api.get(path).get("state").textValue().equals("delivered"));
        JsonNode again = Api.body(RestAssured.given().post("/v1" + path + "/attempts"), 200);
        assertThat(again.get("state").textValue()).isEqualTo("pending");
        got(2);

        assertThat(receiver.got).extracting(Receiver.Got::id).containsExactly(delivery.get("id").textValue(), delivery.get("id").textValue());
        await().until(() -> Api.get(path).get("state").textValue().equals("delivered"));
        assertThat(Api.get(path).get("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void webhook_shouldBeRefused_whereNothingMayBeSent() {
        JsonNode error = Api.error(Api.post("/webhooks", Json.of("url", "ftp://receiver.example/")), 422);

        assertThat(error.get("pointer").textValue()).isEqualTo("/url");
    }
}
