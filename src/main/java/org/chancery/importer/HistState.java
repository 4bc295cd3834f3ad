package org.chancery.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The people, chiefs of mission and principal officers of the Office of the Historian of the U.S. Department of State. The visits and travels are in
 * {@link Journeys}.
 */
final class HistState {
    static final String POCOM = "source:pocom";
    private static final Map<String, String> ROLES = Map.ofEntries(Map.entry("ambassador-e-p", "Ambassador Extraordinary and Plenipotentiary"),
            Map.entry("envoy-extraordinary-minister-plenipotentiary", "Envoy Extraordinary and Minister Plenipotentiary"),
            Map.entry("charge-daffaires-ad-interim", "Chargé d’Affaires ad interim"), Map.entry("charge-daffaires", "Chargé d’Affaires"),
            Map.entry("representative-to-un", "Representative"));

    private final Conversion to;

    HistState(Conversion to) {
        this.to = to;
    }

    void convert(Path folder) throws IOException {
        to.source(POCOM, "Principal Officers and Chiefs of Mission", "Office of the Historian, U.S. Department of State",
                "https://github.com/HistoryAtState/pocom/tree/44d2226df6b26f8f5807215ec40e3a6c4d706bbb", "CC0 1.0; read as comma-separated values.");
        CsvFile.read(folder.resolve("people.csv")).forEach(this::person);
        CsvFile.read(folder.resolve("chiefs_of_mission.csv")).forEach(this::chief);
        CsvFile.read(folder.resolve("principal_officers.csv")).forEach(this::officer);
    }

    private void person(CsvFile.Line line) {
        to.read();
        ObjectNode person = Conversion.object();
        String name = join(line.get("forename"), line.get("surname"), line.get("gen_name"));
        person.set("names", Conversion.names(name, "en"));
        Arrays.stream(line.get("alt_names").split("[|;]")).map(String::strip).filter(other -> !other.isEmpty() && !other.equals(name))
                .forEach(other -> person.withArray("names").addObject().put("value", other).put("lang", "en").put("kind", "alias"));
        Officeholders.put(person, "birthDate", line.get("birth"));
        Officeholders.put(person, "deathDate", line.get("death"));
        to.row("person", "person:" + line.get("person_id"), person, POCOM, line);
    }

    private static String join(String... words) {
        return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** An office of the United States for each sort of mission and where it is to. */
    private void chief(CsvFile.Line line) {
        to.read();
        String role = line.get("role_title_id");
        String place = line.get("territory_or_org");
        boolean representative = place.startsWith("representative-");
        String title = representative ? titled(place) : ROLES.getOrDefault(role, titled(role)) + " to " + titled(place);
        String position = "position:" + role + "/" + place;
        hold(line, position, position(title, representative ? "permanent-representative" : "ambassador"), role.endsWith("ad-interim"));
    }

    private void officer(CsvFile.Line line) {
        to.read();
        String id = line.get("position_id");
        boolean secretary = id.equals("secretary") || id.equals("secretary-ad-interim");
        hold(line, "position:" + id, position(line.get("position_name"), secretary ? "foreign-minister" : "other"), id.endsWith("ad-interim"));
    }

    private static ObjectNode position(String title, String function) {
        ObjectNode position = Conversion.object();
        position.set("names", Conversion.names(title, "en"));
        position.set("actorId", Territories.unitedStates());
        position.withArray("functions").addObject().put("function", function);
        return position;
    }

    private void hold(CsvFile.Line line, String key, ObjectNode position, boolean acting) {
        if (line.get("started").isEmpty()) {
            to.refuse("no day on which the office was taken up: many were nominated only");
            return;
        }
        to.row("position", key, position, POCOM, line);
        ObjectNode occupancy = Conversion.object();
        occupancy.set("personId", Conversion.key("person:" + line.get("person_id")));
        occupancy.set("positionId", Conversion.key(key));
        occupancy.put("start", line.get("started"));
        Officeholders.put(occupancy, "end", line.get("ended"));
        if (acting) {
            occupancy.put("acting", true);
        }
        if (line.get("ended_note").startsWith("Died")) {
            occupancy.put("endReason", "died");
        }
        to.fact("occupancy", "occupancy:" + line.get("id") + "/" + key.substring("position:".length()) + "/" + line.get("started"), occupancy, POCOM, line);
    }

    /** A word of the tables as a title. */
    static String titled(String id) {
        return Arrays.stream(id.split("-")).map(word -> word.length() < 3 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
