package org.chancery.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.chancery.participation.SubRecordService;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.Draft;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.Records;
import org.chancery.record.ServiceRegistry;

/** Writes the record of a row in the transaction of the caller, by the rules of a request of its own. */
@ApplicationScoped
class RowWriter {
    private static final String EVENT = "eventId";

    private final ServiceRegistry services;
    private final Records records;

    RowWriter(ServiceRegistry services, Records records) {
        this.services = services;
        this.records = records;
    }

    /**
     * @param ids of what the row refers to
     * @return the id of the new record
     * @throws ProblemException 400, 409, 422, its pointers into the row; the transaction has failed then
     */
    UUID write(Row row, Function<Reference, UUID> ids) {
        ObjectNode whole = row.whole().deepCopy();
        Reference.replace(whole, reference -> ids.apply(reference).toString());
        RecordService<?, ?, ?> service = services.of(row.type());
        return service instanceof SubRecordService<?, ?, ?> part ? add(part, whole) : create(service, whole.get("record"));
    }

    private static <D> UUID create(RecordService<?, D, ?> service, JsonNode document) {
        try {
            return service.create(service.valid(document));
        } catch (ProblemException e) {
            throw e.under("/record");
        }
    }

    private <D> UUID add(SubRecordService<?, D, ?> service, ObjectNode whole) {
        UUID event = event(whole.get(EVENT));
        AtomicReference<RecordType> type = new AtomicReference<>();
        Draft draft = new Draft();
        draft.refer("/" + EVENT, event, (id, found) -> type.set(found), RecordType.DECLARATION,
                service.type() == RecordType.PARTICIPATION ? new RecordType[] {RecordType.MEETING, RecordType.SUMMIT} : new RecordType[0]);
        records.verify(draft);
        try {
            return service.create(type.get(), event, service.valid(whole.get("record")));
        } catch (ProblemException e) {
            throw e.under("/record");
        }
    }

    private static UUID event(JsonNode id) {
        try {
            return UUID.fromString(id.asText());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(Errors.at("/" + EVENT, "format", "must be a UUID (RFC 9562) or a reference"));
        }
    }
}
