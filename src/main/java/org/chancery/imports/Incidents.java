package org.chancery.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.jboss.logging.Logger;

/** What is said of a failure that is no answer: what it was is in the log only. */
@ApplicationScoped
class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);

    ProblemException problem(RuntimeException e) {
        if (e instanceof ProblemException problem) {
            return problem;
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(e, "Incident %s: a row failed", incident);
        return new ProblemException(ProblemType.INTERNAL_ERROR, "The incident is logged as " + incident + ".");
    }
}
