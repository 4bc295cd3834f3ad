package org.chancery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.api.model.RevisionDetail;
import org.chancery.api.model.RevisionPage;
import org.chancery.problem.ProblemException;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.chancery.record.Survivors;
import org.jboss.resteasy.reactive.RestResponse;

/** The history of a part of an event, and the way back: also of one that was retracted, alone or with its event. */
@ApplicationScoped
class PartRevisionService {
    private final EntityManager database;
    private final ServiceRegistry services;
    private final Survivors survivors;
    private final RevisionService revisions;

    PartRevisionService(EntityManager database, ServiceRegistry services, Survivors survivors, RevisionService revisions) {
        this.database = database;
        this.services = services;
        this.survivors = survivors;
        this.revisions = revisions;
    }

    @Transactional
    RestResponse<RevisionPage> list(RecordType eventType, UUID eventId, RecordType type, UUID id) {
        require(eventType, eventId, type, id);
        return revisions.list(type, id, type.href(eventType, eventId, id));
    }

    @Transactional
    RestResponse<RevisionDetail> read(RecordType eventType, UUID eventId, RecordType type, UUID id, int number) {
        require(eventType, eventId, type, id);
        return revisions.read(type, id, number);
    }

    /** @param <V> what a client reads of the type */
    <V> RestResponse<V> restore(RecordType eventType, UUID eventId, RecordType type, UUID id, int number, String ifMatch) {
        require(eventType, eventId, type, id);
        return revisions.restore(type, id, number, ifMatch);
    }

    /** @throws ProblemException 308, 404 */
    @Transactional
    void require(RecordType eventType, UUID eventId, RecordType type, UUID id) {
        if (survivors.of(Set.of(eventId)).containsKey(eventId)) {
            services.of(eventType).require(eventId, "*");
        }
        List<?> parents = database.createNativeQuery("""
                select v.parent_id from record r join revision v on v.record_id = r.id and v.number = r.version
                  join record e on e.id = :event and e.record_type = :eventType
                 where r.id = :id and r.record_type = :type""", UUID.class).setParameter("event", eventId).setParameter("eventType", eventType.word())
                .setParameter("id", id).setParameter("type", type.word()).getResultList();
        UUID parent = parents.isEmpty() ? null : (UUID) parents.get(0);
        if (parent == null || !eventId.equals(survivors.of(Set.of(parent)).getOrDefault(parent, parent))) {
            throw ProblemException.notFound("There was never a " + type.word() + " with this id here.");
        }
    }
}
