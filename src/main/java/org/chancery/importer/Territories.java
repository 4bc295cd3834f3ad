package org.chancery.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.text.Folding;

/** States of today by their English names (Unicode CLDR). What was another state under the same name once is resolved for recent days only. */
final class Territories {
    private static final Set<String> CHANGED = Set.of("germany", "china", "russia", "vietnam", "yemen", "sudan", "serbia", "montenegro", "cyprus", "pakistan", "ethiopia",
            "south africa", "india", "korea", "congo", "ukraine", "poland", "austria", "hungary", "hawaii", "samoa");
    private static final String SETTLED = "1993";
    /** What the tables call otherwise than CLDR. */
    private static final Map<String, String> OTHERWISE = Map.of("czech republic", "CZ", "turkey", "TR", "united states of america", "US", "people s republic of china", "CN",
            "ivory coast", "CI", "cote d ivoire", "CI", "burma", "MM", "swaziland", "SZ");

    private final Map<String, String> codes = new HashMap<>(OTHERWISE);

    Territories() {
        for (String code : ULocale.getISOCountries()) {
            codes.putIfAbsent(fold(new ULocale("", code).getDisplayCountry(ULocale.ENGLISH)), code);
        }
    }

    private static String fold(String name) {
        return Folding.fold(name.replace('-', ' ').replace("&", "and").replaceAll("^[Tt]he ", "")).replaceAll("[^a-z]+", " ").strip();
    }

    /**
     * A reference to the state.
     *
     * @param day from which on it is called so; a later year of the same state changes nothing
     */
    Optional<ObjectNode> state(String name, String day) {
        String folded = fold(name);
        return Optional.ofNullable(CHANGED.contains(folded) && day.compareTo(SETTLED) < 0 ? null : codes.get(folded))
                .map(code -> Conversion.identifier("iso3166-1-alpha2", code));
    }

    static ObjectNode unitedStates() {
        return Conversion.identifier("iso3166-1-alpha2", "US");
    }
}
