package org.chancery.record;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** What bears out a record or one of its fields. */
@Entity
@Table(name = "citation")
public class CitationEntity {
    @Id
    public UUID id;
    public UUID recordId;
    public int ordinal;
    public UUID sourceId;
    public String field;
    public String stance;
    public String quote;
    public String quoteLang;
    public String translation;
    @Embedded
    @EmbeddedColumnNaming("attests_on_%s")
    public DateColumns attestsOn;
    public String confidence;
    public UUID originId;
}
