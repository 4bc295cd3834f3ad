package org.chancery.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of Chinese names in the languages that write Cyrillic: the Palladius system, which gives each syllable of pinyin one
 * spelling. "Xi Jinping" is "Си Цзиньпин" and "Сі Цзіньпін", and neither sounds like its Latin letters. Here in the Latin letters of
 * KMU-2010, as a step on the way to how it sounds.
 */
final class Palladius {
    /** Initials with their spelling, and the finals that they take; those of the last lines begin without a consonant. */
    private static final String SYLLABLES = """
            b b a o ai ei ao an en ang eng i ie iao ian in ing u
            p p a o ai ei ao ou an en ang eng i ie iao ian in ing u
            m m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
            f f a o ei ou an en ang eng u
            d d a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un
            t t a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un
            n n a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve
            l l a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve
            g g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            k k a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            h kh a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            j tsz i ia ie iao iu ian in iang ing iong u ue uan un
            q ts i ia ie iao iu ian in iang ing iong u ue uan un
            x s i ia ie iao iu ian in iang ing iong u ue uan un
            zh chzh a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
            ch ch a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang
            sh sh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang
            r zh e i ao ou an en ang eng ong u ua uo ui uan un
            z tsz a e i ai ei ao ou an en ang eng ong u uo ui uan un
            c ts a e i ai ao ou an en ang eng ong u uo ui uan un
            s s a e i ai ao ou an en ang eng ong u uo ui uan un
            y i a ao ou an ang ong u ue uan un
            w v a o ai ei an ang en eng
            """;
    /** Finals that are not spelt as in pinyin; whether the n is soft does not sound in Latin letters. */
    private static final Map<String, String> FINALS = Map.ofEntries(Map.entry("ang", "an"), Map.entry("eng", "en"), Map.entry("ing", "in"),
            Map.entry("iang", "ian"), Map.entry("uang", "uan"), Map.entry("ong", "un"), Map.entry("iong", "iun"), Map.entry("uo", "o"),
            Map.entry("v", "iui"), Map.entry("ve", "iue"));
    private static final Map<String, String> SPELT = new HashMap<>(Map.of("a", "a", "o", "o", "e", "e", "ai", "ai", "ao", "ao", "ou", "ou", "an", "an",
            "en", "en", "ang", "an", "er", "er"));
    /** The most syllables of a name, its family name's one or two and its given name's. */
    private static final int MOST = 4;
    private static final int LONGEST = 6;

    static {
        SYLLABLES.lines().map(line -> line.split(" ")).forEach(line -> {
            for (int i = 2; i < line.length; i++) {
                String vowels = FINALS.getOrDefault(line[i], line[i]);
                // u after j, q, x and y is ü
                boolean rounded = "jqxy".contains(line[0]) && line[i].startsWith("u");
                SPELT.put(line[0] + line[i], line[1] + (rounded ? "i" + (line[i].equals("u") ? "ui" : vowels) : vowels));
            }
        });
        SPELT.putAll(Map.of("yi", "i", "ye", "e", "yin", "in", "ying", "in", "you", "iu", "wu", "u", "hui", "khuei"));
    }

    private Palladius() {
    }

    /**
     * The name as it is spelt by way of Palladius, if all of it is pinyin: two words or three of at most four syllables.
     *
     * @param words in lower case without diacritics, parted by spaces
     */
    static Optional<String> of(String words) {
        String[] parts = words.split(" ");
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        StringBuilder spelt = new StringBuilder();
        int syllables = 0;
        for (String part : parts) {
            int before = spelt.length();
            int count = spell(part, 0, spelt);
            if (count == 0) {
                return Optional.empty();
            }
            syllables += count;
            spelt.insert(before, before == 0 ? "" : " ");
        }
        return syllables <= MOST ? Optional.of(spelt.toString()) : Optional.empty();
    }

    /** How many syllables the rest of a word has, the longest first, or 0 if it is not made of such. */
    private static int spell(String word, int from, StringBuilder spelt) {
        for (int end = Math.min(word.length(), from + LONGEST); end > from; end--) {
            String syllable = SPELT.get(word.substring(from, end));
            if (syllable != null) {
                int before = spelt.length();
                spelt.append(syllable);
                if (end == word.length()) {
                    return 1;
                }
                int rest = spell(word, end, spelt);
                if (rest > 0) {
                    return rest + 1;
                }
                spelt.setLength(before);
            }
        }
        return 0;
    }
}
