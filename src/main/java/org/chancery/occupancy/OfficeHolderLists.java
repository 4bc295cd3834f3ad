package org.chancery.occupancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.chancery.api.model.OfficeHolder;
import org.chancery.paging.Listing;
import org.chancery.paging.Lists;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.AsOf;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Pages of those who lead or serve one state or organization at the request's date: one row for each office held. */
@ApplicationScoped
public class OfficeHolderLists {
    /**
     * The offices of a state are also those of the bodies of its government. As an array they are looked up first: joined, all
     * holdings there are were walked in the order of their start for one state's.
     */
    private static final String OFFICES = """
            o.position_id = any(array(select q.id from position q where q.actor_id = :actor
                union select q.id from organization g join position q on q.actor_id = g.id
                 where g.state_id = :actor and g.class in ('government-body', 'ministry', 'armed-forces')))""";

    private final Lists lists;
    private final OfficeHolders holders;
    private final ServiceRegistry services;
    private final AsOf asOf;
    private final Listing listing;

    OfficeHolderLists(Lists lists, OfficeHolders holders, ServiceRegistry services, AsOf asOf) {
        this.lists = lists;
        this.holders = holders;
        this.services = services;
        this.asOf = asOf;
        listing = new Listing("record r join occupancy o on o.id = r.id join position p on p.id = o.position_id join record h on h.id = o.person_id",
                "start").sort("start", "o.start_key", "date").sort("name", "h.sort_name", "text").view("asOf").view("asOfMode")
                .words("function", Holdings.FUNCTION);
    }

    /** @throws org.chancery.problem.ProblemException 404, 410 when there is no such state or organization */
    @Transactional
    public Page<OfficeHolder> leaders(RecordType type, UUID actor) {
        return list(type, actor, "leaders", Holdings.LEADS);
    }

    /** @throws org.chancery.problem.ProblemException 404, 410 when there is no such state or organization */
    @Transactional
    public Page<OfficeHolder> officials(RecordType type, UUID actor) {
        // whoever leads something anywhere is no official
        return list(type, actor, "officials", "not exists (select 1 from occupancy o join position p on p.id = o.position_id"
                + " where o.person_id = h.id and " + Holdings.held(asOf.certainOnly()) + " and " + Holdings.LEADS + ")");
    }

    private Page<OfficeHolder> list(RecordType type, UUID actor, String name, String standing) {
        services.of(type).find(actor);
        Where scope = new Where().and(OFFICES, "actor", actor).and(Holdings.held(asOf.certainOnly()), "asOf", asOf.day()).and(standing);
        return lists.page(listing, scope, name + actor).map(holders::ofOccupancies);
    }
}
