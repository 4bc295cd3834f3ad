package org.chancery.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.List;
import java.util.regex.Pattern;

/** Words of a name as they are compared: folded, without punctuation, one space between them. */
public final class Words {
    /** U.S., С.Ш.А.: one word, not three. */
    private static final Pattern ABBREVIATION = Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}");
    /** Apostrophes, primes and their like are written or left out at will, in Ukrainian, Arabic and Irish names alike. */
    private static final String INSIDE = "'’‘ʼʻʹʺʾʿ`´′״׳·";

    private Words() {
    }

    /** The words, parted by one space; empty where the text has neither letter nor digit. */
    public static String join(String text) {
        String folded = Folding.fold(ABBREVIATION.matcher(text).replaceAll(found -> found.group().replace(".", "")));
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> INSIDE.indexOf(c) < 0)
                .map(c -> UCharacter.isLetterOrDigit(c) || isMark(c) ? c : ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString().strip().replaceAll(" +", " ");
    }

    /** The words one by one. */
    public static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    /** Vowel signs of Indian scripts: part of the word. */
    private static boolean isMark(int c) {
        return UCharacter.getType(c) == UCharacterCategory.COMBINING_SPACING_MARK;
    }
}
