package org.chancery.participation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.chancery.http.Answers;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to writes on records that belong to an event. */
@RequestScoped
class SubRecordAnswers {
    private final Answers answers;
    private final UriInfo uri;

    SubRecordAnswers(Answers answers, UriInfo uri) {
        this.answers = answers;
        this.uri = uri;
    }

    <D, V> RestResponse<V> create(SubRecordService<?, D, V> service, RecordType eventType, UUID eventId, D document) {
        return answers.once(() -> {
            UUID id = service.create(eventType, eventId, document);
            return answers.created(service, id, uri.getPath() + "/" + id);
        });
    }

    <V> RestResponse<V> change(SubRecordService<?, ?, V> service, RecordType eventType, UUID eventId, UUID id, String ifMatch, JsonNode patch) {
        service.patch(eventType, eventId, id, ifMatch, patch);
        return answers.changed(service, id);
    }

    RestResponse<Void> retract(SubRecordService<?, ?, ?> service, RecordType eventType, UUID eventId, UUID id, String ifMatch, String reason) {
        service.retract(eventType, eventId, id, ifMatch, reason);
        return RestResponse.noContent();
    }
}
