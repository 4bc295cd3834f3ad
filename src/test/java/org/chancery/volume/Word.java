package org.chancery.volume;

import java.util.List;

/**
 * A proper noun that means nothing, in four scripts: a chain of syllables, each written as the script writes it.
 *
 * @param latin and so on: the same syllables, with a capital where the script has them
 */
record Word(String latin, String cyrillic, String greek, String arabic) {
    private static final List<String[]> CONSONANTS = table("b б μπ ب, d д ντ د, k к κ ك, l л λ ل, m м μ م, n н ν ن, p п π ب, r р ρ ر,"
            + " s с σ س, t т τ ت, v в β ف, z з ζ ز, f ф φ ف, h г χ ه, sh ш σσ ش, ch ч τσ تش, zh ж τζ ج, ts ц τς ص");
    private static final List<String[]> VOWELS = table("a а α ا, e е ε ي, i і ι ي, o о ο و, u у ου و, ya я ια يا, yu ю ιου يو, y и η ي");
    private static final List<String[]> ENDINGS = table("n н ν ن, r р ρ ر, l л λ ل, k к κ ك, t т τ ت, s с ς س");

    private static List<String[]> table(String text) {
        return List.of(text.split(", ?")).stream().map(row -> row.split(" ")).toList();
    }

    /** @param closed whether it ends in a consonant */
    static Word of(int syllables, boolean closed, Chance chance) {
        StringBuilder[] scripts = {new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()};
        for (int i = 0; i < syllables; i++) {
            append(scripts, chance.of(CONSONANTS));
            append(scripts, chance.of(VOWELS));
        }
        if (closed) {
            append(scripts, chance.of(ENDINGS));
        }
        return new Word(capital(scripts[0].toString()), capital(scripts[1].toString()), capital(scripts[2].toString()), scripts[3].toString());
    }

    private static void append(StringBuilder[] scripts, String[] letters) {
        for (int i = 0; i < scripts.length; i++) {
            scripts[i].append(letters[i]);
        }
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Almost the same: one vowel more at the end, in all scripts. */
    Word near(Chance chance) {
        String[] vowel = chance.of(VOWELS);
        return new Word(latin + vowel[0], cyrillic + vowel[1], greek + vowel[2], arabic + vowel[3]);
    }

    /** In another Latin spelling, as another language would have it. */
    String respelt() {
        return latin.replace("sh", "sch").replace("Sh", "Sch").replace("ch", "tch").replace("zh", "j").replace("k", "c").replace("ya", "ia")
                .replace("yu", "iu").replace("v", "w");
    }

    /** In a case of a Cyrillic language; which case, the ending says. */
    String inflected(String ending) {
        String last = cyrillic.substring(cyrillic.length() - 1);
        return "аеиіоуяю".contains(last) ? cyrillic.substring(0, cyrillic.length() - 1) + ending : cyrillic + ending;
    }
}
