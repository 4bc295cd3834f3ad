package org.chancery.source;

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
@Table(name = "source")
@DiscriminatorValue("source")
class SourceEntity extends RegistryRecord {
    String url;
    String reference;
    String title;
    String publisher;
    String author;
    String lang;
    @Embedded
    @EmbeddedColumnNaming("published_%s")
    DateColumns published;
    @Embedded
    @EmbeddedColumnNaming("retrieved_%s")
    DateColumns retrieved;
    UUID originId;
    String note;

    @Override
    public RecordType recordType() {
        return RecordType.SOURCE;
    }
}
