package org.chancery.record;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the service of a record type. */
@ApplicationScoped
public class ServiceRegistry {
    private final List<RecordService<?, ?, ?>> services;

    ServiceRegistry(@All List<RecordService<?, ?, ?>> services) {
        this.services = services;
    }

    public RecordService<?, ?, ?> of(RecordType type) {
        return services.stream().filter(service -> service.type() == type).findFirst().orElseThrow();
    }
}
