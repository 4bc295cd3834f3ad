package org.chancery.declaration;

import jakarta.persistence.Embeddable;

/** A passage of a declaration in one language. */
@Embeddable
class ExcerptValue {
    String lang;
    String text;
    boolean original;
}
