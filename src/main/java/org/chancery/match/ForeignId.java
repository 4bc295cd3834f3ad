package org.chancery.match;

/** An identifier in another register. */
public record ForeignId(String scheme, String value) {
    @Override
    public String toString() {
        return scheme + " " + value;
    }
}
