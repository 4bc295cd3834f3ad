package org.chancery.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys under which a name is found: its own words, its Latin spellings, and how these sound. Pure functions: but for the sound of
 * Chinese names in Cyrillic, the same for a name that is written and for one that is searched.
 */
public final class NameKeys {
    /** Of the rules; whoever changes what a name's keys are counts up, and all names get new ones. */
    public static final int VERSION = 2;
    public static final String AS_WRITTEN = "as-written";
    public static final String SOUND = "sound";

    private static final int LONGEST = 500;
    private static final Pattern CH = Pattern.compile("[čćçČĆÇ]");
    /** ISO 9 is one letter for one letter: once its diacritics are gone it says nothing of the sound. */
    private static final Set<String> SILENT = Set.of("iso-9");

    /** @param method as-written, latin, kmu-2010, bgn-pcgn, iso-9, russian or sound */
    public record Key(String method, String key) {
    }

    private NameKeys() {
    }

    /**
     * At least one key, the one as written first; one that repeats an earlier spelling is left out. A Chinese name in pinyin, where its
     * language is known, also has the sound of its Cyrillic spelling.
     *
     * @param lang BCP 47; null if not known
     */
    public static List<Key> of(String name, String lang) {
        String words = Words.join(name);
        Map<String, String> latin = Transliterations.of(name, lang);
        List<Key> keys = new ArrayList<>();
        // a name of signs alone is found as it stands
        keys.add(new Key(AS_WRITTEN, cut(words.isEmpty() ? name.strip() : words)));
        latin.forEach((method, key) -> {
            if (keys.stream().noneMatch(earlier -> earlier.key().equals(cut(key)))) {
                keys.add(new Key(method, cut(key)));
            }
        });
        Set<String> sounds = sounds(name, words, latin);
        if (lang != null) {
            // who types it in Latin letters does not mean how Cyrillic spells it
            Palladius.of(latin.getOrDefault("latin", words)).ifPresent(spelt -> sounds.add(Sound.of(spelt)));
        }
        sounds.stream().map(NameKeys::cut).distinct().forEach(sound -> keys.add(new Key(SOUND, sound)));
        return keys;
    }

    private static Set<String> sounds(String name, String words, Map<String, String> latin) {
        Set<String> sounds = new LinkedHashSet<>();
        latin.forEach((method, key) -> {
            if (!SILENT.contains(method)) {
                sounds.add(Sound.of(key));
            }
        });
        if (latin.isEmpty() && !words.isEmpty()) {
            sounds.add(Sound.of(words));
        }
        // typed with the diacritic it sounds like "ch", typed without it like "k"
        String marked = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (CH.matcher(marked).find()) {
            sounds.add(Sound.of(Words.join(CH.matcher(marked).replaceAll("ch"))));
        }
        return sounds;
    }

    private static String cut(String key) {
        return key.codePointCount(0, key.length()) > LONGEST ? key.substring(0, key.offsetByCodePoints(0, LONGEST)).strip() : key;
    }
}
