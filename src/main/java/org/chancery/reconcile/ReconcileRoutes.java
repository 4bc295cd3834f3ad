package org.chancery.reconcile;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets web pages of any origin read every answer of the reconciliation service, errors too, as the protocol demands. */
@ApplicationScoped
class ReconcileRoutes {
    /** Before whatever may refuse the request. */
    private static final int ORDER = -200;
    private static final String PREFLIGHT_KEPT = "86400";

    void install(@Observes Router router) {
        // a route with a path would decode that of every request, and fail where it cannot be decoded, which is refused later
        router.route().order(ORDER).handler(this::open);
    }

    private void open(RoutingContext context) {
        if (!(context.request().path() + "/").startsWith("/reconcile/")) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Access-Control-Allow-Origin", "*");
        if (context.request().method().name().equals("OPTIONS")) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS").putHeader("Allow", "GET, HEAD, OPTIONS, POST")
                    .putHeader("Access-Control-Allow-Headers", "Accept, Content-Type, X-Requested-With")
                    .putHeader("Access-Control-Max-Age", PREFLIGHT_KEPT).setStatusCode(204).end();
        } else {
            context.next();
        }
    }
}
