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

/** A source; its origin is the one that it repeats. */
@Entity
@Table(name = "source")
@DiscriminatorValue("source")
public class SourceEntity extends RegistryRecord {
    public String url;
    public String reference;
    public String title;
    public String publisher;
    public String author;
    public String lang;
    @Embedded
    @EmbeddedColumnNaming("published_%s")
    public DateColumns published;
    @Embedded
    @EmbeddedColumnNaming("retrieved_%s")
    public DateColumns retrieved;
    public UUID originId;
    public String note;

    @Override
    public RecordType recordType() {
        return RecordType.SOURCE;
    }
}
