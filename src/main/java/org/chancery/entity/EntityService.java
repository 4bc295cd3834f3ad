package org.chancery.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.chancery.api.model.EntitySummary;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;

/** Persons, states, organizations and offices in one list. */
@ApplicationScoped
public class EntityService {
    private final Lists lists;
    private final EntitySummaries summaries;
    private final Listing listing = new Listing("record r", "name").name().sort("name", "r.sort_name", "text")
            .words("recordType", "r.record_type = any(:recordType)");

    EntityService(Lists lists, EntitySummaries summaries) {
        this.lists = lists;
        this.summaries = summaries;
    }

    @Transactional
    public Page<EntitySummary> list() {
        return list("");
    }

    /** @param scopeName binds cursors */
    @Transactional
    public Page<EntitySummary> list(String scopeName) {
        Where entities = new Where().and("r.record_type in ('person', 'state', 'organization', 'position')")
                .and("r.record_state = 'published'");
        return lists.page(listing, entities, "entity" + scopeName).map(ids -> List.copyOf(summaries.of(ids).values()));
    }
}
