package org.chancery.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.chancery.verify.ContractDocument.Operation;

/** Creates, changes, retracts and restores records of all types, whatever comes next. */
final class RandomWrites {
    private static final List<String> NAMES = List.of("Олена Приклад", "Ștefan Pildă", "Anna Example", "Jan Beispiel", "Приклад Оленка");
    /** Of the starter data, so that there is something to read from the beginning. */
    private static final Map<String, String> STARTER = Map.of("people", "019b95c0-d000-735c-be9d-ec82bb3a0f08", "states",
            "019b95c0-d000-7dfa-afe0-db9ece9d5161", "organizations", "019b95c0-d000-71ef-96e9-7ff3013ff9fe");

    private final Random random;
    /** Paths of records by their collections, retracted ones too. */
    private final Map<String, List<String>> paths = new LinkedHashMap<>();
    private final Map<String, Integer> done = new TreeMap<>();

    RandomWrites(Random random) {
        this.random = random;
        STARTER.forEach((collection, id) -> paths.computeIfAbsent(collection, any -> new ArrayList<>()).add("/v1/" + collection + "/" + id));
        creations().stream().sorted(Comparator.comparing(creation -> creation.path().contains("{"))).forEach(creation -> {
            while (!create(creation)) {
                // what was drawn is in conflict with another record
                continue;
            }
        });
    }

    /** What was written, by kind. */
    String summary() {
        return done.toString();
    }

    /** One write that the service accepts. */
    void next() {
        while (true) {
            String what = List.of("create", "patch", "patch", "patch", "retract", "restore", "merge", "unmerge").get(random.nextInt(8));
            boolean accepted = switch (what) {
                case "create" -> create(any(creations()));
                case "patch" -> patch(any(all()));
                case "retract" -> retract(any(all()));
                case "restore" -> restore(any(all()));
                case "merge" -> merge(any(all()));
                default -> unmerge(any(all()));
            };
            if (accepted) {
                done.merge(what, 1, Integer::sum);
                return;
            }
        }
    }

    /** The template with records of the right types. */
    String path(String template) {
        String[] steps = template.split("/");
        String collection = collection(steps.length > 4 && steps[4].matches("participants|signatures|commitments") && steps.length > 5
                ? steps[2] + "/" + steps[4] : steps[2]);
        if (!template.contains("{")) {
            return template;
        }
        String[] record = any(paths.get(collection)).split("/");
        String path = template.replaceFirst("\\{id}", record[3]);
        return record.length > 5 ? path.replaceFirst("\\{\\w+}", record[5]) : path;
    }

    /** A value of a parameter without which nothing is read. */
    String value(String parameter, String example) {
        return switch (parameter) {
            case "q" -> any(NAMES).split(" ")[random.nextInt(2)];
            case "withId" -> id(any(paths.get("people")));
            default -> example;
        };
    }

    private static String collection(String step) {
        return step.replaceFirst("\\..*", "").replaceFirst("^(leaders|officials)$", "people");
    }

    private static List<Operation> creations() {
        return ContractDocument.operations().stream().filter(each -> each.method().equals("POST") && each.statuses().contains(201)
                && ContractDocument.operation("PATCH", each.path() + "/x").isPresent()).toList();
    }

    private boolean create(Operation creation) {
        String path = path(creation.path());
        ObjectNode document = World.document(creation);
        if (document.has("names")) {
            rename(document);
        }
        document.remove("identifiers");
        for (String member : List.of("personId", "memberId", "actorId")) {
            if (document.has(member) && random.nextBoolean()) {
                document.put(member, id(any(paths.get(member.equals("memberId") ? "states" : "people"))));
            }
        }
        Call.Answer answer = Call.post(path, document).send();
        if (answer.status() == 201) {
            String[] steps = path.split("/");
            String root = "/v1/" + collection(steps[2]);
            String rest = steps.length > 4 ? "/" + steps[3] + "/" + steps[4] : "";
            paths.computeIfAbsent(collection(steps[2]) + (steps.length > 4 ? "/" + steps[4] : ""), any -> new ArrayList<>())
                    .add(root + rest + "/" + answer.id());
        }
        return answer.status() == 201;
    }

    private void rename(ObjectNode document) {
        ((ObjectNode) document.withArray("names").get(0)).put("value", any(NAMES) + " " + random.nextInt(100));
    }

    private boolean patch(String path) {
        ObjectNode patch = World.object();
        JsonNode now = Call.get(path).send().json();
        if (!now.has("id")) {
            return false;
        }
        String collection = path.split("/")[path.split("/").length - 2];
        switch (random.nextInt(4)) {
            case 0 -> cite(patch);
            case 1 -> {
                if (!now.has("name")) {
                    return false;
                }
                patch.putArray("names").addObject().put("value", any(NAMES) + " " + random.nextInt(100)).put("lang", "uk").put("kind", "common")
                        .put("display", true);
            }
            case 2 -> patch.putArray("identifiers").addObject().put("scheme", "wikidata").put("value", "Q" + (910_000_000 + random.nextInt(1000)));
            default -> special(collection, patch);
        }
        return Call.patch(path, "*", patch).send().status() == 200;
    }

    private void cite(ObjectNode patch) {
        patch.putArray("citations").add(ContractDocument.example("CitationInput").put("attestsOn", "202" + random.nextInt(7) + "-01-06").put("field", ""));
    }

    /** What nested data and derived ones depend on. */
    private void special(String collection, ObjectNode patch) {
        int number = random.nextInt(1, 9);
        switch (collection) {
            case "people" -> patch.put("birthDate", "195" + number);
            case "states" -> patch.put("capital", "Capital " + number);
            case "organizations" -> patch.put("class", number % 2 == 0 ? "igo" : "coalition");
            case "positions" -> patch.putArray("functions").addObject().put("function", number % 2 == 0 ? "head-of-state" : "adviser");
            case "occupancies" -> patch.put("end", "202" + number % 6 + "-06-01").put("start", "201" + number);
            case "memberships" -> patch.put("status", number % 2 == 0 ? "full" : "observer");
            case "meetings", "summits", "declarations" -> patch.putObject("start").put("date", "202" + number % 7 + "-02-0" + number);
            case "series" -> patch.put("description", "description " + number);
            case "sources" -> patch.put("published", "202" + number % 7 + "-03");
            case "participants" -> patch.put("attendance", number % 2 == 0 ? "attended" : "absent");
            case "signatures" -> patch.put("date", "2026-01-0" + number);
            default -> patch.put("text", "text " + number);
        }
    }

    private boolean retract(String path) {
        if (STARTER.containsValue(id(path))) {
            return false;
        }
        return Call.of("DELETE", path).query("reason", "entered twice").header("If-Match", "*").send().status() == 204;
    }

    private boolean restore(String path) {
        String[] steps = path.split("/");
        if (steps.length > 4 || !known(path + "/revisions/1/restore")) {
            return false;
        }
        JsonNode revisions = Call.get(path + "/revisions").send().json().path("items");
        if (revisions.size() < 2) {
            return false;
        }
        String number = revisions.get(random.nextInt(revisions.size())).get("number").asText();
        return post(path + "/revisions/" + number + "/restore", World.object());
    }

    private boolean merge(String path) {
        String survivor = any(paths.get(path.split("/")[2]));
        JsonNode kept = Call.get(survivor).send().json();
        return known(path + "/merge") && !STARTER.containsValue(id(path)) && kept.has("id") && kept.has("version")
                && post(path + "/merge", World.object().put("survivorId", id(survivor)).put("survivorVersion", kept.get("version").intValue()));
    }

    private boolean unmerge(String path) {
        return known(path + "/unmerge") && post(path + "/unmerge", World.object());
    }

    private static boolean known(String path) {
        return ContractDocument.operation("POST", path).isPresent();
    }

    private static boolean post(String path, ObjectNode body) {
        Operation operation = ContractDocument.operation("POST", path).orElseThrow();
        Call call = Call.of("POST", path).header("If-Match", "*");
        return (operation.schema() == null ? call : call.body(operation.mediaType(), body.toString())).send().status() == 200;
    }

    /** Id of somebody. */
    String actor() {
        return id(any(paths.get(any(List.of("people", "states", "organizations")))));
    }

    private List<String> all() {
        return paths.values().stream().flatMap(List::stream).toList();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
