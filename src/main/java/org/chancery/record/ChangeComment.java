package org.chancery.record;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.chancery.contract.RequestParameters;
import org.chancery.problem.PercentEncoding;

/** Why the current request writes ({@code X-Change-Comment}): noted with each revision. */
@ApplicationScoped
class ChangeComment {
    private final RequestParameters parameters;

    ChangeComment(RequestParameters parameters) {
        this.parameters = parameters;
    }

    /** At most 1000 characters; nothing where the request does not say, and outside of requests. */
    Optional<String> current() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return parameters.header("X-Change-Comment").flatMap(PercentEncoding::header);
    }
}
