package org.chancery.series;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;

/** Events that follow each other under one name. */
@Entity
@Table(name = "series")
@DiscriminatorValue("series")
public class SeriesEntity extends RegistryRecord {
    public String description;
    public UUID organizationId;

    @Override
    public RecordType recordType() {
        return RecordType.SERIES;
    }
}
