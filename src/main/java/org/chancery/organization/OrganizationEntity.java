package org.chancery.organization;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** An organization; what it succeeds is in {@code succession}. */
@Entity
@Table(name = "organization")
@DiscriminatorValue("organization")
public class OrganizationEntity extends RegistryRecord {
    @Column(name = "class")
    public String sort;
    public String description;
    public UUID parentId;
    public UUID stateId;
    @Embedded
    @EmbeddedColumnNaming("founded_%s")
    public DateColumns founded;
    @Embedded
    @EmbeddedColumnNaming("dissolved_%s")
    public DateColumns dissolved;

    @Override
    public RecordType recordType() {
        return RecordType.ORGANIZATION;
    }
}
