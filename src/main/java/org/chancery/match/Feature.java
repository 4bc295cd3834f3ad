package org.chancery.match;

import java.util.Locale;

/** What a description and a record are compared in: the vocabulary {@code match-feature}. */
public enum Feature {
    IDENTIFIER, NAME, BIRTH_DATE, DEATH_DATE, OFFICE, CLASS, STATE, CAPITAL, FOUNDED, DISSOLVED, VALID_FROM, VALID_TO, RECORD_TYPE, KIND, DATE,
    TIME, CITY, VENUE, PARTICIPANT;

    /** As in the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
