package org.chancery.text;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name as somebody types it, whatever the language: what it is looked up by, and how well a name found fits it. */
public final class TypedName {
    /** How the name found is related to what was typed, the closest first. */
    public enum Match {
        /** What was typed are words of the name, but for case, accents and punctuation. */
        EXACT,
        /** The same, as far as words were typed. */
        PREFIX,
        /** Words, or beginnings of words, of another spelling of the name. */
        TRANSLITERATED,
        /** Another case, a misspelling, or some of the words only. */
        FUZZY
    }

    /** @param value 0 to 1 @param misspelt whether it rests on a word with wrong letters, or on some of the words only */
    public record Score(double value, Match match, boolean misspelt) {
    }

    private static final double LATIN = 0.98;
    private static final double SOUND = 0.95;
    private static final double STEM = 0.91;
    private static final double PATRONYMIC = 0.97;
    /** Of a Chinese name: less than so much of its syllables has to be its beginning, in so many letters; others have them too, in any order. */
    private static final double OF_SYLLABLES = 0.6;
    private static final int BEGINNING = 3;
    private static final double SCATTERED = 0.6;
    /** The i of English names ("Байден"). */
    private static final Pattern LONG_I = Pattern.compile("(?<=\\p{IsCyrillic})ай(?=\\p{IsCyrillic})", Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);

    private final String words;
    private final Set<String> spellings = new LinkedHashSet<>();
    private final Set<String> sounds = new LinkedHashSet<>();
    private final Set<String> stems = new LinkedHashSet<>();
    private final Set<String> wanted = new LinkedHashSet<>();
    /** The same name without its patronymic; null where it has none. */
    private final TypedName shorter;

    private TypedName(String text) {
        List<NameKeys.Key> keys = NameKeys.of(text, null);
        words = keys.get(0).key();
        keys.forEach(key -> (key.method().equals(NameKeys.SOUND) ? sounds : spellings).add(key.key()));
        otherReading(text).ifPresent(other -> sounds.addAll(soundsAsWritten(other)));
        String stemmed = Inflections.stem(text);
        if (!stemmed.equals(text)) {
            stems.addAll(soundsOf(stemmed));
            stems.removeAll(sounds);
        }
        String telling = NameWords.of(text).stream().map(word -> text.substring(word[0], word[1])).filter(word -> !Likeness.isWeak(Words.join(word)))
                .collect(Collectors.joining(" "));
        String sought = telling.isEmpty() ? text : telling;
        wanted.addAll(soundsOf(sought));
        wanted.addAll(soundsOf(Inflections.stem(sought)));
        shorter = Patronymics.without(text).map(TypedName::new).orElse(null);
    }

    private static List<String> soundsOf(String text) {
        return text.isBlank() ? List.of() : Stream.concat(Stream.of(text), otherReading(text).stream()).flatMap(reading -> soundsAsWritten(reading).stream())
                .distinct().toList();
    }

    private static List<String> soundsAsWritten(String text) {
        return NameKeys.of(text, null).stream().filter(key -> key.method().equals(NameKeys.SOUND)).map(NameKeys.Key::key).toList();
    }

    private static Optional<String> otherReading(String text) {
        String other = LONG_I.matcher(text).replaceAll("и");
        return other.equals(text) ? Optional.empty() : Optional.of(other);
    }

    public static TypedName of(String text) {
        return new TypedName(text);
    }

    /** Whole keys of the names meant; none of a blank text. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(spellings);
        keys.addAll(sounds);
        keys.remove("");
        if (shorter != null) {
            keys.addAll(shorter.keys());
        }
        return keys;
    }

    /** How it sounds, one way for each reading of its letters. */
    public Set<String> sounds() {
        return sounds;
    }

    /** A tsquery: all telling words of one reading but for a patronymic, each as the beginning of a word; empty where nothing can be read. */
    public String query() {
        if (shorter != null) {
            return shorter.query();
        }
        return wanted.stream().map(reading -> Words.split(reading).stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & ", "(", ")")))
                .collect(Collectors.joining(" | "));
    }

    /** How well a name with these keys fits. */
    public Score score(List<NameKeys.Key> keys) {
        Score best = new Score(0, Match.FUZZY, true);
        boolean syllables = isChinese(keys.get(0).key());
        for (NameKeys.Key key : keys) {
            List<String> name = Words.split(key.key());
            if (key.method().equals(NameKeys.SOUND)) {
                for (String sound : sounds) {
                    double scattered = syllables ? scattered(sound, key.key()) : 1;
                    best = better(best, Likeness.ofSounds(Words.split(sound), name), SOUND * scattered, Match.TRANSLITERATED, Match.TRANSLITERATED);
                }
                for (String stem : stems) {
                    best = better(best, Likeness.ofSounds(Words.split(stem), name), STEM, Match.FUZZY, Match.FUZZY);
                }
            } else if (key.method().equals(NameKeys.AS_WRITTEN)) {
                best = better(best, Likeness.of(Words.split(words), name), 1, Match.EXACT, Match.PREFIX);
            } else {
                for (String spelling : spellings) {
                    double scattered = syllables ? scattered(spelling, key.key()) : 1;
                    best = better(best, Likeness.of(Words.split(spelling), name), LATIN * scattered, Match.TRANSLITERATED, Match.TRANSLITERATED);
                }
            }
        }
        if (shorter != null) {
            double value = shorter.score(keys).value() * PATRONYMIC;
            best = value > best.value() ? new Score(value, Match.FUZZY, true) : best;
        }
        return best;
    }

    private static boolean isChinese(String key) {
        return !key.isEmpty() && UnicodeScript.of(key.codePointAt(0)) == UnicodeScript.HAN;
    }

    /** What it is worth that syllables of a Chinese name were typed: 1 where they are most of it, or its beginning. */
    private static double scattered(String typed, String name) {
        String part = typed.replace(" ", "");
        String whole = name.replace(" ", "");
        return part.length() >= OF_SYLLABLES * whole.length() || part.length() >= BEGINNING && whole.startsWith(part) ? 1 : SCATTERED;
    }

    private static Score better(Score best, Likeness.Result result, double factor, Match whole, Match beginning) {
        double value = result.score() * factor;
        if (value <= best.value()) {
            return best;
        }
        return new Score(value, switch (result.relation()) {
            case EQUAL -> whole;
            case BEGINS -> beginning;
            default -> Match.FUZZY;
        }, result.relation() == Likeness.Relation.LIKE);
    }

    /** The words of this name that have anything to do with what was typed, as beginning and end in UTF-16 units. */
    public List<int[]> marks(String name, String lang) {
        return NameWords.of(name).stream()
                .filter(word -> NameKeys.of(name.substring(word[0], word[1]), lang).stream().anyMatch(this::related)).toList();
    }

    private boolean related(NameKeys.Key key) {
        return switch (key.method()) {
            case NameKeys.AS_WRITTEN -> related(Set.of(words), key.key(), false);
            case NameKeys.SOUND -> related(sounds, key.key(), true) || related(stems, key.key(), true);
            default -> related(spellings, key.key(), false);
        };
    }

    private static boolean related(Set<String> typed, String word, boolean sound) {
        return typed.stream().flatMap(each -> Words.split(each).stream()).anyMatch(each -> Likeness.related(each, word, sound));
    }
}
