package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.fixture.Credentials;
import org.chancery.security.IssuedTokens;
import org.chancery.verify.ContractDocument.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, asked by everybody: who is let in is what the contract says, and nothing that pretends to be a credential is one. */
@QuarkusTest
class AccessTest {
    private static int tried;

    /** Somebody who asks, and the status that keeps them out: of everything, or of what needs these scopes. */
    private enum Caller {
        NOBODY(call -> call.anonymous()),
        READER_KEY(call -> call.as(Credentials.READER)),
        WRITER_KEY(call -> call.as(Credentials.WRITER)),
        ADMIN_KEY(call -> call.as(Credentials.ADMIN)),
        READER_TOKEN(token(IssuedTokens::reader)),
        WRITER_TOKEN(token(IssuedTokens::writer)),
        ADMIN_TOKEN(token(IssuedTokens::admin)),
        EXPIRED_KEY(call -> call.as(Credentials.EXPIRED)),
        REVOKED_KEY(call -> call.as(Credentials.REVOKED)),
        UNKNOWN_KEY(call -> call.header(Credentials.HEADER, "chk_" + "0".repeat(32) + "_" + "A".repeat(43))),
        WRONG_SECRET(call -> call.header(Credentials.HEADER, Credentials.ADMIN.key().replace("ttt", "tut"))),
        NO_KEY(call -> call.header(Credentials.HEADER, "secret")),
        EXPIRED_TOKEN(token(IssuedTokens::expired)),
        WRONG_ISSUER(token(IssuedTokens::ofAnotherIssuer)),
        WRONG_AUDIENCE(token(IssuedTokens::forAnotherAudience)),
        FOREIGN_KEY(token(IssuedTokens::signedByAnotherKey)),
        UNSIGNED(token(IssuedTokens::unsigned)),
        SIGNED_WITH_PUBLIC_KEY(token(IssuedTokens::signedWithThePublicKey)),
        NO_SUBJECT(token(IssuedTokens::withoutSubject)),
        NO_TOKEN(call -> call.header("Authorization", "Basic Y2hhbmNlcnk6c2VjcmV0"));

        private final UnaryOperator<Call> credential;

        Caller(UnaryOperator<Call> credential) {
            this.credential = credential;
        }

        private static UnaryOperator<Call> token(java.util.function.Supplier<String> token) {
            return call -> call.header("Authorization", "Bearer " + token.get());
        }

        /** 401, 403, or 0 where they get in. */
        int refusal(List<String> scopes) {
            return switch (this) {
                case NOBODY -> scopes.isEmpty() ? 0 : 401;
                case READER_KEY, READER_TOKEN -> scopes.isEmpty() ? 0 : 403;
                case WRITER_KEY, WRITER_TOKEN -> scopes.contains("registry:admin") ? 403 : 0;
                case ADMIN_KEY, ADMIN_TOKEN -> 0;
                default -> 401;
            };
        }
    }

    static Stream<Operation> operations() {
        return ContractDocument.operations().stream();
    }

    static List<String> scopes(Operation operation) {
        return StreamSupport.stream(ContractDocument.node(operation).get("x-scopes").spliterator(), false).map(scope -> scope.textValue()).toList();
    }

    @BeforeAll
    static void count_shouldBeginAnew() {
        tried = 0;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_shouldLetInWhomTheContractLetsIn(Operation operation) {
        List<String> scopes = scopes(operation);
        Map<Caller, Integer> statuses = new EnumMap<>(Caller.class);
        Map<Caller, Integer> expected = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            // who is let in finds nothing there: what the operation does is tested elsewhere
            int status = caller.credential.apply(bare(operation)).send().status();
            statuses.put(caller, status == 401 || status == 403 ? status : 0);
            expected.put(caller, caller.refusal(scopes));
            tried++;
        }

        assertThat(statuses).isEqualTo(expected);
    }

    private static Call bare(Operation operation) {
        Call call = Call.of(operation.method(), operation.path().replaceAll("\\{[^}]*}", World.randomId()));
        return operation.schema() == null ? call : call.body(operation.mediaType(), "{}");
    }

    /** What a route decodes or passes over must not lead around the scopes. */
    @Test
    void write_shouldBeRefused_howeverItsPathIsWritten() {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/v1/people", "/v1/%70eople", "/v1/people/", "/v1//people", "//v1/people", "/v1/people;a=b", "/v1/./people", "/V1/people",
                "/v1/meetings/../people", "/v1/people?x", "/v1/people%2F")) {
            int status = Call.of("POST", path).anonymous().body("application/json", "{\"names\":[{\"value\":\"X\",\"lang\":\"en\"}]}").send().status();
            if (status < 400 || status == 500) {
                wrong.add(path + " answered " + status);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void request_shouldBeRefused_whenItBringsTwoCredentials() {
        Call.Answer answer = Call.get("/v1/people").as(Credentials.ADMIN).header("Authorization", "Bearer " + IssuedTokens.admin()).send().with(400);

        assertThat(answer.json().at("/errors/0/header").textValue()).isEqualTo("X-API-Key");
    }

    @Test
    void scopes_shouldFollowFromWhatTheOperationDoes() {
        for (Operation operation : ContractDocument.operations()) {
            List<String> scopes = scopes(operation);
            boolean open = StreamSupport.stream(ContractDocument.node(operation).get("security").spliterator(), false).anyMatch(way -> way.isEmpty());

            assertThat(open).as(operation + " may be called without a credential").isEqualTo(scopes.isEmpty());
            assertThat(operation.statuses().contains(403)).as(operation + " may answer 403").isEqualTo(!open);
            assertThat(operation.statuses()).as(operation + " may refuse anybody").contains(401, 429);
            if (!operation.method().equals("GET") && !operation.id().startsWith("match")) {
                assertThat(scopes).as(operation + " writes").isNotEmpty();
            }
        }
    }

    @AfterAll
    static void report() {
        System.out.println(tried + " combinations of operations and callers tried");
    }
}
