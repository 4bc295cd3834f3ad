package org.chancery.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** One name of a record. */
@Embeddable
public class NameValue {
    String value;
    String lang;
    String script;
    String kind;
    boolean display;
    @Embedded
    @EmbeddedColumnNaming("valid_from_%s")
    DateColumns validFrom;
    @Embedded
    @EmbeddedColumnNaming("valid_to_%s")
    DateColumns validTo;
    String folded;
}
