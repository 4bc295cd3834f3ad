package org.chancery.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.contract.Contract;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers which web pages may use the API (CORS: Fetch Standard, 3.2) and that its answers are no pages. What is open to anybody may be used by pages of
 * any origin; the rest by those of the origins that are configured. No cookie is ever looked at, so no page can act in the name of a visitor.
 */
@ApplicationScoped
class BrowserRoutes {
    /** Before whatever may refuse the request: a page must be able to read why. */
    private static final int ORDER = -210;
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String PREFLIGHT_KEPT = "86400";
    private static final String VERSION = "/v1/";
    private static final String RECONCILIATION = "/reconcile/";
    /** What clients send that is no parameter of an operation. */
    private static final List<String> ALWAYS_TAKEN = List.of("Accept", "Authorization", "Content-Type", "Last-Event-ID", "X-API-Key", "X-Requested-With");

    private final Contract contract;
    private final Set<String> writers;
    private final String taken;
    private final String exposed;

    BrowserRoutes(Contract contract, @ConfigProperty(name = "chancery.cors.origins") Optional<Set<String>> writers) {
        this.contract = contract;
        this.writers = writers.orElse(Set.of());
        SortedSet<String> headers = new TreeSet<>(ALWAYS_TAKEN);
        contract.operations().forEach(operation -> operation.parameters().stream().filter(parameter -> parameter.in().equals("header"))
                .forEach(parameter -> headers.add(parameter.name())));
        this.taken = String.join(", ", headers);
        this.exposed = String.join(", ", contract.answerHeaders());
    }

    void install(@Observes Router router) {
        // a route with a path would decode that of every request, and fail where it cannot be decoded, which is refused later
        router.route().order(ORDER).handler(this::tell);
    }

    private void tell(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String path = request.path() + "/";
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (request.isSSL()) {
            // RFC 6797, 7.2: not over plain HTTP
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        boolean versioned = path.startsWith(VERSION);
        if (!versioned && !path.startsWith(RECONCILIATION)) {
            context.next();
            return;
        }
        if (versioned) {
            response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'").putHeader("Referrer-Policy", "no-referrer");
        }
        response.putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        String requested = request.getHeader("Access-Control-Request-Method");
        if (request.getHeader("Origin") != null && requested != null && request.method().name().equals("OPTIONS")) {
            preflight(request, requested, response);
        } else {
            if (allow(request, request.method().name(), response)) {
                response.putHeader("Access-Control-Expose-Headers", exposed);
            }
            // added at the end: whoever answers sets Vary anew
            context.addHeadersEndHandler(end -> {
                if (!"*".equals(response.headers().get(ALLOWED))) {
                    String vary = response.headers().get("Vary");
                    response.putHeader("Vary", vary == null ? "Origin" : vary + ", Origin");
                }
            });
            context.next();
        }
    }

    /** What is not allowed is not mentioned: then the browser does not send it. */
    private void preflight(HttpServerRequest request, String method, HttpServerResponse response) {
        if (allow(request, method, response)) {
            response.putHeader("Access-Control-Allow-Methods", method).putHeader("Access-Control-Allow-Headers", taken)
                    .putHeader("Access-Control-Max-Age", PREFLIGHT_KEPT);
        }
        response.putHeader("Vary", "Origin, Access-Control-Request-Method").setStatusCode(204).end();
    }

    private boolean allow(HttpServerRequest request, String method, HttpServerResponse response) {
        String origin = request.getHeader("Origin");
        if (isOpen(request.path(), method)) {
            response.putHeader(ALLOWED, "*");
        } else if (origin != null && writers.contains(origin)) {
            response.putHeader(ALLOWED, origin);
        }
        return response.headers().contains(ALLOWED);
    }

    /** Reconciliation is for anybody; so is what is not there, or a page could not read that it is not. */
    private boolean isOpen(String path, String method) {
        return path.startsWith("/reconcile") || contract.operationAt(method, path).map(operation -> List.of().equals(operation.scopes()))
                .orElseGet(() -> Set.of("GET", "HEAD", "OPTIONS").contains(method));
    }
}
