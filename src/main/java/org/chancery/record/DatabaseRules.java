package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.hibernate.exception.ConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The rules that the database keeps, as the client hears of them. */
@ApplicationScoped
public class DatabaseRules {
    /** @param conflict with another record; else the document itself is wrong */
    private record Rule(boolean conflict, String pointer, String code, String detail) {
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("identifier_taken", new Rule(true, "/identifiers", "identifier-taken", "belongs to another record")),
            Map.entry("source_url_taken", new Rule(true, "/url", "url-taken", "belongs to another source")),
            Map.entry("source_not_its_own_origin", new Rule(false, "/originId", "own-origin", "must be another source")),
            Map.entry("source_identified", new Rule(false, "/url", "required", "a source needs a url, a reference or a title")),
            Map.entry("person_born_before_death", new Rule(false, "/deathDate", "end-before-start", "must not be before the birth")),
            Map.entry("state_valid_in_order", new Rule(false, "/validTo", "end-before-start", "must not be before validFrom")),
            Map.entry("position_valid_in_order", new Rule(false, "/validTo", "end-before-start", "must not be before validFrom")),
            Map.entry("function_valid_in_order", new Rule(false, "/functions", "end-before-start", "validTo must not be before validFrom")),
            Map.entry("organization_founded_before_dissolved", new Rule(false, "/dissolved", "end-before-start", "must not be before founded")),
            Map.entry("organization_not_its_own_parent", new Rule(false, "/parentId", "own-parent", "must be another organization")),
            Map.entry("succession_once", new Rule(false, "/predecessorIds", "duplicate", "is given twice")),
            Map.entry("succession_not_of_itself", new Rule(false, "/predecessorIds", "own-predecessor", "must be another record")),
            Map.entry("occupancy_in_order", new Rule(false, "/end", "end-before-start", "must not be before the start")),
            Map.entry("occupancy_seat_taken", new Rule(true, "/positionId", "seat-taken",
                    "the single seat has another certain holder in that time")),
            Map.entry("membership_in_order", new Rule(false, "/end", "end-before-start", "must not be before the start")),
            Map.entry("membership_not_in_itself", new Rule(false, "/memberId", "own-member", "must not be the organization itself")),
            Map.entry("event_in_order", new Rule(false, "/end", "end-before-start", "must not be before the start")),
            Map.entry("event_end_needs_start", new Rule(false, "/start", "required", "is required with an end")),
            Map.entry("event_part_of_cycle", new Rule(false, "/partOfId", "part-of-cycle", "must not be the event itself or a part of it")),
            Map.entry("event_relation_once", new Rule(false, "/relations", "duplicate", "is given twice")),
            Map.entry("event_relation_not_to_itself", new Rule(false, "/relations", "own-relation", "must be another event")),
            Map.entry("summit_counts_in_order", new Rule(false, "/representedByLeaders", "more-than-all",
                    "must not be more than countriesReported")),
            Map.entry("participation_taken", new Rule(true, "/actorId", "participation-taken", "takes part in this role already")),
            Map.entry("signature_taken", new Rule(true, "/actorId", "signature-taken", "has done this on that date already")));

    private final EntityManager database;

    DatabaseRules(EntityManager database) {
        this.database = database;
    }

    /** Does the work and writes what is pending; a rule that the database keeps becomes the client's problem. */
    public void guarded(Runnable work) {
        try {
            work.run();
            database.flush();
        } catch (ConstraintViolationException e) {
            throw translate(e);
        }
    }

    private static RuntimeException translate(ConstraintViolationException e) {
        Rule rule = RULES.get(constraint(e));
        if (rule == null) {
            return e;
        }
        ProblemError error = Errors.at(rule.pointer(), rule.code(), rule.detail());
        return rule.conflict() ? ProblemException.conflict(error) : ProblemException.violated(error);
    }

    /** Hibernate does not tell the name of an exclusion constraint, the server does. */
    private static String constraint(ConstraintViolationException e) {
        ServerErrorMessage message = e.getSQLException() instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        return message == null || message.getConstraint() == null ? "" : message.getConstraint();
    }

    /**
     * Refuses what another record has already, and names that record. The constraint in the database stays the judge where
     * two writers come at once.
     *
     * @param sql gives the id of the other record, if there is one
     */
    void refuseTaken(String constraint, String sql, Map<String, Object> parameters) {
        Query query = database.createNativeQuery(sql + " limit 1", UUID.class);
        parameters.forEach(query::setParameter);
        List<?> others = query.getResultList();
        if (!others.isEmpty()) {
            Rule rule = RULES.get(constraint);
            throw ProblemException.conflict(Errors.at(rule.pointer(), rule.code(), rule.detail()).recordId((UUID) others.get(0)));
        }
    }
}
