package org.chancery.participation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A dated action on the text of a declaration. */
@Entity
@Table(name = "signature")
@DiscriminatorValue("signature")
public class SignatureEntity extends ActingEntity {
    public UUID declarationId;
    public String action;
    @Embedded
    @EmbeddedColumnNaming("date_%s")
    public DateColumns date;

    @Override
    public RecordType recordType() {
        return RecordType.SIGNATURE;
    }

    @Override
    public UUID parentId() {
        return declarationId;
    }
}
