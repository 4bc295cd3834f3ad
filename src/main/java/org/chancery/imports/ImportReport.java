package org.chancery.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.chancery.record.RecordType;

/** What became of each row, one JSON object a line. */
@ApplicationScoped
class ImportReport {
    private static final int PART = 1000;

    private final ImportResults results;
    private final ObjectMapper json;

    ImportReport(ImportResults results, ObjectMapper json) {
        this.results = results;
        this.json = json;
    }

    /** Writes the report, a part at a time. */
    void write(UUID id, OutputStream out) throws IOException {
        int last = 0;
        for (List<ImportResults.Reported> part = part(id, last); !part.isEmpty(); part = part(id, last)) {
            for (ImportResults.Reported row : part) {
                out.write((line(row) + "\n").getBytes(StandardCharsets.UTF_8));
                last = row.number();
            }
        }
    }

    private List<ImportResults.Reported> part(UUID id, int last) {
        return QuarkusTransaction.requiringNew().call(() -> results.after(id, last, PART));
    }

    private String line(ImportResults.Reported row) throws IOException {
        ObjectNode line = json.createObjectNode().put("row", row.number()).put("outcome", row.outcome());
        if (row.type() != null) {
            line.put("recordType", row.type());
        }
        if (row.key() != null) {
            line.put("key", row.key());
        }
        if (row.id() != null) {
            line.put("id", row.id().toString());
            RecordType type = RecordType.of(row.type());
            if (!Row.PARTS.contains(type)) {
                line.put("href", type.href(row.id()));
            }
        }
        if (row.problem() != null) {
            line.set("problem", json.readTree(row.problem()));
        }
        return line.toString();
    }
}
