package org.chancery.record;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.concurrent.Callable;

/**
 * Who writes: noted with each revision. A request writes in the name of its principal, {@code key:<id>} or {@code sub:<subject of the
 * token>}; what works without a request names its author.
 */
public final class Author {
    private static final String ANONYMOUS = "anonymous";
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private Author() {
    }

    /** At most 300 characters. */
    public static String current() {
        String named = CURRENT.get();
        if (named != null) {
            return named;
        }
        if (!Arc.container().requestContext().isActive()) {
            return ANONYMOUS;
        }
        SecurityIdentity identity = CurrentIdentityAssociation.current();
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    /** Does the work in somebody's name, on this thread. */
    public static <T> T as(String author, Callable<T> work) throws Exception {
        String outside = CURRENT.get();
        CURRENT.set(author);
        try {
            return work.call();
        } finally {
            if (outside == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outside);
            }
        }
    }
}
