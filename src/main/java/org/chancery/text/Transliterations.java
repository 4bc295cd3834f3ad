package org.chancery.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Latin spellings of a text. Ukrainian: the resolution of the Cabinet of Ministers no. 55 of 27 January 2010 (KMU-2010), BGN/PCGN
 * as ICU has it, ISO 9, and the spelling that comes by way of Russian ("Grigoriy" for "Григорій"). Other languages in Cyrillic:
 * BGN/PCGN of their own. Greek: that of the United Nations (UNGEGN). All other scripts: ICU's transliteration to Latin. What is Latin already loses its special letters (đ, ł, ø).
 */
public final class Transliterations {
    private static final Map<String, String> BGN = Map.of("uk", "Ukrainian", "ru", "Russian", "be", "Belarusian", "bg", "Bulgarian",
            "mk", "Macedonian", "sr", "Serbian", "kk", "Kazakh", "ky", "Kirghiz", "mn", "Mongolian");

    /** What the first letter of a word is preceded by: the beginning, or no letter. */
    private static final String KMU_2010 = """
            :: NFC;
            $w = [[^[:L:][:M:]] $];
            [ь \\u0027 ’ ʼ] > ;
            зг > zgh;
            $w { є > ye; $w { ї > yi; $w { й > y; $w { ю > yu; $w { я > ya;
            є > ie; ї > i; й > i; ю > iu; я > ia;
            а > a; б > b; в > v; г > h; ґ > g; д > d; е > e; ж > zh; з > z; и > y; і > i; к > k; л > l; м > m; н > n; о > o;
            п > p; р > r; с > s; т > t; у > u; ф > f; х > kh; ц > ts; ч > ch; ш > sh; щ > shch;
            ы > y; э > e; ё > io; ъ > ;
            """;

    private static final String RUSSIAN = """
            :: NFC;
            [і ї] > и; є > е; ґ > г; ў > у; [\\u0027 ’ ʼ] > ;
            :: Russian-Latin/BGN;
            """;

    private static final Map<String, Transliterator> MADE = new ConcurrentHashMap<>();
    private static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

    private Transliterations() {
    }

    /**
     * Words in Latin letters by the method that made them; a text that is plain Latin has none.
     *
     * @param lang BCP 47; null where it is not known, as of a query: then every method that may apply does
     */
    public static Map<String, String> of(String anyCase, String lang) {
        String text = UCharacter.toLowerCase(ULocale.ROOT, anyCase);
        Map<String, String> forms = new LinkedHashMap<>();
        String language = lang == null ? "" : ULocale.forLanguageTag(lang).getLanguage();
        if (has(text, UScript.CYRILLIC)) {
            if (language.equals("uk") || !BGN.containsKey(language)) {
                forms.put("kmu-2010", latin(text, rules("kmu-2010", KMU_2010)));
            }
            forms.put("bgn-pcgn", latin(text, named(BGN.getOrDefault(language, "Ukrainian") + "-Latin/BGN")));
            forms.put("iso-9", latin(text, named("Cyrillic-Latin")));
            if (!language.equals("ru")) {
                forms.put("russian", latin(text, rules("russian", RUSSIAN)));
            }
        } else if (text.codePoints().anyMatch(c -> c > 0x7f)) {
            String words = Words.join(text);
            String latin = words.codePoints().allMatch(Transliterations::isLatin) ? Words.join(ASCII.transliterate(words))
                    : isHan(text) ? chinese(text) : latin(text, has(text, UScript.GREEK) ? named("Greek-Latin/UNGEGN") : ANY);
            if (!latin.isEmpty() && !latin.equals(words)) {
                forms.put("latin", latin);
            }
        }
        forms.values().removeIf(String::isEmpty);
        return forms;
    }

    static boolean has(String text, int script) {
        return text.codePoints().anyMatch(c -> UScript.getScript(c) == script);
    }

    private static boolean isLatin(int c) {
        int script = UScript.getScript(c);
        return script == UScript.LATIN || script == UScript.COMMON || script == UScript.INHERITED;
    }

    private static boolean isHan(String text) {
        return text.codePointCount(0, text.length()) <= 4 && text.codePoints().allMatch(c -> UScript.getScript(c) == UScript.HAN);
    }

    /** A family name of one syllable, then the given name in one word, as Chinese names are written in Latin. */
    private static String chinese(String text) {
        String[] syllables = Words.join(ANY.transliterate(text)).split(" ", 2);
        return syllables.length == 1 ? syllables[0] : syllables[0] + " " + syllables[1].replace(" ", "");
    }

    /** What the method leaves, as it knows the letters of one language only, is left to ICU's general rules. */
    private static String latin(String text, Transliterator method) {
        String words = Words.join(method.transliterate(text));
        return words.codePoints().allMatch(c -> c < 0x80) ? words : Words.join(ANY.transliterate(words));
    }

    private static Transliterator named(String id) {
        return MADE.computeIfAbsent(id, Transliterator::getInstance);
    }

    private static Transliterator rules(String id, String rules) {
        return MADE.computeIfAbsent(id, key -> Transliterator.createFromRules(key, rules, Transliterator.FORWARD));
    }
}
