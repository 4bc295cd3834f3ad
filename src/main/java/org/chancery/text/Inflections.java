package org.chancery.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Case endings of Ukrainian and Russian names and nouns, as far as a name that is typed as a text has it should find its record. */
public final class Inflections {
    /** What is left of a word must say something. */
    private static final int SHORTEST = 3;
    /** Folded: й is и, ї is і. Without ов and ев, which end surnames more often. */
    private static final Set<String> ENDINGS = Arrays.stream(("а я у ю о е є і и ы ь ии ыи ии ои еи еві ові єві ом ем єм им ым ім ої оі ою ею єю ого его іи "
            + "ому ему ими ыми іми их ых іх ам ям ами ями ах ях ів ія ії іі ію ією ии ые ие ая яя ую юю").split(" "))
            .map(Folding::fold).collect(Collectors.toSet());
    private static final Set<String> NONE_OR_ENDING = Stream.concat(ENDINGS.stream(), Stream.of("")).collect(Collectors.toSet());
    private static final Pattern WORD = Pattern.compile("[\\p{IsCyrillic}'’ʼ]+");
    private static final int LONGEST = ENDINGS.stream().max(Comparator.comparingInt(String::length)).orElseThrow().length();

    private Inflections() {
    }

    /** The text with the longest ending of each word in Cyrillic taken away, where at least three letters remain. */
    public static String stem(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(stemOf(found.group())));
    }

    private static String stemOf(String word) {
        for (int length = Math.min(LONGEST, word.length() - SHORTEST); length > 0; length--) {
            if (ENDINGS.contains(Folding.fold(word.substring(word.length() - length)))) {
                return word.substring(0, word.length() - length);
            }
        }
        return word;
    }

    /** Whether two different folded words in Cyrillic may be forms of one. */
    static boolean ofOneWord(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        for (int stem = common; stem >= SHORTEST; stem--) {
            if (NONE_OR_ENDING.contains(one.substring(stem)) && NONE_OR_ENDING.contains(other.substring(stem))) {
                return isCyrillic(one.charAt(0));
            }
        }
        return false;
    }

    private static boolean isCyrillic(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }
}
