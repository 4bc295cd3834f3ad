package org.chancery.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Priorities;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.chancery.contract.Contract;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Lets a request reach an operation only with the scopes that the contract asks for. It goes by the method that is about to answer, not by
 * the path: however a path is written, nothing gets around it.
 */
class ScopeFilter {
    private final Contract contract;
    private final SecurityIdentity identity;
    private final Tokens tokens;
    private final ApiKeyService keys;

    ScopeFilter(Contract contract, SecurityIdentity identity, Tokens tokens, ApiKeyService keys) {
        this.contract = contract;
        this.identity = identity;
        this.tokens = tokens;
        this.keys = keys;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(SimpleResourceInfo resource, HttpServerResponse response) {
        Optional<Contract.Operation> operation = contract.operation(resource.getMethodName());
        if (operation.isEmpty()) {
            return;
        }
        List<String> needed = operation.get().scopes();
        if (needed == null) {
            throw new IllegalStateException(operation.get().id() + " does not say who may call it");
        }
        if (needed.isEmpty() || Scope.allow(identity.getRoles(), needed)) {
            return;
        }
        String scope = String.join(" ", needed);
        if (identity.isAnonymous()) {
            response.putHeader(Challenge.HEADER, Challenge.all(tokens.accepted()));
            throw new ProblemException(ProblemType.UNAUTHENTICATED, whatIsMissing(scope));
        }
        response.putHeader(Challenge.HEADER, Challenge.scope(tokens.accepted(), scope));
        throw new ProblemException(ProblemType.INSUFFICIENT_SCOPE, "This needs the scope " + scope + "; the credential has "
                + (identity.getRoles().isEmpty() ? "none" : String.join(" ", new TreeSet<>(identity.getRoles()))) + ".");
    }

    private String whatIsMissing(String scope) {
        String keyOrToken = tokens.accepted() ? "X-API-Key, or Authorization with a bearer token," : "X-API-Key";
        if (tokens.accepted() || keys.isAny()) {
            return "Send " + keyOrToken + " that has the scope " + scope + ".";
        }
        return "Nobody can write yet: this service has no API key and no issuer of tokens. Whoever runs it makes the first key with its command"
                + " api-key create, or configures mp.jwt.verify.publickey.location, mp.jwt.verify.issuer and mp.jwt.verify.audiences.";
    }
}
