package org.chancery.person;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A person. Whether a leader or an official follows from the occupancies and is kept nowhere. */
@Entity
@Table(name = "person")
@DiscriminatorValue("person")
public class PersonEntity extends RegistryRecord {
    public String description;
    @Embedded
    @EmbeddedColumnNaming("birth_%s")
    public DateColumns birth;
    @Embedded
    @EmbeddedColumnNaming("death_%s")
    public DateColumns death;

    @Override
    public RecordType recordType() {
        return RecordType.PERSON;
    }
}
