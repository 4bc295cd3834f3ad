package org.chancery.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chancery.fixture.Credentials;
import org.chancery.security.Exhaustion;
import org.chancery.verify.ContractDocument.Operation;

/** How each status of each operation comes about. */
final class Recipes {
    private static final int TOO_LARGE = 1024 * 1024;

    private Recipes() {
    }

    /** Requests that are each answered with this status, one for each way to it. What they need is made on the way. */
    static List<Call> requests(Operation operation, int status) {
        return switch (status) {
            case 200, 201, 202, 204, 207 -> List.of(World.valid(operation));
            case 308 -> List.of(Unions.merged(operation));
            case 304 -> List.of(unchanged(operation));
            case 400 -> List.of(World.valid(operation).query("colour", "red"));
            case 401 -> List.of(World.valid(operation).as(Credentials.REVOKED));
            case 403 -> List.of(World.valid(operation).as(Credentials.READER));
            case 404 -> elsewhere(operation);
            case 406 -> List.of(World.valid(operation).header("Accept", "text/html"));
            case 409 -> List.of(Conflicts.request(operation));
            case 410 -> operation.path().startsWith("/v1/changes") ? List.of(Histories.givenUp(operation))
                    : Unions.isUnmerge(operation) ? List.of(Unions.retracted(operation)) : retracted(operation);
            case 412 -> List.of(World.valid(operation).header("If-Match", "\"1000\""));
            case 413 -> List.of(World.valid(operation).body(operation.mediaType(), tooLarge(operation)));
            case 415 -> List.of(World.valid(operation).body("text/plain", World.text(operation)));
            case 422 -> List.of(operation.id().equals("createApiKey") ? late(operation)
                    : Histories.isRestoration(operation) ? Histories.dangling(operation)
                    : operation.schema() == null || World.isImport(operation) ? World.valid(operation).header("Idempotency-Key", World.usedKey())
                    : World.valid(operation).body(operation.mediaType(), dangling(operation).toString()));
            case 429 -> List.of(exhausted(operation));
            case 428 -> List.of(World.valid(operation).header("If-Match", null));
            // with everything as for success; the test breaks the service meanwhile, or keeps it busy
            case 500, 503 -> List.of(World.valid(operation));
            default -> throw new AssertionError("no way is known to " + operation + " " + status);
        };
    }

    private static Call exhausted(Operation operation) {
        Exhaustion.of(Credentials.EXHAUSTED.principal());
        return World.valid(operation).as(Credentials.EXHAUSTED);
    }

    /** A key that has expired before it is made. */
    private static Call late(Operation operation) {
        return World.valid(operation).body(operation.mediaType(), World.document(operation).put("expiresAt", "2020-01-01T00:00:00Z").toString());
    }

    private static Call unchanged(Operation operation) {
        Call call = World.valid(operation);
        return call.header("If-None-Match", call.at(call.path()).send().with(200).header("ETag"));
    }

    /** The last id is of nothing, or, where there are two, the first one, or the second one of another parent. */
    private static List<Call> elsewhere(Operation operation) {
        Call call = World.valid(operation);
        List<Call> calls = new ArrayList<>();
        String[] template = operation.path().split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                String[] steps = call.path().split("/");
                String nothing = operation.in("path").get(0).schema().path("format").asText().equals("uuid") ? World.randomId() : "nothing";
                steps[i] = nothing + suffix(template[i]);
                calls.add(call.at(String.join("/", steps)));
            }
        }
        if (calls.isEmpty()) {
            calls.add(unknown(operation));
        }
        if (calls.size() == 2 && !operation.path().contains("/revisions/")) {
            String[] steps = call.path().split("/");
            steps[3] = World.path("/v1/" + steps[2] + "/{id}").split("/")[3];
            calls.add(call.at(String.join("/", steps)));
        }
        return calls;
    }

    /** What follows a variable in its step of the path: {@code .jsonld}, or nothing. */
    private static String suffix(String step) {
        return step.substring(step.indexOf('}') + 1);
    }

    /** What the query asks for is of nothing. */
    private static Call unknown(Operation operation) {
        Call call = Call.of(operation.method(), operation.path());
        List<ContractDocument.Parameter> required = operation.in("query").stream().filter(ContractDocument.Parameter::required).toList();
        for (ContractDocument.Parameter parameter : required) {
            boolean last = parameter == required.get(required.size() - 1);
            call.query(parameter.name(), last ? World.randomId() : parameter.node().get("example").asText());
        }
        return call;
    }

    /** The record was retracted, or its parent with it. */
    private static List<Call> retracted(Operation operation) {
        List<Call> calls = new ArrayList<>();
        String[] template = operation.path().split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                Call call = World.valid(operation);
                String[] steps = call.path().split("/");
                String record = String.join("/", List.of(steps).subList(0, i + 1));
                World.retract(record.substring(0, record.length() - suffix(template[i]).length()));
                calls.add(call);
            }
        }
        return calls;
    }

    private static String tooLarge(Operation operation) {
        return World.text(operation) + " ".repeat(World.isImport(operation) ? 4 * TOO_LARGE : TOO_LARGE);
    }

    /** Refers to a record that there is not. */
    private static ObjectNode dangling(Operation operation) {
        if (World.isBatch(operation)) {
            return World.batch(dangling(World.single(operation)));
        }
        ObjectNode document = World.document(operation);
        JsonNode members = ContractDocument.schema(operation.schema()).get("properties");
        if (operation.path().startsWith("/v1/webhooks")) {
            return document.put("url", "ftp://receiver.example/chancery");
        }
        if (members.has("descriptions")) {
            ((ObjectNode) document.at("/descriptions/0")).putArray("identifiers").addObject().put("scheme", "no-such-scheme").put("value", "1");
            return document;
        }
        if (members.has("survivorId")) {
            return document.put("survivorId", World.randomId());
        }
        if (members.has("citations")) {
            document.putArray("citations").addObject().put("sourceId", World.randomId());
        } else {
            document.put("originId", World.randomId());
        }
        return document;
    }
}
