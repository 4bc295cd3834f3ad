package org.chancery.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.chancery.change.ChangeCursors;
import org.chancery.contract.RequestParameters;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Streams all records of a type from one snapshot of the database, a part at a time: the memory that it takes does not depend on
 * how many there are.
 */
@ApplicationScoped
class ExportService {
    private static final Logger LOG = Logger.getLogger(ExportService.class);

    /** Records in memory at once. */
    private static final int PART = 200;
    private static final Duration LONGEST = Duration.ofHours(2);

    private final EntityManager database;
    private final ServiceRegistry services;
    private final ChangeCursors changes;
    private final RequestParameters parameters;
    private final HttpHeaders request;
    private final CurrentVertxRequest current;
    private final ObjectWriter json;

    ExportService(EntityManager database, ServiceRegistry services, ChangeCursors changes, RequestParameters parameters,
            HttpHeaders request, CurrentVertxRequest current, ObjectMapper json) {
        this.database = database;
        this.services = services;
        this.changes = changes;
        this.parameters = parameters;
        this.request = request;
        this.current = current;
        // closing or flushing the target is not the business of one line
        this.json = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    RestResponse<StreamingOutput> answer(RecordType type) {
        Instant updatedFrom = parameters.instant("updatedFrom").orElse(null);
        RecordService<?, ?, ?> service = services.of(type);
        // what fails already here can still be said with a status and a problem document
        service.shown(service.idsAfter(null, updatedFrom, 1));
        HttpServerResponse response = current.getCurrent().response();
        boolean gzip = AcceptEncoding.allowsGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        RestResponse.ResponseBuilder<StreamingOutput> answer = RestResponse.ResponseBuilder
                .<StreamingOutput>ok(out -> stream(service, updatedFrom, out, gzip, response::reset))
                // before the snapshot, which begins when the first record is written
                .header("Changes-Cursor", changes.end())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT_ENCODING);
        return (gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
    }

    /** @param abort breaks the connection, so that the client does not take a part for the whole */
    void stream(RecordService<?, ?, ?> service, Instant updatedFrom, OutputStream out, boolean gzip, Runnable abort) {
        try {
            write(service, updatedFrom, out, gzip);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The export of every %s broke off", service.type().word());
            abort.run();
        }
    }

    private void write(RecordService<?, ?, ?> service, Instant updatedFrom, OutputStream out, boolean gzip) {
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> {
            database.createNativeQuery("set transaction isolation level repeatable read, read only").executeUpdate();
            try {
                OutputStream target = gzip ? new GZIPOutputStream(out) : out;
                for (List<UUID> ids = service.idsAfter(null, updatedFrom, PART); !ids.isEmpty();
                        ids = service.idsAfter(ids.get(ids.size() - 1), updatedFrom, PART)) {
                    for (Object each : service.shown(ids)) {
                        json.writeValue(target, each);
                        target.write('\n');
                    }
                    database.clear();
                }
                if (target instanceof GZIPOutputStream compressed) {
                    compressed.finish();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
