package org.chancery.importer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Visits of foreign leaders to the United States, and travels of presidents and secretaries of state, as meetings of the kind visit. */
final class Journeys {
    private static final String VISITS = "source:visits";
    private static final String TRAVELS = "source:travels";
    private static final String NAMED = "people named in visits and remarks, ";
    private static final int MAX_NAME = 500;

    private final Conversion to;
    private final Territories territories = new Territories();
    private final Officeholders.Index holders;

    /** @param holders null where nobody is to be resolved */
    Journeys(Conversion to, Officeholders.Index holders) {
        this.to = to;
        this.holders = holders;
    }

    void convert(Path folder) throws IOException {
        to.source(VISITS, "Visits by Foreign Leaders", "Office of the Historian, U.S. Department of State",
                "https://github.com/HistoryAtState/visits/tree/869ca4f0e8d15521bc3c094b846e6b1d3c7d8f1d", "CC0 1.0; read as comma-separated values.");
        to.source(TRAVELS, "Travels Abroad of the President and the Secretary of State", "Office of the Historian, U.S. Department of State",
                "https://github.com/HistoryAtState/travels/tree/3170c773f22c99dadc8ec93da070f8ff6259d6d8", "CC0 1.0; read as comma-separated values.");
        if (holders != null) {
            Officeholders.sources(to);
        }
        CsvFile.read(folder.resolve("visits_by_foreign_leaders.csv")).forEach(this::visit);
        CsvFile.read(folder.resolve("travels_of_president_and_secretary.csv")).forEach(this::travel);
    }

    private void visit(CsvFile.Line line) {
        to.read();
        String country = line.get("from_name");
        ObjectNode meeting = meeting("Visit of " + line.get("visitor") + " (" + country + ") to the United States", line, line.get("description"));
        meeting.withObject("/place").set("stateId", Territories.unitedStates());
        ArrayNode participants = meeting.putArray("participants");
        ObjectNode visitor = participant(participants, "guest", line.get("visitor"), country, line);
        territories.state(country, line.get("start_date")).ifPresent(state -> visitor.set("onBehalfOfId", state));
        finish("meeting:visit/" + line.get("id"), meeting, VISITS, line);
    }

    private void travel(CsvFile.Line line) {
        to.read();
        String country = line.get("country");
        ObjectNode meeting = meeting("Travel of " + line.get("name") + " to " + country, line, line.get("remarks"));
        Officeholders.put(meeting.withObject("/place"), "city", line.get("locale"));
        Optional<ObjectNode> state = territories.state(country, line.get("start_date"));
        state.ifPresent(each -> meeting.withObject("/place").set("stateId", each));
        if (meeting.get("place").isEmpty()) {
            meeting.remove("place");
        }
        ArrayNode participants = meeting.putArray("participants");
        String traveller = "person:" + line.get("who");
        if (!to.has(traveller)) {
            ObjectNode person = Conversion.object();
            person.set("names", Conversion.names(line.get("name"), "en"));
            to.row("person", traveller, person, TRAVELS, line);
        }
        ObjectNode first = participants.addObject().put("role", "principal").put("attendance", "attended");
        first.set("actorId", Conversion.key(traveller));
        first.set("onBehalfOfId", Territories.unitedStates());
        Remarks.met(line.get("remarks")).forEach(met -> participant(participants, "principal", met.reported(), country, line));
        finish("meeting:travel/" + line.get("id"), meeting, TRAVELS, line);
    }

    private static ObjectNode meeting(String title, CsvFile.Line line, String summary) {
        ObjectNode meeting = Conversion.object().put("kind", "visit").put("status", "held");
        meeting.set("names", Conversion.names(title.substring(0, Math.min(MAX_NAME, title.length())), "en"));
        Officeholders.put(meeting, "summary", summary);
        Officeholders.put(meeting.withObject("/start"), "date", line.get("start_date"));
        if (!line.get("end_date").isEmpty() && !line.get("end_date").equals(line.get("start_date"))) {
            meeting.putObject("end").put("date", line.get("end_date"));
        }
        return meeting;
    }

    /** Whoever it can only be becomes a participant by reference; of all others the name stays as it is reported. */
    private ObjectNode participant(ArrayNode participants, String role, String reported, String country, CsvFile.Line line) {
        ObjectNode participant = participants.addObject().put("role", role).put("attendance", "attended");
        participant.put("reportedName", reported).put("reportedNameLang", "en");
        String name = reported.replaceFirst("^((Deputy )?(Prime|Foreign|Vice|Crown)[ -]?(Minister|President|Prince)|President|Premier|Chancellor|King|Queen|Taoiseach|Sultan|Emir) ", "");
        Optional<String> person = holders == null ? Optional.empty() : holders.person(to, country, name, Integer.parseInt(line.get("start_date").substring(0, 4)));
        person.ifPresent(key -> participant.set("actorId", Conversion.key(key)));
        to.note(NAMED + (person.isPresent() ? "resolved" : "left unresolved"));
        return participant;
    }

    private void finish(String key, ObjectNode meeting, String source, CsvFile.Line line) {
        String end = line.get("end_date");
        if (line.get("start_date").isEmpty() || !end.isEmpty() && end.compareTo(line.get("start_date")) < 0) {
            to.refuse("a journey that begins on no day, or ends before it begins");
            return;
        }
        to.fact("meeting", key, meeting, source, line);
    }
}
