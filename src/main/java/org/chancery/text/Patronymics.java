package org.chancery.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The patronymics of East Slavic names, which one source gives and another leaves out. */
final class Patronymics {
    /** In any case; they stand behind the first name, at the end where the surname comes first. */
    private static final Pattern CYRILLIC = Pattern.compile("(?:\\p{IsCyrillic}{3,}(?:ович|евич)|ілліч|ильич|ільїч|лукич|кузьмич|фомич|никитич)(?:а|у|ем|ом|і|е|еві|ові)?"
            + "|\\p{IsCyrillic}{3,}(?:івн|ївн|овн|евн)(?:а|и|і|у|о|ы|е|ою|ой)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Between the others only: at the end it is the surname of a South Slav. */
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}{3,}(?:[oey]v[iy]t?ch|[eioy]vna)", Pattern.CASE_INSENSITIVE);
    private static final int TELLING = 2;

    private Patronymics() {
    }

    /** The name without them, where it has one and two telling words remain. */
    static Optional<String> without(String name) {
        List<int[]> words = NameWords.of(name);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = name.substring(words.get(i)[0], words.get(i)[1]);
            boolean patronymic = i > 0 && (CYRILLIC.matcher(word).matches() || i < words.size() - 1 && LATIN.matcher(word).matches());
            if (!patronymic) {
                kept.add(word);
            }
        }
        long telling = kept.stream().filter(word -> !Likeness.isWeak(Words.join(word))).count();
        return kept.size() < words.size() && telling >= TELLING ? Optional.of(String.join(" ", kept)) : Optional.empty();
    }
}
