package org.chancery.text;

/**
 * How a word in Latin letters sounds, roughly: one key for most of the ways in which a name is written in Latin ("Zelensky",
 * "Zelenskyy", "Selenskyj" but for its first letter, "Witkoff" and "Vitkov", "Şmîhal" and "Shmyhal"). Spellings of one sound that differ
 * between English, French, German, Polish, Romanian and the systems of transliteration become one; i, y and j become one and
 * vanish before a vowel, h before a consonant and at the end; doubled letters become one.
 */
final class Sound {
    /** The longer ones first. C stands for the sound of "ch" until all else is done. */
    private static final String[][] SPELLINGS = {{"tsch", "C"}, {"shch", "sC"}, {"sch", "s"}, {"tch", "C"}, {"chr", "kr"}, {"dzh", "j"}, {"cz", "C"},
        {"ch", "C"}, {"sh", "s"}, {"sz", "s"}, {"zh", "z"}, {"kh", "h"}, {"ph", "f"}, {"th", "t"}, {"gh", "g"}, {"ck", "k"}, {"ts", "z"},
        {"tz", "z"}, {"ce", "Ce"}, {"ci", "Ci"}, {"cy", "Cy"}, {"c", "k"}, {"q", "k"}, {"x", "ks"}, {"w", "v"}, {"ou", "u"}, {"y", "i"}, {"j", "i"},
        {"C", "c"}};

    private Sound() {
    }

    /** @param words in lower case without diacritics, parted by spaces */
    static String of(String words) {
        StringBuilder sound = new StringBuilder();
        for (String word : words.split(" ")) {
            sound.append(sound.isEmpty() ? "" : " ").append(ofWord(word));
        }
        return sound.toString();
    }

    private static String ofWord(String word) {
        String spelt = word;
        for (String[] spelling : SPELLINGS) {
            spelt = spelt.replace(spelling[0], spelling[1]);
        }
        StringBuilder kept = new StringBuilder(spelt.length());
        for (int i = 0; i < spelt.length(); i++) {
            char c = spelt.charAt(i);
            char next = i + 1 < spelt.length() ? spelt.charAt(i + 1) : ' ';
            boolean glide = c == 'i' && "aeou".indexOf(next) >= 0;
            boolean doubled = c == next && Character.isLetter(c);
            boolean silent = c == 'h' && i > 0 && "aeiou".indexOf(next) < 0;
            if (!glide && !doubled && !silent) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
