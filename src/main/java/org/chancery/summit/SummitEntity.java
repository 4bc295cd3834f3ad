package org.chancery.summit;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.event.EventEntity;
import org.chancery.record.RecordType;
import org.hibernate.annotations.Formula;

/** What a summit has beside what all events have. */
@Entity
@Table(name = "summit")
@DiscriminatorValue("summit")
public class SummitEntity extends EventEntity {
    private static final String STATES = """
            (select count(distinct coalesce(case when n.on_behalf_of_type = 'state' then n.on_behalf_of_id end,
                                            case when n.actor_type = 'state' then n.actor_id end))
               from participation n where n.event_id = id and n.attendance not in ('absent', 'declined')""";

    public UUID hostId;
    public String hostType;
    public UUID organizerId;
    public String organizerType;
    public Integer countriesReported;
    public Integer representedByLeaders;
    @Formula(STATES + ")")
    public int countriesRecorded;
    @Formula(STATES + " and (array_position(n.capacity_functions, 'head-of-state') > 0"
            + " or array_position(n.capacity_functions, 'head-of-government') > 0))")
    public int leadersRecorded;

    @Override
    public RecordType recordType() {
        return RecordType.SUMMIT;
    }
}
