package org.chancery.participation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.record.RecordType;

@Entity
@Table(name = "participation")
@DiscriminatorValue("participation")
public class ParticipationEntity extends ActingEntity {
    UUID eventId;
    String reportedName;
    String reportedNameLang;
    String role;
    String attendance;
    String mode;
    UUID delegationId;
    int ordinal;

    @Override
    public RecordType recordType() {
        return RecordType.PARTICIPATION;
    }

    @Override
    UUID eventId() {
        return eventId;
    }
}
