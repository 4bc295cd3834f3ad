package org.chancery.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the questions cost that go beyond lists, against the reading of one record by its id. */
final class Latencies {
    private static final int TURNS = 31;
    private static final String RECORD = "GET one person";

    private final RunningService service;
    private final Samples samples;

    Latencies(RunningService service, Samples samples) {
        this.service = service;
        this.samples = samples;
    }

    void print() throws IOException, InterruptedException {
        Map<String, String> paths = new LinkedHashMap<>();
        String busy = samples.id("people", 0);
        String usual = samples.id("usual", 0);
        String city = URLEncoder.encode(samples.id("city", 0), StandardCharsets.UTF_8);
        paths.put(RECORD, "/people/" + busy);
        JsonNode known = service.contract().get("paths");
        String name = samples.id("name", 0);
        for (String search : new String[] {"/search", "/suggest"}) {
            if (known.has(search)) {
                paths.put(search + ", a whole name", search + "?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
                paths.put(search + ", a name with a slip", search + "?q=" + URLEncoder.encode(name.substring(0, name.length() - 1) + "q", StandardCharsets.UTF_8));
                paths.put(search + ", two letters", search + "?q=" + URLEncoder.encode(name.substring(0, 2), StandardCharsets.UTF_8));
                paths.put(search + ", nothing like it", search + "?q=qqwwxxzz");
            }
        }
        for (String type : new String[] {"people", "states", "organizations"}) {
            String one = samples.id(type, 0);
            paths.put("encounters, the busiest two " + type, "/encounters?actorId=" + one + "&withId=" + samples.id(type, 1));
            for (String list : new String[] {"counterparts", "timeline"}) {
                paths.put(list + ", the busiest of " + type, "/" + type + "/" + one + "/" + list);
            }
        }
        paths.put("encounters, the busiest and a usual person", "/encounters?actorId=" + busy + "&withId=" + usual);
        paths.put("counterparts, a usual person", "/people/" + usual + "/counterparts");
        paths.put("timeline, a usual person", "/people/" + usual + "/timeline");
        for (String group : new String[] {"year", "kind", "place-state", "person"}) {
            paths.put("events/summary by " + group + ", all events", "/events/summary?groupBy=" + group);
            paths.put("events/summary by " + group + ", of one state", "/events/summary?groupBy=" + group + "&participantId=" + samples.id("states", 1));
            paths.put("events/summary by " + group + ", of a usual person", "/events/summary?groupBy=" + group + "&participantId=" + usual);
        }
        paths.put("events", "/events");
        paths.put("events with their number", "/events?includeTotal=true");
        paths.put("events, one filter", "/events?participantId=" + busy);
        paths.put("events, four filters", "/events?participantId=" + busy + "&kind=bilateral&status=held&startFrom=2015-01-01&startTo=2020-12-31");
        paths.put("events, filters that few fit", "/events?city=" + city + "&kind=military-talks&status=cancelled&sort=-updated");
        paths.put("meetings with their participants", "/meetings?include=participants&sort=-start");
        paths.put("calendar of the busiest person", "/people/" + busy + "/events.ics");
        paths.put("calendar of all that is planned", "/events.ics?phase=upcoming");
        paths.put("feed of a state", "/events.atom?participantId=" + samples.id("states", 0));
        paths.put("table of events", "/events.csv");
        Map<String, Double> medians = Medians.of(service, paths, TURNS);
        double record = medians.get(RECORD);
        System.out.printf("%n%-62s %9s %9s%n", "question", "ms", "ratio");
        medians.forEach((question, time) -> System.out.printf(Locale.ROOT, "%-62s %9.2f %9.1f%n", question, time, time / record));
    }
}
