package org.chancery.volume;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.record.RecordType;

/** The records that requests cost most for, and some that are as most are. */
final class Samples {
    /** Collections and the one of their records on which most hangs. */
    private static final Map<String, String> BUSIEST = new LinkedHashMap<>();
    /** Lists of one record by their paths, and the record whose list is longest, where that is not the busiest of its collection. */
    private static final Map<String, String> LONGEST = new LinkedHashMap<>();

    static {
        for (RecordType type : List.of(RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION)) {
            BUSIEST.put(collection(type), "select actor from (select actor_id as actor, event_id from participation where actor_type = '%1$s' union select on_behalf_of_id,"
                    .formatted(type.word()) + " event_id from participation where on_behalf_of_type = '" + type.word() + "') p group by 1 order by count(*) desc, 1 limit 2");
        }
        for (RecordType type : List.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION)) {
            BUSIEST.put(collection(type), most("event_id from participation n join " + type.word() + " e on e.id = n.event_id"));
        }
        BUSIEST.put("series", most("series_id from event where series_id is not null"));
        BUSIEST.put("positions", most("position_id from occupancy"));
        BUSIEST.put("occupancies", "select id from occupancy order by id limit 1");
        BUSIEST.put("memberships", "select id from membership order by id limit 1");
        BUSIEST.put("sources", most("source_id from citation"));
        LONGEST.put("/declarations/{id}/signatures", most("declaration_id from signature"));
        LONGEST.put("/declarations/{id}/commitments", most("declaration_id from commitment"));
        LONGEST.put("/organizations/{id}/members", most("organization_id from membership"));
        LONGEST.put("/people/{id}/revisions", most("record_id from revision"));
        for (RecordType type : List.of(RecordType.STATE, RecordType.ORGANIZATION)) {
            String offices = most("actor_id from position p join occupancy o on o.position_id = p.id where actor_type = '" + type.word() + "'");
            LONGEST.put("/" + collection(type) + "/{id}/leaders", offices);
            LONGEST.put("/" + collection(type) + "/{id}/officials", offices);
        }
        for (RecordType type : List.of(RecordType.OCCUPANCY, RecordType.MEMBERSHIP, RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION)) {
            LONGEST.put("/" + collection(type) + "/{id}/evidence", most("record_id from citation c join " + type.word() + " r on r.id = c.record_id"));
        }
    }

    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    Samples(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (Map.Entry<String, String> each : BUSIEST.entrySet()) {
                ids.put(each.getKey(), strings(sql, each.getValue()));
            }
            for (Map.Entry<String, String> each : LONGEST.entrySet()) {
                ids.put(each.getKey(), strings(sql, each.getValue()));
            }
            // half of those who took part in anything did so more often than this one
            ids.put("usual", strings(sql, "select id from (select actor_id as id, row_number() over (order by count(*), actor_id) as rank, count(*) over () as all_of"
                    + " from participation where actor_type = 'person' group by actor_id) p where rank = all_of / 2"));
            ids.put("city", strings(sql, "select city from event where city is not null group by 1 order by count(*) desc, 1 limit 1"));
            ids.put("name", strings(sql, "select value from name n join person p on p.id = n.record_id where n.lang = 'en' and n.display order by p.id limit 1 offset 100"));
        }
        Stream.concat(BUSIEST.keySet().stream(), LONGEST.keySet().stream()).forEach(collection -> ids.get(collection).forEach(id -> words.put(id, "…")));
    }

    /** As in paths that begin behind {@code /v1}. */
    static String collection(RecordType type) {
        return type.path().replace("/v1/", "");
    }

    private static String most(String rows) {
        return "select " + rows + " group by 1 order by count(*) desc, 1 limit 1";
    }

    static List<String> strings(Statement sql, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The busiest of a collection; two persons, states, organizations: the busiest and the one after it. */
    String id(String collection, int rank) {
        return ids.get(collection).get(rank);
    }

    /** Whether there are records for the path: jobs and deliveries are none of the registry. */
    boolean has(String path) {
        return !path.contains("{") || ids.containsKey(path.split("/")[1]);
    }

    /** A path of the contract with an id for {@code {id}} and values for what is required. */
    String fill(String path) {
        List<String> known = ids.getOrDefault(path, ids.getOrDefault(path.split("/")[1], List.of()));
        String filled = known.isEmpty() ? path : path.replace("{id}", known.get(0));
        return switch (path) {
            case "/encounters" -> filled + "?actorId=" + id("states", 0) + "&withId=" + id("states", 1);
            case "/events/summary" -> filled + "?groupBy=day";
            case "/search", "/suggest" -> filled + "?q=a";
            default -> filled;
        };
    }

    /** For people: without ids. */
    String shorten(String path) {
        String shown = path;
        for (Map.Entry<String, String> word : words.entrySet()) {
            shown = shown.replace(word.getKey(), word.getValue());
        }
        return shown.replace("?&", "?");
    }
}
