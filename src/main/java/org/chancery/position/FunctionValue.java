package org.chancery.position;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.chancery.record.DateColumns;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A function of an office, while it has it. */
@Embeddable
class FunctionValue {
    String function;
    @Embedded
    @EmbeddedColumnNaming("valid_from_%s")
    DateColumns validFrom;
    @Embedded
    @EmbeddedColumnNaming("valid_to_%s")
    DateColumns validTo;
}
