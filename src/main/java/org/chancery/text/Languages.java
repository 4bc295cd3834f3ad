package org.chancery.text;

import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.contract.RequestParameters;

/**
 * Which languages this request asks for (the {@code lang} parameter, then {@code Accept-Language}, RFC 9110), and which
 * ones the answer used.
 */
@RequestScoped
public class Languages {
    private static final String LAST_RESORT = "en";

    private final RequestParameters parameters;
    private final Set<String> used = new LinkedHashSet<>();
    private List<String> wanted;

    Languages(RequestParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * How well a language serves this request: 0 is best; a primary language stands in for its variants and the other way
     * round. From {@link #fallbackRank()} on it is one that nobody asked for, English before the others.
     */
    public int rank(String lang) {
        List<String> asked = wanted();
        String primary = primary(lang);
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).equalsIgnoreCase(lang)) {
                return 2 * i;
            }
            if (primary(asked.get(i)).equals(primary)) {
                best = Math.min(best, 2 * i + 1);
            }
        }
        return best < Integer.MAX_VALUE ? best : fallbackRank() + (LAST_RESORT.equals(primary) ? 0 : 1);
    }

    /** The rank from which on a language is a fallback. */
    public int fallbackRank() {
        return 2 * wanted().size();
    }

    /** Notes that the answer shows a text in this language. */
    public void use(String lang) {
        used.add(lang);
    }

    /** For {@code Content-Language}: the languages shown, in order of their first use. */
    public Set<String> used() {
        return used;
    }

    private List<String> wanted() {
        if (wanted == null) {
            List<String> tags = new ArrayList<>();
            parameters.one("lang").ifPresent(lang -> tags.addAll(List.of(lang.split(","))));
            parameters.acceptLanguage().ifPresent(header -> tags.addAll(parse(header)));
            if (tags.isEmpty()) {
                tags.add(LAST_RESORT);
            }
            wanted = tags;
        }
        return wanted;
    }

    private static List<String> parse(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().equals("*"))
                    .map(Locale.LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // the latter is how the JDK fails on a range of hyphens alone
            // RFC 9110, 12.5.4: a header that cannot be used may be treated as if it were not there
            return List.of();
        }
    }

    private static String primary(String lang) {
        return ULocale.forLanguageTag(lang).getLanguage();
    }
}
