package org.chancery.record;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chancery.contract.RequestParameters;
import org.chancery.problem.PercentEncoding;

/** Why the current request writes ({@code X-Change-Comment}): noted with each revision. */
@ApplicationScoped
public class ChangeComment {
    private static final ThreadLocal<String> SAID = new ThreadLocal<>();

    private final RequestParameters parameters;

    ChangeComment(RequestParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Does work outside of a request, on this thread.
     *
     * @param comment null for none
     */
    public static <T> T as(String comment, Callable<T> work) throws Exception {
        SAID.set(comment);
        try {
            return work.call();
        } finally {
            SAID.remove();
        }
    }

    /** At most 1000 characters; nothing where neither the request nor the work outside of requests says. */
    public Optional<String> current() {
        if (SAID.get() != null) {
            return Optional.of(SAID.get());
        }
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return parameters.header("X-Change-Comment").flatMap(PercentEncoding::header);
    }
}
