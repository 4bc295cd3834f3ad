package org.chancery.occupancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * On which days sources attest an occupancy or a membership. A supporting citation of the record as a whole, or of who and
 * what it joins, attests it on the day of which its words speak, else on the day the source was published; a citation of a
 * single date does not, unless it says of which day it speaks.
 */
@ApplicationScoped
public class Attestations {
    static final String ATTEST = """
            update %1$s t set attested_from = a.first, attested_to = a.last
              from (select x.id, min(coalesce(c.attests_on_earliest, s.published_earliest)) as first,
                           max(coalesce(c.attests_on_earliest, s.published_earliest)) as last
                      from %1$s x
                      left join citation c on c.record_id = x.id and c.stance = 'supports'
                           and (c.attests_on_edtf is not null or c.field in ('', '/personId', '/positionId', '/memberId', '/organizationId'))
                      left join source s on s.id = c.source_id
                     where %2$s
                     group by x.id) a
             where a.id = t.id and (t.attested_from, t.attested_to) is distinct from (a.first, a.last)""";

    /** An earlier holder of a single seat is superseded once a later one is certain. */
    static final String SUPERSEDE = """
            update occupancy t set superseded = not t.superseded
             where t.position_id = any(:positions)
               and t.superseded <> (t.single_seat and exists (select 1 from occupancy o
                   where o.position_id = t.position_id and o.id <> t.id and not o.acting and not o.designate
                     and not isempty(o.certain_period)
                     and lower(o.certain_period) > coalesce(lower(t.certain_period), t.start_latest, t.attested_to, '-infinity')))""";

    private final EntityManager database;

    Attestations(EntityManager database) {
        this.database = database;
    }

    void occupancy(UUID id, Collection<UUID> positions) {
        attest("occupancy", "x.id = :key", id);
        supersede(positions);
    }

    /** After a change in who holds an office, or in its number of seats. */
    public void supersede(Collection<UUID> positions) {
        database.createNativeQuery(SUPERSEDE).setParameter("positions", positions.toArray(UUID[]::new)).executeUpdate();
    }

    public void membership(UUID id) {
        attest("membership", "x.id = :key", id);
    }

    /** After a source's date of publication has changed. */
    public void source(UUID id) {
        String cited = "x.id in (select record_id from citation where source_id = :key)";
        attest("occupancy", cited, id);
        attest("membership", cited, id);
        List<?> positions = database.createNativeQuery("""
                select distinct o.position_id from occupancy o join citation c on c.record_id = o.id where c.source_id = :id""", UUID.class)
                .setParameter("id", id).getResultList();
        supersede(positions.stream().map(UUID.class::cast).toList());
    }

    private void attest(String table, String condition, UUID key) {
        database.createNativeQuery(ATTEST.formatted(table, condition)).setParameter("key", key).executeUpdate();
    }
}
