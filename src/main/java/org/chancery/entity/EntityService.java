package org.chancery.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chancery.api.model.EntitySummary;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.problem.ProblemException;

/** Persons, states, organizations and offices in one list. */
@ApplicationScoped
public class EntityService {
    private final Lists lists;
    private final EntitySummaries summaries;
    private final EntityManager database;
    private final Listing listing = new Listing("record r", "name").name().sort("name", "r.sort_name", "text")
            .words("recordType", "r.record_type = any(:recordType)");

    EntityService(Lists lists, EntitySummaries summaries, EntityManager database) {
        this.database = database;
        this.lists = lists;
        this.summaries = summaries;
    }

    /**
     * The entity that has this identifier; a code in lower case means that in upper case, where no other is written so.
     *
     * @throws ProblemException 404 when none has it
     */
    @Transactional
    public EntitySummary lookup(String scheme, String value) {
        List<?> found = database.createNativeQuery("""
                select i.record_id from identifier i join record r on r.id = i.record_id
                 where i.scheme = :scheme and i.value in (:value, :upper) and r.record_type in ('person', 'state', 'organization', 'position')
                 order by i.value <> :value limit 1""", UUID.class)
                .setParameter("scheme", scheme).setParameter("value", value).setParameter("upper", value.toUpperCase(Locale.ROOT)).getResultList();
        return found.stream().map(UUID.class::cast).map(id -> summaries.of(List.of(id)).get(id)).findFirst()
                .orElseThrow(() -> ProblemException.notFound("No person, state, organization or office has the identifier " + value + " in " + scheme + "."));
    }

    @Transactional
    public Page<EntitySummary> list() {
        Where entities = new Where().and("r.record_type in ('person', 'state', 'organization', 'position')")
                .and("r.record_state = 'published'");
        return lists.page(listing, entities, "entity").map(ids -> List.copyOf(summaries.of(ids).values()));
    }
}
