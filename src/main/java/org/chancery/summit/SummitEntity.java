package org.chancery.summit;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.event.EventEntity;
import org.chancery.record.RecordType;
import org.hibernate.annotations.Formula;

@Entity
@Table(name = "summit")
@DiscriminatorValue("summit")
class SummitEntity extends EventEntity {
    private static final String STATES = """
            (select count(distinct coalesce(case when n.on_behalf_of_type = 'state' then n.on_behalf_of_id end,
                                            case when n.actor_type = 'state' then n.actor_id end))
               from participation n where n.event_id = id""";

    UUID hostId;
    String hostType;
    UUID organizerId;
    String organizerType;
    Integer countriesReported;
    Integer representedByLeaders;
    @Formula(STATES + " and n.attendance not in ('absent', 'declined'))")
    int countriesRecorded;
    @Formula(STATES + """
             and n.attendance not in ('absent', 'declined')
             and n.capacity_functions && cast(array['head-of-state', 'head-of-government'] as varchar(40)[]))""")
    int leadersRecorded;

    @Override
    public RecordType recordType() {
        return RecordType.SUMMIT;
    }
}
