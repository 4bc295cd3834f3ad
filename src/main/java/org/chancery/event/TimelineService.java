package org.chancery.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.Participant;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.participation.ParticipationService;
import org.chancery.record.AnswerClock;
import org.chancery.record.AsOf;
import org.chancery.time.EventTime;

/** Meetings, summits and declarations on one timeline. */
@ApplicationScoped
public class TimelineService {
    /** A day, or an interval of two, with or without doubt (EDTF level 1). */
    private static final String DATED = "^[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?(/[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?)?$";

    private final Lists lists;
    private final EventSummaries summaries;
    private final ParticipationService participations;
    private final AsOf asOf;
    private final Listing listing;
    private final Listing latestFirst;
    private final Listing latestOfActorFirst;
    private final Listing changedFirst;

    TimelineService(Lists lists, EventSummaries summaries, ParticipationService participations, AsOf asOf, AnswerClock clock) {
        this.lists = lists;
        this.summaries = summaries;
        this.participations = participations;
        this.asOf = asOf;
        listing = EventListing.of(null, clock);
        latestFirst = EventListing.of(null, clock, "-start");
        latestOfActorFirst = EventListing.ofActor(clock, "-start");
        changedFirst = EventListing.of(null, clock, "-updated");
    }

    @Transactional
    public Page<EventSummary> list() {
        Page<EventSummary> page = page(listing, new Where(), "");
        if (asOf.includes("participants") && !page.items().isEmpty()) {
            Map<UUID, List<Participant>> participants = participations.ofEvents(page.items().stream().map(EventSummary::getId).toList());
            page.items().forEach(event -> event.setParticipants(participants.getOrDefault(event.getId(), List.of())));
        }
        return page;
    }

    /**
     * The page that the request asks for among the events that start on a known day, or span known days, those that start
     * last first.
     *
     * @param scope conditions beside the request's; {@code e} is the row of {@code event}
     */
    @Transactional
    public Page<EventSummary> dated(Where scope, String scopeName) {
        return page(latestFirst, onDays(scope, "e"), "-dated" + scopeName);
    }

    /** The same of what an actor took part in, or somebody in its name. */
    @Transactional
    public Page<EventSummary> datedOf(UUID actor) {
        return page(latestOfActorFirst, onDays(new Where().and("a.actor_id = :actor", "actor", actor), "a"), "-datedactor" + actor);
    }

    private static Where onDays(Where scope, String sorted) {
        return scope.and(sorted + ".order_key < :undated and e.start_edtf ~ :dated", "undated", EventTime.UNKNOWN_ORDER).with("dated", DATED);
    }

    /**
     * The page that the request asks for, those that changed last first.
     *
     * @param scope conditions beside the request's; {@code e} is the row of {@code event}
     */
    @Transactional
    public Page<EventSummary> changed(Where scope, String scopeName) {
        return page(changedFirst, scope, scopeName);
    }

    private Page<EventSummary> page(Listing of, Where scope, String scopeName) {
        return lists.page(of, scope.implied("r.record_type in ('meeting', 'summit', 'declaration')"), "event" + scopeName).map(summaries::of);
    }
}
