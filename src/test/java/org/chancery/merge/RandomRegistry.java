package org.chancery.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;

/** A small registry in which everything refers to everything else at random; what the service refuses is left out. */
final class RandomRegistry {
    private static final List<String> LANGUAGES = List.of("en", "uk", "ro", "fr");
    private static final List<String> ROLES = List.of("principal", "host", "speaker", "observer");

    private final Random random;
    private final Map<String, List<UUID>> ids = new LinkedHashMap<>();
    private final List<String> parts = new ArrayList<>();

    RandomRegistry(long seed) {
        random = new Random(seed);
        make(5, "/sources", this::source);
        make(4, "/states", this::state);
        make(5, "/organizations", this::organization);
        make(5, "/people", this::person);
        make(3, "/positions", () -> with(named(), "actorId", polity(), "seats", maybe(3)));
        make(6, "/occupancies", () -> with(Json.of("personId", any("/people"), "positionId", any("/positions")), "start", maybe(day()),
                "end", null, "citations", citations("/personId")));
        make(6, "/memberships", () -> Json.of("memberId", actor(), "organizationId", any("/organizations"), "status", "full"));
        make(3, "/series", () -> with(named(), "organizationId", maybe(any("/organizations")), "identifiers", identifiers()));
        make(4, "/meetings", () -> event("kind", "multilateral"));
        make(4, "/summits", () -> event("hostId", maybe(polity()), "organizerId", maybe(polity()), "countriesReported", maybe(20)));
        make(4, "/declarations", () -> event("kind", "statement", "textStatus", maybe("draft"),
                "excerpts", maybe(List.of(Json.of("lang", "en", "text", Make.unique("Words"))))));
        for (UUID declaration : ids.get("/declarations")) {
            part(declaration, "/signatures", Make.signature(actor(), "onBehalfOfId", maybe(polity())));
            part(declaration, "/commitments", Make.commitment("obligorId", actor(), "beneficiaryId", maybe(actor())));
        }
    }

    /** Ids by collection. */
    Map<String, List<UUID>> ids() {
        return ids;
    }

    /** Whether the answer of a collection shows all of a record, with what it can include. */
    String documents() {
        StringBuilder all = new StringBuilder();
        ids.forEach((collection, records) -> records.forEach(id -> all.append(document(collection, id)).append('\n')));
        parts.forEach(path -> all.append(Api.get(path)).append('\n'));
        return all.toString().replaceAll("\"(version|updatedAt)\":(\\d+|\"[^\"]*\")", "\"$1\":0");
    }

    private static String document(String collection, UUID id) {
        String include = switch (collection) {
            case "/people" -> "names,occupancies,memberships";
            case "/states" -> "names,leaders";
            case "/organizations" -> "names,members,parent,state";
            case "/meetings", "/summits" -> "names,participants,children,partOf,series,relations,scheduleRevisions";
            case "/declarations" -> "names,participants,children,partOf,series,relations,scheduleRevisions,signatures,commitments";
            case "/series" -> "names,organization";
            default -> null;
        };
        JsonNode record = include == null ? Api.get(collection + "/" + id) : Api.get(collection + "/" + id, "include", include);
        return record + (collection.equals("/sources") ? "" : Api.get(collection + "/" + id + "/evidence").toString());
    }

    private interface Document {
        Map<String, Object> make();
    }

    private void make(int count, String collection, Document document) {
        ids.put(collection, new ArrayList<>());
        for (int i = 0; i < count; i++) {
            Response answer = Api.post(collection, document.make());
            if (answer.statusCode() == 201) {
                ids.get(collection).add(Api.id(Json.read(answer.asString())));
            } else if (answer.statusCode() >= 500) {
                throw new AssertionError(answer.asString());
            }
        }
    }

    private void part(UUID declaration, String kind, Map<String, Object> document) {
        Response answer = Api.post("/declarations/" + declaration + kind, document);
        if (answer.statusCode() == 201) {
            parts.add("/declarations/" + declaration + kind);
        }
    }

    private Map<String, Object> source() {
        return with(Json.of("title", Make.unique("Source")), "publishedDate", maybe(day()), "originId", maybe(any("/sources")), "note", maybe("a note"),
                "url", maybe("https://press.example/" + UUID.randomUUID()));
    }

    private Map<String, Object> state() {
        return with(named(), "capital", maybe("Somewhere"), "predecessorIds", some("/states"), "identifiers", identifiers(), "citations", citations("/names/0"));
    }

    private Map<String, Object> organization() {
        return with(named(), "class", "igo", "parentId", maybe(any("/organizations")), "stateId", maybe(any("/states")),
                "predecessorIds", some("/organizations"), "identifiers", identifiers(), "citations", citations("/names/0"));
    }

    private Map<String, Object> person() {
        return with(named(), "birthDate", maybe("19" + (40 + random.nextInt(40))), "description", maybe("somebody"), "identifiers", identifiers(),
                "citations", citations("/birthDate"));
    }

    private Map<String, Object> event(Object... special) {
        List<Object> participants = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            participants.add(Make.participant(actor(), "role", ROLES.get(random.nextInt(ROLES.size())), "onBehalfOfId", maybe(polity()),
                    "delegationId", maybe(any("/organizations"))));
        }
        List<Object> relations = new ArrayList<>();
        if (anyEvent() != null && random.nextBoolean()) {
            relations.add(Json.of("relation", "follows", "eventId", anyEvent()));
        }
        Map<String, Object> event = with(named(), "status", "held", "start", Make.day("2026-01-0" + (1 + random.nextInt(9))), "summary", maybe("a summary"),
                "partOfId", maybe(anyEvent()), "seriesId", maybe(any("/series")), "ordinal", maybe(3), "relations", relations,
                "participants", participants, "place", maybe(with(Json.of("city", "Paris"), "stateId", maybe(any("/states")))),
                "identifiers", identifiers(), "citations", citations("/start"));
        return with(event, special);
    }

    private Map<String, Object> named() {
        List<Object> names = new ArrayList<>();
        for (String language : LANGUAGES) {
            if (names.isEmpty() || random.nextBoolean()) {
                // now and then two records have a name in common
                names.add(Make.name(random.nextInt(4) == 0 ? "Common name" : Make.unique("Name"), language));
            }
        }
        return Json.of("names", names);
    }

    private List<Object> identifiers() {
        return random.nextBoolean() ? List.of() : List.of(Json.of("scheme", "opensanctions", "value", Make.unique("R").replace(' ', '-')));
    }

    private List<Object> citations(String field) {
        List<Object> citations = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            citations.add(with(Json.of("sourceId", any("/sources")), "field", maybe(field), "attestsOn", maybe(day()), "originId", maybe(any("/sources"))));
        }
        return citations;
    }

    private static Map<String, Object> with(Map<String, Object> document, Object... more) {
        Map<String, Object> whole = new LinkedHashMap<>(document);
        whole.putAll(Json.of(more));
        whole.values().removeIf(value -> value == null);
        return whole;
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private String day() {
        return "20" + (10 + random.nextInt(15)) + "-0" + (1 + random.nextInt(9)) + "-11";
    }

    private UUID any(String collection) {
        List<UUID> found = ids.getOrDefault(collection, List.of());
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    private List<UUID> some(String collection) {
        UUID one = any(collection);
        return one == null || random.nextBoolean() ? List.of() : List.of(one);
    }

    private UUID polity() {
        return any(random.nextBoolean() ? "/states" : "/organizations");
    }

    private UUID actor() {
        return random.nextBoolean() ? any("/people") : polity();
    }

    private UUID anyEvent() {
        return any(List.of("/meetings", "/summits", "/declarations").get(random.nextInt(3)));
    }
}
