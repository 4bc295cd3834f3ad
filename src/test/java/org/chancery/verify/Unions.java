package org.chancery.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chancery.verify.ContractDocument.Operation;

/** Requests that merge records, and requests about records that are merged. */
final class Unions {
    private Unions() {
    }

    static boolean isMerge(Operation operation) {
        return operation.path().endsWith("/merge");
    }

    static boolean isUnmerge(Operation operation) {
        return operation.path().endsWith("/unmerge");
    }

    /** A part of an event that nothing but a merge of the event stands against. */
    static boolean isPart(Operation operation) {
        return operation.path().matches(".*}/commitments.*|.*}/(participants|signatures)/\\{.*") && (operation.method().equals("DELETE")
                || operation.path().contains("commitments"));
    }

    /** A body for the merge into a new record of the collection. */
    static ObjectNode document(Operation operation) {
        return ContractDocument.example(operation.schema()).put("survivorId", survivor(operation.path().split("/")[2])).put("survivorVersion", 1)
                .put("dryRun", false);
    }

    /** One that takes up any other one: without participants, who could be in both. */
    private static String survivor(String collection) {
        Operation creation = ContractDocument.operation("POST", "/v1/" + collection).orElseThrow();
        ObjectNode document = World.document(creation);
        document.remove("participants");
        return World.create("/v1/" + collection, document).id();
    }

    /** Merges the record into a new one. */
    static void merge(String path) {
        String collection = path.split("/")[2].replaceFirst("leaders|officials", "people");
        ObjectNode body = World.object().put("survivorId", survivor(collection)).put("survivorVersion", 1);
        Call.post("/v1/" + collection + "/" + path.split("/")[3] + "/merge", body).header("If-Match", "*").send().with(200);
    }

    /** The request, of a record that was merged meanwhile. */
    static Call merged(Operation operation) {
        Call call = World.valid(operation);
        merge(call.path().replaceFirst("(/v1/[a-z]+/[0-9a-f-]+).*", "$1"));
        return call;
    }

    /** Undoes a merge of a record that was retracted. */
    static Call retracted(Operation operation) {
        String path = World.path(operation.path());
        World.retract(path.replace("/unmerge", ""));
        return Call.of("POST", path).header("If-Match", "*");
    }

    static Call conflict(Operation operation) {
        if (isMerge(operation)) {
            return World.valid(operation).body("application/json", document(operation).put("survivorVersion", 1000).toString());
        }
        return isUnmerge(operation) ? Call.of("POST", World.path(operation.path())).header("If-Match", "*") : merged(operation);
    }
}
