package org.chancery.feed;

/** Folds lines at 75 octets of UTF-8 (RFC 5545, 3.1). The library counts characters, and folds also where a line ends. */
final class Folds {
    private static final String FOLD = "\r\n ";
    private static final int OCTETS = 75;

    private Folds() {
    }

    /** @param written lines that may be folded elsewhere */
    static String fold(String written) {
        String text = written.replace(FOLD, "");
        StringBuilder folded = new StringBuilder(text.length() + text.length() / OCTETS * 3);
        int line = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            if (point == '\r' || point == '\n') {
                line = 0;
            } else {
                int octets = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
                if (line + octets > OCTETS) {
                    folded.append(FOLD);
                    line = 1;
                }
                line += octets;
            }
            folded.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return folded.toString();
    }
}
