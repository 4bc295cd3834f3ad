package org.chancery.problem;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Failures that are no answer: what they were is in the log only, under an id that the client is told. */
public final class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);
    /** SQLSTATE of a statement that ran into statement_timeout. */
    private static final String QUERY_CANCELED = "57014";
    private static final int MAX_CAUSES = 20;

    private Incidents() {
    }

    /** The problem itself, or 500 in the place of what else failed. @param what failed, for the log: "a row" */
    public static ProblemException problem(Throwable e, String what) {
        return e instanceof ProblemException problem ? problem : new ProblemException(ProblemType.INTERNAL_ERROR, logged(e, what));
    }

    /** Logs what must not leave the service. @return the sentence by which an operator finds it */
    static String logged(Throwable e, String what) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(e, "Incident %s: %s failed", incident, what);
        return (wasCancelled(e) ? "It took the database too long and was given up: ask for less at once. " : "") + "The incident is logged as " + incident + ".";
    }

    static boolean wasCancelled(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES)
                .anyMatch(cause -> cause instanceof SQLException failure && QUERY_CANCELED.equals(failure.getSQLState()));
    }
}
