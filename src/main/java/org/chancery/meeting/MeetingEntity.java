package org.chancery.meeting;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.chancery.event.EventEntity;
import org.chancery.record.RecordType;

/** A meeting has what all events have. */
@Entity
@Table(name = "meeting")
@DiscriminatorValue("meeting")
public class MeetingEntity extends EventEntity {
    @Override
    public RecordType recordType() {
        return RecordType.MEETING;
    }
}
