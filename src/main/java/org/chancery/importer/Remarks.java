package org.chancery.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the remarks of a journey say that the traveller met: a title of office before a name, in a clause that begins with "met with". */
final class Remarks {
    private static final String TITLES = "Prime Minister|Foreign Minister|Foreign Secretary|Defense Minister|Vice President|Deputy Prime Minister|President|Premier|Chancellor"
            + "|Crown Prince|Prince|Princess|King|Queen|Emperor|Empress|Sultan|Sheikh|Emir|Pope|Taoiseach|Secretary General|Secretary-General|High Representative"
            + "|General Secretary|Chairman";
    private static final String PARTICLE = "(?:de|da|dos|do|del|della|di|von|van|der|den|bin|al|el|ibn|la|le|ter|y)";
    private static final String WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}’'ʻ-]+|" + PARTICLE + "(?=(?: " + PARTICLE + ")* \\p{Lu})|(?:al|el|as|ad|an|ar)-\\p{Lu}[\\p{L}’'-]+|[IVX]+)";
    private static final Pattern PERSON = Pattern.compile("\\b(" + TITLES + ") (" + WORD + "(?: " + WORD + "){0,5})");
    private static final Pattern MET = Pattern.compile("(?i)\\bmet (?:separately |privately |informally |briefly |again )?with ([^.;]*(?:\\b\\p{Lu}\\.[^.;]*)*)");
    /** Names that begin with a title of another person, or with none at all. */
    private static final Pattern NO_NAME = Pattern.compile("(?:" + TITLES + "|Minister|Ministers|and|of|designate|elect)\\b.*");

    private Remarks() {
    }

    /** One who was met; the name as it stands there, with the title. */
    record Met(String title, String name) {
        String reported() {
            return title + " " + name;
        }
    }

    static List<Met> met(String remarks) {
        Map<String, Met> found = new LinkedHashMap<>();
        Matcher clauses = MET.matcher(remarks);
        while (clauses.find()) {
            Matcher people = PERSON.matcher(clauses.group(1));
            while (people.find()) {
                if (!NO_NAME.matcher(people.group(2)).matches()) {
                    Met met = new Met(people.group(1), people.group(2));
                    found.putIfAbsent(met.reported(), met);
                }
            }
        }
        return new ArrayList<>(found.values());
    }
}
