package org.chancery.record;

import jakarta.persistence.Embeddable;

/** One identifier in another register. */
@Embeddable
public class IdentifierValue {
    String scheme;
    String value;
}
