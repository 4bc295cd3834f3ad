package org.chancery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.chancery.contract.RequestParameters;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.record.Author;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A request with an {@code Idempotency-Key} has its effect once (draft-ietf-httpapi-idempotency-key-header): its first success is
 * kept in the transaction that writes the record, so there is never the one without the other, and answered again.
 */
@RequestScoped
class Idempotency {
    private final RequestParameters parameters;
    private final UriInfo uri;
    private final KeptAnswers answers;
    private final ObjectMapper json;
    private final Settings settings;

    /** Configuration of what is kept. */
    @ConfigMapping(prefix = "chancery.idempotency")
    interface Settings {
        /** How long an answer is kept. */
        @WithDefault("24H")
        Duration retention();
    }

    Idempotency(RequestParameters parameters, UriInfo uri, KeptAnswers answers, ObjectMapper json, Settings settings) {
        this.parameters = parameters;
        this.uri = uri;
        this.answers = answers;
        this.json = json;
        this.settings = settings;
    }

    /**
     * Does the work in one transaction, or answers what it answered before.
     *
     * @throws ProblemException 409 while the same request is at work, 422 where the key belongs to another request
     * @throws WebApplicationException with the answer from before
     */
    <V> RestResponse<V> once(Supplier<RestResponse<V>> work) {
        return once(parameters.body(), work);
    }

    /** @param body what stands for the body of the request */
    <V> RestResponse<V> once(byte[] body, Supplier<RestResponse<V>> work) {
        Optional<String> sent = parameters.header("Idempotency-Key");
        if (sent.isEmpty()) {
            return work.get();
        }
        KeptAnswers.Key key = new KeptAnswers.Key(Author.current(), sent.get().replace("\"", ""));
        byte[] fingerprint = fingerprint(body);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Optional<KeptAnswers.Kept> before = answers.claim(key);
            if (before.isPresent()) {
                throw again(before.get(), fingerprint);
            }
            RestResponse<V> answer = work.get();
            answers.keep(key, new KeptAnswers.Kept(fingerprint, answer.getStatus(), answer.getHeaderString("ETag"), answer.getHeaderString("Location"),
                    answer.getHeaderString("Content-Language"), text(answer.getEntity())), settings.retention());
            return answer;
        });
    }

    private static RuntimeException again(KeptAnswers.Kept before, byte[] fingerprint) {
        return Arrays.equals(before.fingerprint(), fingerprint) ? new WebApplicationException(before.response())
                : new ProblemException(ProblemType.KEY_REUSED, "This Idempotency-Key was sent before with another path, query or body.");
    }

    private String text(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes a request the same one: operation, path, query and body. */
    private byte[] fingerprint(byte[] body) {
        String request = parameters.operationId() + " " + uri.getRequestUri().getRawPath() + "?" + uri.getRequestUri().getRawQuery() + "\n";
        return DigestUtils.updateDigest(DigestUtils.updateDigest(DigestUtils.getSha256Digest(), request), body).digest();
    }
}
