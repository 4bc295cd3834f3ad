package org.chancery.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;

/** At start, behind whatever loads data, gives the database the statistics without which it misjudges what was known at a time. */
@ApplicationScoped
class HistoryStatistics {
    private final EntityManager database;

    HistoryStatistics(EntityManager database) {
        this.database = database;
    }

    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() ->
                database.createNativeQuery("select cast(registry_analyze_history() as text)", String.class).getSingleResult());
    }
}
