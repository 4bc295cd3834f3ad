package org.chancery.participation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Entity
@Table(name = "commitment")
@DiscriminatorValue("commitment")
class CommitmentEntity extends RegistryRecord {
    UUID declarationId;
    UUID obligorId;
    String obligorType;
    String obligorReportedName;
    UUID beneficiaryId;
    String beneficiaryType;
    String beneficiaryReportedName;
    String text;
    String lang;
    String translation;
    @Embedded
    @EmbeddedColumnNaming("due_%s")
    DateColumns due;
    String condition;
    String status;

    @Override
    public RecordType recordType() {
        return RecordType.COMMITMENT;
    }
}
