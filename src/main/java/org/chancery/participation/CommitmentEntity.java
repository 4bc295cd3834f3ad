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

/** Who owes what to whom by a declaration. */
@Entity
@Table(name = "commitment")
@DiscriminatorValue("commitment")
public class CommitmentEntity extends RegistryRecord {
    public UUID declarationId;
    public UUID obligorId;
    public String obligorType;
    public String obligorReportedName;
    public UUID beneficiaryId;
    public String beneficiaryType;
    public String beneficiaryReportedName;
    public String text;
    public String lang;
    public String translation;
    @Embedded
    @EmbeddedColumnNaming("due_%s")
    public DateColumns due;
    public String condition;
    public String status;

    @Override
    public RecordType recordType() {
        return RecordType.COMMITMENT;
    }

    @Override
    public UUID parentId() {
        return declarationId;
    }
}
