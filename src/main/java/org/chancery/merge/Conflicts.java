package org.chancery.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.record.RecordType;

/** What two records say that cannot be said of one: asked before they are merged. */
@ApplicationScoped
class Conflicts {
    /** Of each rule, and of all of them together, as many as a problem can name. */
    private static final int MOST = 1000;

    /**
     * A rule that one record would break.
     *
     * @param sql gives, for records {@code :gone} and {@code :kept}, pairs of the record in conflict and the other one
     */
    private record Rule(String code, String detail, String sql) {
    }

    private static final String BETWEEN = " where t.%1$s = :gone and t.%2$s = :kept or t.%1$s = :kept and t.%2$s = :gone";

    private static final Rule ATTENDS_TWICE = new Rule("participates-twice", "both take part in one event: retract one of the participations", """
            select t.id, o.id from participation t join participation o on o.event_id = t.event_id and o.actor_id = :kept
             where t.actor_id = :gone""");
    private static final Rule SIGNED_TWICE = new Rule("signature-taken", "both have done this on that date: retract one of the signatures", """
            select t.id, o.id from signature t join signature o on o.declaration_id = t.declaration_id and o.actor_id = :kept
                   and o.action = t.action and o.date_edtf is not distinct from t.date_edtf
             where t.actor_id = :gone""");
    private static final Rule OWES_ITSELF = new Rule("owes-itself", "one of them owes this to the other one",
            "select t.id, null from commitment t" + BETWEEN.formatted("obligor_id", "beneficiary_id"));
    private static final String SAME_TIME = " and (o.certain_period && t.certain_period"
            + " or (o.start_edtf, o.end_edtf) is not distinct from (t.start_edtf, t.end_edtf)) where t.%s = :gone";
    private static final Rule BELONGS_TWICE = new Rule("belongs-twice", "both belong to one organization at one time: retract one of the memberships",
            "select t.id, o.id from membership t join membership o on o.organization_id = t.organization_id and o.member_id = :kept"
                    + SAME_TIME.formatted("member_id"));
    private static final Rule SCHEME_TAKEN = new Rule("scheme-taken", "a thing has one identifier of this scheme, and they have different ones", """
            select t.record_id, o.record_id from identifier t join identifier_scheme s on s.scheme = t.scheme and s.single
              join identifier o on o.scheme = t.scheme and o.record_id = :kept and o.value <> t.value where t.record_id = :gone""");
    private static final List<Rule> ACTOR = List.of(SCHEME_TAKEN, ATTENDS_TWICE, SIGNED_TWICE, OWES_ITSELF, BELONGS_TWICE);
    private static final Rule HOLDS_TWICE = new Rule("holds-twice", "both hold one office at one time: retract one of the occupancies",
            "select t.id, o.id from occupancy t join occupancy o on o.position_id = t.position_id and o.person_id = :kept"
                    + " and (o.acting, o.designate) = (t.acting, t.designate)" + SAME_TIME.formatted("person_id"));
    private static final Rule FOLLOWS_ITSELF = new Rule("own-predecessor", "one of them is the predecessor of the other one",
            "select t.successor_id, t.predecessor_id from succession t" + BETWEEN.formatted("successor_id", "predecessor_id"));
    private static final Rule PRECEDES_TWICE = new Rule("predecessor-twice", "both are its predecessors: take one of them away", """
            select t.successor_id, null from succession t join succession o on o.successor_id = t.successor_id and o.predecessor_id = :kept
             where t.predecessor_id = :gone""");
    private static final Rule BELONGS_TO_ITSELF = new Rule("own-member", "one of them belongs to the other one",
            "select t.id, null from membership t" + BETWEEN.formatted("member_id", "organization_id"));
    private static final Rule HAS_MEMBER_TWICE = new Rule("belongs-twice", "it belongs to both at one time: retract one of the memberships",
            "select t.id, o.id from membership t join membership o on o.member_id = t.member_id and o.organization_id = :kept"
                    + SAME_TIME.formatted("organization_id"));
    private static final Rule OWN_PARENT = new Rule("own-parent", "one of them is the parent of the other one",
            "select t.id, t.parent_id from organization t" + BETWEEN.formatted("id", "parent_id"));
    private static final Rule OWN_ORIGIN = new Rule("own-origin", "one of them is the origin of the other one",
            "select t.id, t.origin_id from source t" + BETWEEN.formatted("id", "origin_id"));
    /** Citations attest offices on the day on which their source was published, and the survivor may have another one. */
    private static final Rule SEAT_TAKEN = new Rule("seat-taken", "with the dates of the one source the single seat has two certain holders", """
            with dated as (
                select o.id, o.position_id, certain_days(o.start_earliest, o.start_latest, o.end_earliest, o.end_latest,
                           min(coalesce(c.attests_on_earliest, p.day)), max(coalesce(c.attests_on_earliest, p.day))) as days
                  from occupancy o
                  left join citation c on c.record_id = o.id and c.stance = 'supports'
                       and (c.attests_on_edtf is not null or c.field in ('', '/personId', '/positionId', '/memberId', '/organizationId'))
                  left join lateral (select case when s.id in (:gone, :kept)
                            then (select coalesce(k.published_earliest, g.published_earliest) from source k, source g where k.id = :kept and g.id = :gone)
                            else s.published_earliest end as day from source s where s.id = c.source_id) p on true
                 where o.single_seat and not o.acting and not o.designate and o.position_id in (select x.position_id from occupancy x
                       join citation y on y.record_id = x.id where y.source_id in (:gone, :kept))
                 group by o.id)
            select t.id, o.id from dated t join dated o on o.position_id = t.position_id and o.id > t.id and o.days && t.days""");
    private static final Rule ATTENDED_TWICE = new Rule("participation-taken", "takes part in both in one role: retract one of the participations", """
            select t.id, o.id from participation t join participation o on o.actor_id = t.actor_id and o.role = t.role and o.event_id = :kept
             where t.event_id = :gone""");
    private static final Rule RELATES_TO_ITSELF = new Rule("own-relation", "one of them is related to the other one",
            "select t.event_id, t.target_id from event_relation t" + BETWEEN.formatted("event_id", "target_id"));
    private static final Rule RELATED_TWICE = new Rule("relation-twice", "is related to both in one way: take one of the relations away", """
            select t.event_id, null from event_relation t join event_relation o on o.event_id = t.event_id and o.relation = t.relation
                   and o.target_id = :kept
             where t.target_id = :gone""");
    private static final Rule PART_OF_ITSELF = new Rule("part-of-cycle", "one of them is a part of the other one", """
            with recursive whole (part, id) as (
                select e.id, e.part_of_id from event e where e.id in (:gone, :kept)
                union
                select w.part, e.part_of_id from event e join whole w on e.id = w.id where e.part_of_id is not null)
            select w.part, w.id from whole w where w.id in (:gone, :kept)""");
    private static final List<Rule> EVENT = List.of(ATTENDED_TWICE, RELATES_TO_ITSELF, RELATED_TWICE, PART_OF_ITSELF);
    private static final Rule SIGNED_BOTH = new Rule("signature-taken", "has done this on that date in both: retract one of the signatures", """
            select t.id, o.id from signature t join signature o on o.actor_id = t.actor_id and o.action = t.action and o.declaration_id = :kept
                   and o.date_edtf is not distinct from t.date_edtf
             where t.declaration_id = :gone""");

    private final EntityManager database;

    Conflicts(EntityManager database) {
        this.database = database;
    }

    private static List<Rule> rules(RecordType type) {
        List<Rule> rules = new ArrayList<>();
        switch (type) {
            case PERSON -> {
                rules.addAll(ACTOR);
                rules.add(HOLDS_TWICE);
            }
            case STATE -> {
                rules.addAll(ACTOR);
                rules.addAll(List.of(FOLLOWS_ITSELF, PRECEDES_TWICE));
            }
            case ORGANIZATION -> {
                rules.addAll(ACTOR);
                rules.addAll(List.of(FOLLOWS_ITSELF, PRECEDES_TWICE, BELONGS_TO_ITSELF, HAS_MEMBER_TWICE, OWN_PARENT));
            }
            case SOURCE -> rules.addAll(List.of(OWN_ORIGIN, SEAT_TAKEN));
            case MEETING, SUMMIT -> rules.addAll(EVENT);
            case DECLARATION -> {
                rules.addAll(EVENT);
                rules.add(SIGNED_BOTH);
            }
            default -> rules.add(SCHEME_TAKEN);
        }
        return rules;
    }

    /** All conflicts of the two, one statement a rule. */
    List<ProblemError> between(RecordType type, UUID gone, UUID kept) {
        List<ProblemError> found = new ArrayList<>();
        for (Rule rule : rules(type)) {
            List<?> rows = database.createNativeQuery(rule.sql() + " order by 1 limit " + MOST, Tuple.class)
                    .setParameter("gone", gone).setParameter("kept", kept).getResultList();
            rows.stream().map(Tuple.class::cast).forEach(row -> found.add(Errors.at("", rule.code(), rule.detail()
                    + (row.get(1) == null ? "" : " (the other one is " + row.get(1) + ")")).recordId(row.get(0, UUID.class))));
        }
        return found.subList(0, Math.min(found.size(), MOST));
    }
}
