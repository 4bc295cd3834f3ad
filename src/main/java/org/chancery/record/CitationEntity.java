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
class CitationEntity {
    @Id
    UUID id;
    UUID recordId;
    int ordinal;
    UUID sourceId;
    String field;
    String stance;
    String quote;
    String quoteLang;
    String translation;
    @Embedded
    @EmbeddedColumnNaming("attests_on_%s")
    DateColumns attestsOn;
    String confidence;
    UUID originId;
}
