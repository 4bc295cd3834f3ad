package org.chancery.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chancery.fixture.Json;

/**
 * A copy of the registry as a partner would keep it: exports, then the log of changes, nothing else. Its store and its cursor survive
 * its crashes; they are not written in one step, so that what was read last may be read again.
 */
final class RegistryCopy {
    /** What is nested, so that a record has its parts. */
    private static final Map<String, String> COLLECTIONS = new TreeMap<>();
    /** Members that show what another record or the day says; those come and go without a change of the record. */
    private static final Set<String> OF_OTHERS = Set.of("capacity", "standing", "countriesRecorded", "representedByLeaders", "fallback");

    static {
        for (String collection : List.of("people", "states", "organizations", "positions", "occupancies", "memberships", "series", "sources")) {
            COLLECTIONS.put(collection, collection.matches("occupancies|memberships|sources") ? "" : "names");
        }
        COLLECTIONS.put("meetings", "names,participants");
        COLLECTIONS.put("summits", "names,participants");
        COLLECTIONS.put("declarations", "names,participants,signatures,commitments");
    }

    /** The client dies here. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The service does not answer, or not to the end. */
    private static final class Outage extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private final Random chance;
    private final Map<String, JsonNode> store = new HashMap<>();
    private final Set<String> delivered = new HashSet<>();
    private String cursor;
    private int changes;
    private int crashes;
    private int outages;
    private int exports;

    /** @param chance whether it dies now */
    RegistryCopy(URI service, Random chance) {
        this.service = service;
        this.chance = chance;
    }

    Map<String, JsonNode> store() {
        return store;
    }

    /** Each change that came, as record and version. */
    Set<String> delivered() {
        return delivered;
    }

    /** How many came, those that came again included. */
    int changes() {
        return changes;
    }

    int crashes() {
        return crashes;
    }

    /** How often the service did not answer, or not to the end. */
    int outages() {
        return outages;
    }

    int exports() {
        return exports;
    }

    /** Lives until the log is read to its end. */
    void catchUp() {
        boolean more = true;
        while (more) {
            try {
                if (cursor == null) {
                    exportAll();
                }
                more = readPage();
            } catch (Crash e) {
                crashes++;
            } catch (Outage e) {
                outages++;
            }
        }
    }

    private void mayCrash(int once) {
        if (chance != null && chance.nextInt(once) == 0) {
            throw new Crash();
        }
    }

    private void exportAll() {
        exports++;
        store.clear();
        String first = null;
        for (String collection : COLLECTIONS.keySet()) {
            HttpResponse<String> export = get("/v1/exports/" + collection + ".ndjson?" + include(collection));
            first = first == null ? export.headers().firstValue("Changes-Cursor").orElseThrow() : first;
            export.body().lines().map(Json::read).forEach(this::keep);
            mayCrash(100);
        }
        cursor = first;
    }

    private void keep(JsonNode record) {
        store.put(record.get("id").textValue(), record);
    }

    /** @return whether there is more */
    private boolean readPage() {
        HttpResponse<String> answer = get("/v1/changes?limit=200&cursor=" + cursor);
        if (answer.statusCode() == 410) {
            cursor = null;
            return true;
        }
        JsonNode page = Json.read(answer.body());
        Map<String, Set<String>> touched = new LinkedHashMap<>();
        for (JsonNode change : page.get("items")) {
            changes++;
            delivered.add(change.get("recordId").textValue() + " " + change.get("version"));
            // a part of an event has its place below the event; without a place the event is gone too
            if (change.has("href")) {
                String[] place = change.get("href").textValue().split("/");
                touched.computeIfAbsent(place[2], collection -> new HashSet<>()).add(place[3]);
            }
        }
        mayCrash(20);
        touched.forEach(this::readAgain);
        mayCrash(20);
        cursor = page.get("resumeCursor").textValue();
        return page.has("nextCursor");
    }

    /** As they are now, which may be newer than the change. Who is not there any more was retracted. */
    private void readAgain(String collection, Set<String> ids) {
        String query = ids.stream().map(id -> "ids=" + id).collect(Collectors.joining("&"));
        JsonNode page = Json.read(get("/v1/" + collection + "?limit=200&" + query + "&" + include(collection)).body());
        Set<String> gone = new HashSet<>(ids);
        for (JsonNode record : page.get("items")) {
            keep(record);
            gone.remove(record.get("id").textValue());
            mayCrash(3000);
        }
        store.keySet().removeAll(gone);
    }

    private static String include(String collection) {
        String include = COLLECTIONS.get(collection);
        return include.isEmpty() ? "" : "include=" + URLEncoder.encode(include, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String target) {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(service.resolve(target)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (chance != null && answer.statusCode() >= 500) {
                throw new Outage();
            }
            if (answer.statusCode() != 200 && answer.statusCode() != 410) {
                throw new AssertionError(target + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw chance == null ? new UncheckedIOException(e) : new Outage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All records without what other records say of them, by id. */
    Map<String, JsonNode> own() {
        Map<String, JsonNode> own = new TreeMap<>();
        store.forEach((id, record) -> own.put(id, own(record, true)));
        return own;
    }

    private static JsonNode own(JsonNode node, boolean top) {
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(OF_OTHERS);
            List<String> members = StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false).toList();
            // a name below the record is that of somebody whom it refers to, but for those in its list of names
            object.remove(members.stream().filter(member -> member.endsWith("Name") && object.get(member).isObject()
                    || !top && member.equals("name") && object.get(member).isObject()).toList());
            object.properties().forEach(member -> object.set(member.getKey(), own(member.getValue(), false)));
        } else if (copy.isArray()) {
            ArrayNode items = (ArrayNode) copy;
            for (int i = 0; i < items.size(); i++) {
                items.set(i, own(items.get(i), false));
            }
        }
        return copy;
    }
}
