package org.chancery.contract;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.SortedSet;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.problem.RequestGate;

/**
 * Answers by the contract which methods a path takes: OPTIONS, and 405 with Allow (RFC 9110). JAX-RS
 * would list the methods of a whole class for OPTIONS and none for 405.
 */
@ApplicationScoped
class ContractRoutes {
    /** After the checks of {@link RequestGate}, before the resources. */
    private static final int ORDER = -50;

    private final Contract contract;

    ContractRoutes(Contract contract) {
        this.contract = contract;
    }

    void install(@Observes Router router) {
        router.route("/v1/*").order(ORDER).handler(this::checkMethod);
    }

    private void checkMethod(RoutingContext context) {
        String method = context.request().method().name();
        SortedSet<String> allowed = contract.methods(context.normalizedPath());
        if (allowed.isEmpty() || allowed.contains(method) && !method.equals("OPTIONS")) {
            context.next();
            return;
        }
        context.response().putHeader("Allow", String.join(", ", allowed));
        if (method.equals("OPTIONS")) {
            context.response().setStatusCode(204).end();
        } else {
            RequestGate.answer(context, new ProblemException(ProblemType.METHOD_NOT_ALLOWED,
                    method + " is not possible here; Allow lists what is."));
        }
    }
}
