package org.chancery.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.chancery.api.model.EventSummary;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;

/** Meetings, summits and declarations on one timeline. */
@ApplicationScoped
public class TimelineService {
    private final Lists lists;
    private final EventSummaries summaries;
    private final Listing listing;

    TimelineService(Lists lists, EventSummaries summaries, Clock clock) {
        this.lists = lists;
        this.summaries = summaries;
        listing = EventListing.of(null, clock);
    }

    @Transactional
    public Page<EventSummary> list() {
        return lists.page(listing, new Where().and("r.record_type in ('meeting', 'summit', 'declaration')"), "event").map(summaries::of);
    }
}
