package org.chancery.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chancery.verify.ContractDocument.Operation;

/** How a write comes into conflict with another record (409): a value that is taken, or a reference that still holds. */
final class Conflicts {
    private Conflicts() {
    }

    static Call request(Operation operation) {
        if (Unions.isMerge(operation) || Unions.isUnmerge(operation) || Unions.isPart(operation)) {
            return Unions.conflict(operation);
        }
        // nothing stands against a membership, nor against a webhook
        if (operation.method().equals("POST") && operation.path().matches("/v1/(memberships|webhooks)(/.*)?")) {
            return AtWork.request(operation);
        }
        if (operation.path().startsWith("/v1/imports")) {
            return unfinished(operation);
        }
        if (operation.method().equals("DELETE")) {
            return referred(operation);
        }
        if (Histories.isRestoration(operation)) {
            return restored(operation);
        }
        if (World.isBatch(operation)) {
            Call single = request(World.single(operation));
            return Call.post(operation.path(), World.batch(single.document()));
        }
        Pair pair = pair(operation);
        String collection = pair.collection;
        World.create(collection, pair.first);
        if (operation.method().equals("POST")) {
            return Call.post(collection, pair.first);
        }
        String path = collection + "/" + World.create(collection, pair.second).id();
        return Call.patch(path, World.tag(path), pair.patch);
    }

    /** Another import of the data set waits; the one that is to be cancelled has been. */
    private static Call unfinished(Operation operation) {
        Call call = World.valid(operation);
        if (World.isImport(operation)) {
            call.query("dataset", "d" + World.randomId());
        }
        Call again = call.at(call.path());
        call.send();
        return again;
    }

    /** What the revision had, another record has taken meanwhile. */
    private static Call restored(Operation operation) {
        Pair pair = pair(ContractDocument.operation("POST", Histories.collection(operation)).orElseThrow());
        String path = pair.collection + "/" + World.create(pair.collection, pair.first).id();
        ObjectNode away = World.object();
        pair.first.properties().forEach(member -> {
            JsonNode other = pair.second.get(member.getKey());
            if (!member.getValue().equals(other)) {
                away.set(member.getKey(), other == null && member.getValue().isArray() ? away.arrayNode() : other);
            }
        });
        Call.patch(path, "*", away).send().with(200);
        World.create(pair.collection, pair.first);
        return Histories.restore(path);
    }

    /** A document, another one that does not clash with it, and what makes the second clash with the first. */
    private record Pair(String collection, ObjectNode first, ObjectNode second, JsonNode patch) {
    }

    private static Pair pair(Operation operation) {
        String collection = operation.method().equals("POST") ? operation.path() : operation.path().replaceAll("/\\{[^}]*}$", "");
        Operation creation = ContractDocument.operations().stream()
                .filter(each -> each.method().equals("POST") && each.path().equals(collection)).findFirst().orElseThrow();
        ObjectNode first = World.document(creation);
        ObjectNode second = World.document(creation);
        ObjectNode patch = World.object();
        switch (creation.schema()) {
            case "SourceCreate" -> {
                String url = "https://press.example/" + World.randomId();
                first.put("url", url);
                patch.put("url", url);
            }
            case "OccupancyCreate" -> {
                ObjectNode office = ContractDocument.example("PositionCreate").put("seats", 1);
                String positionId = World.create("/v1/positions", office).id();
                first.put("positionId", positionId).put("acting", false).put("start", "2020-01-01").put("end", "2021-01-01");
                second.put("positionId", positionId).put("acting", false).put("start", "2022-01-01").put("end", "2023-01-01");
                patch.put("start", "2020-06-01");
            }
            case "ParticipantCreate" -> {
                second.put("role", "observer");
                patch.set("role", first.get("role"));
            }
            case "SignatureCreate" -> {
                first.put("date", "2026-01-06");
                patch.put("date", "2026-01-06");
            }
            default -> {
                first.set("identifiers", World.identifiers());
                patch.set("identifiers", first.get("identifiers"));
            }
        }
        return new Pair(World.path(collection), first, second, patch);
    }

    /** Another record refers to the one that is to go. */
    private static Call referred(Operation operation) {
        Call call = World.valid(operation);
        String id = call.path().substring(call.path().lastIndexOf('/') + 1);
        switch (operation.path().split("/")[2]) {
            case "people", "leaders", "officials" -> {
                ObjectNode meeting = ContractDocument.example("MeetingCreate");
                ((ObjectNode) meeting.at("/participants/0")).put("actorId", id);
                World.create("/v1/meetings", meeting);
            }
            case "states" -> World.create("/v1/organizations", ContractDocument.example("OrganizationCreate").put("stateId", id));
            case "organizations" -> World.create("/v1/organizations", ContractDocument.example("OrganizationCreate").put("parentId", id));
            case "positions" -> World.create("/v1/occupancies", ContractDocument.example("OccupancyCreate").put("positionId", id));
            case "meetings", "summits", "declarations" ->
                    World.create("/v1/meetings", ContractDocument.example("MeetingCreate").put("partOfId", id));
            case "series" -> World.create("/v1/meetings", ContractDocument.example("MeetingCreate").put("seriesId", id));
            case "sources" -> {
                ObjectNode person = ContractDocument.example("PersonCreate");
                ((ObjectNode) person.at("/citations/0")).put("sourceId", id);
                World.create("/v1/people", person);
            }
            default -> throw new AssertionError("nothing is known that refers to what " + operation + " retracts");
        }
        return call;
    }
}
