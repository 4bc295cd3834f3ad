package org.chancery.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.chancery.verify.ContractDocument.Operation;

/** Requests about what was: records that are restored to their first revision, and the log of changes. */
final class Histories {
    private Histories() {
    }

    static boolean isRestoration(Operation operation) {
        return operation.path().endsWith("/restore");
    }

    /** The collection of the records whose revisions these are. */
    static String collection(Operation operation) {
        return operation.path().replaceFirst("/\\{[^/]*}/revisions.*", "");
    }

    static Call restore(String path) {
        return Call.of("POST", path + "/revisions/1/restore").header("If-Match", "*");
    }

    /** The revision refers to what has been retracted since. */
    static Call dangling(Operation operation) {
        Operation creation = ContractDocument.operation("POST", collection(operation)).orElseThrow();
        String source = World.create("/v1/sources", World.object().put("title", "A report " + World.randomId())).id();
        ObjectNode document = World.document(creation);
        String member = creation.schema().equals("SourceCreate") ? "originId" : "citations";
        if (member.equals("originId")) {
            document.put(member, source);
        } else {
            document.putArray(member).addObject().put("sourceId", source);
        }
        String collection = World.path(creation.path());
        String path = collection + "/" + World.create(collection, document).id();
        ObjectNode away = World.object();
        Call.patch(path, "*", member.equals("originId") ? away.putNull(member) : away.set(member, away.arrayNode())).send().with(200);
        World.retract("/v1/sources/" + source);
        return restore(path);
    }

    /** The path of a record, after so many changes of it. */
    static String patched(String path, int times) {
        for (int i = 0; i < times; i++) {
            ObjectNode patch = World.object();
            if (path.startsWith("/v1/sources/")) {
                patch.put("note", "note " + i);
            } else {
                ObjectNode citation = ContractDocument.example("CitationInput");
                citation.put("attestsOn", "2026-01-0" + (i + 1)).remove("field");
                patch.putArray("citations").add(citation);
            }
            Call.patch(path, "*", patch).send().with(200);
        }
        return path;
    }

    /** Continues behind the first change, when that and the second are not kept any more. */
    static Call givenUp(Operation operation) {
        String cursor = Call.get("/v1/changes").query("limit", "1").send().with(200).json().get("nextCursor").textValue();
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection(); Statement sql = connection.createStatement()) {
            sql.executeUpdate("update change_floor set position = (select min(c.position) + 1 from change c where c.position > change_floor.position)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Call.get(operation.path()).query("cursor", cursor);
    }
}
