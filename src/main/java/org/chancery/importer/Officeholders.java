package org.chancery.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.text.Folding;

/** Wikidata's heads of state and government of 2021-22 and foreign ministers of 2022: people, offices and who held them. */
final class Officeholders {
    private static final String LEADERS = "source:world-leaders";
    private static final String MINISTERS = "source:foreign-ministers";
    /** When an office was taken up on no known day: nobody is known to have held it then. */
    private static final int NEVER = 9999;
    /** The last year that the tables speak of. */
    private static final int LAST = 2022;
    private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]*");
    private static final Pattern HEAD_OF_STATE = Pattern.compile("(President|King|Queen|Emperor|Monarch|Sultan|Emir|Grand Duke|Prince) of (?!the (Government|Council|Executive)).*");
    private static final Pattern HEAD_OF_GOVERNMENT = Pattern.compile("(Prime Minister|Chancellor|Taoiseach|Premier|President of the (Government|Council of Ministers)).*");

    /** Someone who held an office of a country in some years. */
    record Holder(String item, String name, String country, int from, int to) {
        boolean isMeant(String countryName, String said, int year) {
            String folded = Folding.fold(name);
            String other = Folding.fold(said);
            return Folding.fold(country).equals(Folding.fold(countryName)) && year >= from && year <= to && folded.equals(other);
        }
    }

    private final List<CsvFile.Line> leaders;
    private final List<CsvFile.Line> ministers;
    private final int international;

    private Officeholders(List<CsvFile.Line> leaders, List<CsvFile.Line> ministers, int international) {
        this.leaders = leaders;
        this.ministers = ministers;
        this.international = international;
    }

    static Officeholders read(Path folder) throws IOException {
        return new Officeholders(CsvFile.read(folder.resolve("world-leaders.csv")), CsvFile.read(folder.resolve("foreign-ministers.csv")),
                CsvFile.read(folder.resolve("holders21.csv")).size());
    }

    static void sources(Conversion to) {
        to.source(LEADERS, "Wikidata query results: heads of state and government, 2021-22 (world-leaders.csv)", "Tony Bowden, every-politician-scrapers",
                "https://github.com/every-politician-scrapers/world-leaders-2021/tree/be7039cf5952d8121c4f1e24eea64cc5dd465633", "Wikidata statements are CC0.");
        to.source(MINISTERS, "Wikidata query results: foreign ministers (foreign-ministers.csv)", "Tony Bowden, every-politician-scrapers",
                "https://github.com/every-politician-scrapers/world/blob/4a3b394d9a35d26d138cded8718d0805b7ce9336/foreign-ministers.csv", "Wikidata statements are CC0.");
    }

    void convert(Conversion to) {
        sources(to);
        for (CsvFile.Line line : leaders) {
            convert(to, LEADERS, line, line.get("countryid"), line.get("officeholder"), line.get("officeholderLabel"), line.get("start_year"), line.get("end_year"));
        }
        for (CsvFile.Line line : ministers) {
            convert(to, MINISTERS, line, line.get("country"), line.get("person"), line.get("name"), line.get("start"), "");
        }
        for (int i = 0; i < international; i++) {
            to.read();
            to.refuse("holders21.csv names neither its offices nor their organizations by an identifier");
        }
    }

    private static void convert(Conversion to, String source, CsvFile.Line line, String country, String person, String name, String start, String end) {
        to.read();
        if (!ITEM.matcher(person).matches() || !ITEM.matcher(line.get("position")).matches() || !ITEM.matcher(country).matches()) {
            to.refuse("no Wikidata item of the person, the office or the country");
            return;
        }
        person(to, source, line, person, name);
        String office = "position:" + line.get("position");
        ObjectNode position = Conversion.object();
        position.set("names", Conversion.names(line.get("positionLabel"), "en"));
        position.withArray("identifiers").add(Conversion.identifier("wikidata", line.get("position")));
        position.set("actorId", Conversion.identifier("wikidata", country));
        function(source, line.get("positionLabel")).ifPresent(function -> position.withArray("functions").addObject().put("function", function));
        to.row("position", office, position, source, line);
        ObjectNode occupancy = Conversion.object();
        occupancy.set("personId", Conversion.key("person:" + person));
        occupancy.set("positionId", Conversion.key(office));
        put(occupancy, "start", start);
        put(occupancy, "end", end);
        to.fact("occupancy", "occupancy:" + person + "/" + line.get("position") + "/" + start, occupancy, source, line);
    }

    private static Optional<String> function(String source, String office) {
        if (source.equals(MINISTERS)) {
            return Optional.of("foreign-minister");
        }
        return HEAD_OF_GOVERNMENT.matcher(office).matches() ? Optional.of("head-of-government")
                : HEAD_OF_STATE.matcher(office).matches() ? Optional.of("head-of-state") : Optional.empty();
    }

    static void put(ObjectNode record, String member, String value) {
        if (!value.isEmpty()) {
            record.put(member, value);
        }
    }

    private static void person(Conversion to, String source, CsvFile.Line line, String item, String name) {
        ObjectNode person = Conversion.object();
        person.set("names", Conversion.names(name, "en"));
        person.withArray("identifiers").add(Conversion.identifier("wikidata", item));
        to.row("person", "person:" + item, person, source, line);
    }

    /** Knows who is meant by a name and a country in a year, if exactly one person is. */
    final class Index {
        private final Map<String, CsvFile.Line> lines = new HashMap<>();
        private final List<Holder> holders = new ArrayList<>();

        Index() {
            leaders.forEach(line -> add(line, new Holder(line.get("officeholder"), line.get("officeholderLabel"), line.get("country"), year(line.get("start_year"), NEVER),
                    year(line.get("end_year"), LAST))));
            ministers.forEach(line -> add(line, new Holder(line.get("person"), line.get("name"), line.get("countryLabel"), year(line.get("start"), NEVER), LAST)));
        }

        private void add(CsvFile.Line line, Holder holder) {
            if (ITEM.matcher(holder.item()).matches()) {
                holders.add(holder);
                lines.putIfAbsent(holder.item(), line);
            }
        }

        private static int year(String date, int unknown) {
            return date.length() < 4 ? unknown : Integer.parseInt(date.substring(0, 4));
        }

        /** The key of the person, whose row is written if need be. */
        Optional<String> person(Conversion to, String country, String name, int year) {
            Set<String> meant = new HashSet<>();
            holders.stream().filter(holder -> holder.isMeant(country, name, year)).forEach(holder -> meant.add(holder.item()));
            if (meant.size() != 1) {
                return Optional.empty();
            }
            String item = meant.iterator().next();
            CsvFile.Line line = lines.get(item);
            Officeholders.person(to, line.values().containsKey("officeholder") ? LEADERS : MINISTERS, line, item,
                    line.values().containsKey("officeholder") ? line.get("officeholderLabel") : line.get("name"));
            return Optional.of("person:" + item);
        }
    }
}
