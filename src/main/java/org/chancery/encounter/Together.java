package org.chancery.encounter;

/**
 * The one place that says what it means to be somewhere together, as SQL. Whoever stayed away, declined or only sent a
 * paper was not there; a state or organization was there when somebody took part in its name.
 */
final class Together {
    /**
     * Condition on participation {@code %1$s} of actor {@code %2$s}. A person who was represented was not there; the state
     * in whose name they act was.
     */
    private static final String SIDE = """
            (%1$s.actor_id = %2$s or %1$s.on_behalf_of_id = %2$s)
                    and %1$s.attendance not in ('absent', 'declined') and %1$s.mode is distinct from 'written'
                    and not coalesce(%1$s.mode = 'represented' and %1$s.actor_type = 'person' and %1$s.actor_id = %2$s, false)""";

    /** What is known of a participation that took place. */
    static final String ATTENDED = "attendance in ('attended', 'partially-attended')";

    /**
     * Meetings and summits (id, met) of the actors {@code :actorId} and {@code :withId} in the status {@code :status}. Of an
     * event and its parts only the innermost, so that a summit and its sessions are not several encounters; a part that is
     * not certain does not hide a whole that is.
     */
    static final String EVENTS = """
            (with recursive shared (id, met) as materialized (
                 select n.event_id, bool_or(n.%1$s and w.%1$s and e.status = 'held')
                   from participation n join event e on e.id = n.event_id join participation w on w.event_id = n.event_id and w.id <> n.id
                  where %2$s
                    and %3$s
                    -- whoever acts in the name of the other side is no encounter with it
                    and n.actor_id is distinct from :withId and n.on_behalf_of_id is distinct from :withId
                    and w.actor_id is distinct from :actorId and w.on_behalf_of_id is distinct from :actorId
                    and e.event_type in ('meeting', 'summit') and e.status = any(:status)
                  group by n.event_id),
              inside (id, met) as (
                 select e.part_of_id, s.met from shared s join event e on e.id = s.id where e.part_of_id is not null
                 union
                 select e.part_of_id, i.met from inside i join event e on e.id = i.id where e.part_of_id is not null)
             select s.id, s.met from shared s where not exists (select 1 from inside i where i.id = s.id and (i.met or not s.met)))"""
            .formatted(ATTENDED, side("n", ":actorId"), side("w", ":withId"));

    private Together() {
    }

    static String side(String participation, String actor) {
        return SIDE.formatted(participation, actor);
    }
}
