package org.chancery.text;

import java.util.List;
import java.util.regex.Pattern;

/** Where the words of a name are. */
final class NameWords {
    private static final Pattern WORD = Pattern.compile("(?:\\p{L}\\.){2,}|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’‘ʼʻ`´]*");

    private NameWords() {
    }

    /** Beginning and end of each word, in UTF-16 units. */
    static List<int[]> of(String name) {
        return WORD.matcher(name).results().map(found -> new int[] {found.start(), found.end()}).toList();
    }
}
