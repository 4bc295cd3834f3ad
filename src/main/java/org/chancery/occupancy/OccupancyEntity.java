package org.chancery.occupancy;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;

/** A person in a position, for some time. */
@Entity
@Table(name = "occupancy")
@DiscriminatorValue("occupancy")
public class OccupancyEntity extends TenureEntity {
    public UUID personId;
    public UUID positionId;
    public boolean singleSeat;
    @Embedded
    @EmbeddedColumnNaming("scheduled_end_%s")
    public DateColumns scheduledEnd;
    public boolean acting;
    public boolean designate;
    public String selection;
    public String endReason;
    @Formula("(select p.actor_id from position p where p.id = position_id)")
    public UUID actorId;
    @Transient
    public UUID formerPositionId;

    @Override
    public RecordType recordType() {
        return RecordType.OCCUPANCY;
    }
}
