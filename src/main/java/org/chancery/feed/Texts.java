package org.chancery.feed;

/** Texts of records, which may have any character, as the formats can carry them. */
final class Texts {
    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {
    }

    /** Without characters that XML 1.0 or RFC 5545 (3.1) forbid; lines end in a line feed. */
    static String clean(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .map(point -> Character.isISOControl(point) && point != '\n' && point != '\t' || point == 0xFFFE || point == 0xFFFF ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The same in one line, for what cannot be escaped. */
    static String line(String text) {
        return clean(text).replace('\n', ' ');
    }
}
