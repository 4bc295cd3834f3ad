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

@Entity
@Table(name = "occupancy")
@DiscriminatorValue("occupancy")
class OccupancyEntity extends TenureEntity {
    UUID personId;
    UUID positionId;
    boolean singleSeat;
    @Embedded
    @EmbeddedColumnNaming("scheduled_end_%s")
    DateColumns scheduledEnd;
    boolean acting;
    boolean designate;
    String selection;
    String endReason;
    @Formula("(select p.actor_id from position p where p.id = position_id)")
    UUID actorId;
    @Transient
    UUID formerPositionId;

    @Override
    public RecordType recordType() {
        return RecordType.OCCUPANCY;
    }
}
