package org.chancery.change;

import java.util.List;
import java.util.UUID;
import org.chancery.api.ChangesApi;
import org.chancery.api.model.ChangePage;
import org.chancery.stream.EventStream;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class ChangeResource implements ChangesApi {
    private final ChangeService changes;

    ChangeResource(ChangeService changes) {
        this.changes = changes;
    }

    @Override
    public RestResponse<ChangePage> listChanges(List<String> recordType, List<UUID> recordId, Integer limit, String cursor) {
        return changes.list();
    }

    @Override
    public RestResponse<EventStream> streamChanges(List<String> recordType, List<UUID> recordId, String cursor, String lastEventId) {
        return changes.stream();
    }
}
