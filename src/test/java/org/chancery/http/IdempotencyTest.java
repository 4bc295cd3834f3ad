package org.chancery.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Statements;
import org.chancery.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request with an {@code Idempotency-Key} has its effect once. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class IdempotencyTest {
    private static final List<String> NOT_KEPT = List.of("Date", "content-length");

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void setTheClockBack() {
        TestClock.reset();
    }

    private Response send(String path, Object document) {
        return send(key, path, document);
    }

    private static Response send(String key, String path, Object document) {
        return given().header("Idempotency-Key", key).contentType("application/json").body(document).post("/v1" + path);
    }

    private static Map<String, Object> person() {
        return Json.of("names", Make.names(Make.unique("Keyed")));
    }

    private static int records(String name) {
        return Api.get("/people", "name", name).get("items").size();
    }

    private static void assertSame(Response again, Response first) {
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        first.headers().asList().stream().filter(header -> NOT_KEPT.stream().noneMatch(header.getName()::equalsIgnoreCase))
                .forEach(header -> assertThat(again.getHeader(header.getName())).as(header.getName()).isEqualTo(header.getValue()));
        assertThat(again.headers().size()).isEqualTo(first.headers().size());
    }

    @Test
    void answer_shouldBeTheFirstOne_whenTheRecordHasChangedSince() {
        Map<String, Object> document = person();
        Response first = send("/people", document);
        JsonNode created = Api.body(first, 201);
        Api.patch("/people/" + Api.id(created), created, Json.of("description", "changed"));

        Response again = send("/people", document);

        assertSame(again, first);
        assertThat(Api.get("/people/" + Api.id(created)).get("description").textValue()).isEqualTo("changed");
    }

    @Test
    void answer_shouldBeThatOfARequestWithoutKey() {
        UUID person = Make.person();
        UUID position = Make.presidency(Make.state());
        Map<String, Object> occupancy = Make.occupancyOf(person, position, "start", "2020-01-01");

        JsonNode keyed = Api.body(send("/occupancies", occupancy), 201);

        assertThat(keyed).isEqualTo(Api.get("/occupancies/" + Api.id(keyed)));
    }

    @Test
    void key_shouldBeTheSame_withQuotes() {
        Map<String, Object> document = person();
        Response first = send("/people", document);

        assertSame(send("\"" + key + "\"", "/people", document), first);
    }

    @Test
    void otherRequest_shouldBeRefused() {
        Map<String, Object> document = person();
        Api.body(send("/people", document), 201);

        assertThat(Api.body(send("/people", person()), 422).get("code").textValue()).isEqualTo("idempotency-key-reused");
        assertThat(Api.body(send("/series", document), 422).get("code").textValue()).isEqualTo("idempotency-key-reused");
        assertThat(Api.body(send("/people?lang=uk", document), 422).get("code").textValue()).isEqualTo("idempotency-key-reused");
    }

    /** Of a request that was kept by an earlier release too. */
    @Test
    void fingerprint_shouldBeADigestOfOperationPathQueryAndBody() throws SQLException, NoSuchAlgorithmException {
        String document = Json.text(person());
        Api.body(send("/people?lang=uk", document), 201);

        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select fingerprint from kept_answer where key = '" + key + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBytes(1)).isEqualTo(MessageDigest.getInstance("SHA-256")
                    .digest(("createPerson /v1/people?lang=uk\n" + document).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void failure_shouldKeepNothing() {
        Map<String, Object> dangling = Json.of("names", Make.names(Make.unique("Keyed")), "citations", List.of(Json.of("sourceId", UUID.randomUUID())));
        Api.body(send("/people", dangling), 422);

        Api.body(send("/people", person()), 201);
    }

    @Test
    void record_shouldBeKeptWithItsAnswerOrNotAtAll() throws SQLException {
        Map<String, Object> document = person();
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
            sql.execute("alter table kept_answer add constraint broken check (status = 0) not valid");
            try {
                assertThat(send("/people", document).statusCode()).isEqualTo(500);
            } finally {
                sql.execute("alter table kept_answer drop constraint broken");
            }
        }
        String name = ((Map<?, ?>) ((List<?>) document.get("names")).get(0)).get("value").toString();
        assertThat(records(name)).isZero();
    }

    @Test
    void secondRequest_shouldBeSentAway_whileTheFirstIsAtWork() throws Exception {
        Map<String, Object> document = person();
        CompletableFuture<Response> first;
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("lock table person in exclusive mode");
            first = CompletableFuture.supplyAsync(() -> send("/people", document));
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting(sql));

            Response second = send("/people", document);

            assertThat(Api.body(second, 409).get("code").textValue()).isEqualTo("in-progress");
            assertThat(second.getHeader("Retry-After")).isEqualTo("1");
            connection.rollback();
        }
        assertThat(first.get().statusCode()).isEqualTo(201);
        assertSame(send("/people", document), first.get());
    }

    private static boolean waiting(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select exists (select 1 from pg_locks where relation = 'person'::regclass and not granted)")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Test
    void keptAnswers_shouldGoWhenTheirTimeIsOver() throws SQLException {
        send("/people", person());
        send(key + "-other", "/people", person());
        TestClock.advance(Duration.ofHours(25));

        Api.body(send("/people", person()), 201);

        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from kept_answer where key like '" + key + "%'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void key_shouldTakeTwoStatementsMore() {
        Map<String, Object> document = person();
        int without = Statements.of(() -> Api.create("/people", person())).size();

        assertThat(Statements.of(() -> Api.body(send("/people", document), 201))).hasSize(without + 2);
        assertThat(Statements.of(() -> Api.body(send("/people", document), 201))).hasSize(1);
    }
}
