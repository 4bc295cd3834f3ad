package org.chancery.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Looks for the event that sub-records belong to. */
@ApplicationScoped
class Parents {
    private final ServiceRegistry services;

    Parents(ServiceRegistry services) {
        this.services = services;
    }

    void require(RecordType type, UUID id) {
        services.of(type).find(id);
    }
}
