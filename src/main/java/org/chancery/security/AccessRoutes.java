package org.chancery.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.BiConsumer;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.problem.RequestGate;

/**
 * Finds out of every request to the API who sends it, and whether they have sent too many. A credential that is not valid is refused, whatever it was
 * sent for: a client that believes to be known must not be answered as somebody else. What a principal may do is for {@link ScopeFilter}.
 */
@ApplicationScoped
class AccessRoutes {
    /** Behind Quarkus' own authentication, which is at -200, and before whatever may refuse a request: refusals count too. */
    private static final int ORDER = -110;
    /** Before it: what follows decodes the path. */
    private static final int BEFORE_AUTHENTICATION = -205;
    private static final String TOKEN = "Authorization";
    private static final String TOKEN_SCHEME = "Bearer ";

    private final RateLimits limits;
    private final Tokens tokens;

    AccessRoutes(RateLimits limits, Tokens tokens) {
        this.limits = limits;
        this.tokens = tokens;
    }

    void install(@Observes Router router) {
        // without a path, which would be decoded: what cannot be is refused later
        router.route().order(BEFORE_AUTHENTICATION).handler(this::checkPath);
        router.route().order(ORDER).handler(this::check);
    }

    /** Who sends what cannot be decoded is nobody yet. */
    private void checkPath(RoutingContext context) {
        ProblemException problem = RequestGate.problemOfPath(context.request());
        if (problem == null) {
            context.next();
        } else if (!isApi(context) || isAllowed(context, limits.ofAddress(Addresses.of(context.request())))) {
            RequestGate.answer(context, problem);
        }
    }

    private static boolean isApi(RoutingContext context) {
        String path = context.request().path() + "/";
        return path.startsWith("/v1/") || path.startsWith("/reconcile/");
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isApi(context)) {
            context.next();
            return;
        }
        List<String> sentTokens = request.headers().getAll(TOKEN);
        List<String> sentKeys = request.headers().getAll(ApiKeyMechanism.HEADER);
        if (sentTokens.isEmpty() && sentKeys.isEmpty()) {
            admit(context, limits.ofAddress(Addresses.of(request)));
        } else if (sentTokens.size() + sentKeys.size() > 1) {
            if (isAllowed(context, limits.ofAddress(Addresses.of(request)))) {
                RequestGate.answer(context, ProblemException.invalid(Errors.header(sentKeys.isEmpty() ? TOKEN : ApiKeyMechanism.HEADER, "credentials",
                        "must be the only credential, sent once")));
            }
        } else if (isAllowed(context, limits.leftForRefusals(Addresses.of(request)))) {
            authenticate(context, sentTokens.isEmpty() ? null : sentTokens.get(0));
        }
    }

    /** @param token what Authorization has; null where the credential is a key */
    private void authenticate(RoutingContext context, String token) {
        if (token != null && !tokens.accepted()) {
            refuse(context, "No issuer of tokens is configured here: send X-API-Key.", Challenge.API_KEY);
        } else if (token != null && !token.regionMatches(true, 0, TOKEN_SCHEME, 0, TOKEN_SCHEME.length())) {
            refuse(context, "Authorization takes a bearer token.", Challenge.all(true));
        } else {
            // Quarkus would answer a failure by itself, without a problem document
            BiConsumer<RoutingContext, Throwable> answeredBelow = (failed, failure) -> { };
            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answeredBelow);
            QuarkusHttpUser.getSecurityIdentity(context, null).subscribe().with(
                    identity -> authenticated(context, identity, token),
                    failure -> failed(context, failure, token));
        }
    }

    private void authenticated(RoutingContext context, SecurityIdentity identity, String token) {
        if (identity == null || identity.isAnonymous()) {
            failed(context, new AuthenticationFailedException(), token);
        } else {
            QuarkusHttpUser.setIdentity(identity, context);
            admit(context, limits.ofPrincipal(identity.getPrincipal().getName()));
        }
    }

    private void failed(RoutingContext context, Throwable failure, String token) {
        if (!(failure instanceof AuthenticationFailedException)) {
            context.fail(failure);
        } else if (token == null) {
            refuse(context, failure.getMessage(), Challenge.all(tokens.accepted()));
        } else {
            refuse(context, "The token is not valid here: its signature, issuer, audience, subject or time.", Challenge.ofToken(true));
        }
    }

    private void refuse(RoutingContext context, String why, String challenge) {
        if (isAllowed(context, limits.ofRefusals(Addresses.of(context.request())))) {
            context.response().putHeader(Challenge.HEADER, challenge);
            RequestGate.answer(context, new ProblemException(ProblemType.UNAUTHENTICATED, why));
        }
    }

    private void admit(RoutingContext context, RateLimits.Allowance allowance) {
        if (isAllowed(context, allowance)) {
            context.next();
        }
    }

    /** Tells what is left, and answers where it is nothing. */
    private static boolean isAllowed(RoutingContext context, RateLimits.Allowance allowance) {
        HttpServerResponse response = context.response();
        response.putHeader("RateLimit-Policy", allowance.policyHeader()).putHeader("RateLimit", allowance.header());
        if (allowance.retryAfter() == 0) {
            return true;
        }
        response.putHeader("Retry-After", String.valueOf(allowance.retryAfter()));
        RequestGate.answer(context, new ProblemException(ProblemType.TOO_MANY_REQUESTS,
                "At most " + allowance.quota() + " in " + allowance.window() + " seconds; Retry-After says when to go on."));
        return false;
    }
}
