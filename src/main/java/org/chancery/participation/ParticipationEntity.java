package org.chancery.participation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.record.RecordType;

/** Who takes part in an event, as what and in whose name. */
@Entity
@Table(name = "participation")
@DiscriminatorValue("participation")
public class ParticipationEntity extends ActingEntity {
    public UUID eventId;
    public String reportedName;
    public String reportedNameLang;
    public String role;
    public String attendance;
    public String mode;
    public UUID delegationId;
    public int ordinal;

    @Override
    public RecordType recordType() {
        return RecordType.PARTICIPATION;
    }

    @Override
    public UUID parentId() {
        return eventId;
    }
}
