package org.chancery.state;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A state; its codes are identifiers, what it succeeds is in {@code succession}. */
@Entity
@Table(name = "state")
@DiscriminatorValue("state")
public class StateEntity extends RegistryRecord {
    public String unStatus;
    public String capital;
    public String region;
    @Embedded
    @EmbeddedColumnNaming("valid_from_%s")
    public DateColumns validFrom;
    @Embedded
    @EmbeddedColumnNaming("valid_to_%s")
    public DateColumns validTo;

    @Override
    public RecordType recordType() {
        return RecordType.STATE;
    }
}
