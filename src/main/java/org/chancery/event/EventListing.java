package org.chancery.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.contract.RequestParameters;
import org.chancery.paging.Listing;
import org.chancery.paging.Where;
import org.chancery.text.Folding;
import org.chancery.time.EventTime;
import org.chancery.time.PartialDate;

/** What events can be filtered and sorted by, of one type or of all. */
final class EventListing {
    private static final String UNSETTLED = EventViews.UNSETTLED.stream().sorted().map(word -> "'" + word + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String ONGOING = "%1$s.begins_at <= :now and (%1$s.ends_at > :now or %1$s.ends_at is null)";

    private static final List<String> PARTICIPANT = List.of("participantId", "role");

    private EventListing() {
    }

    /** @param type null for all types */
    static Listing of(String type, Clock clock) {
        return of(type, clock, "start");
    }

    /**
     * @param type null for all types
     * @param sort the order unless the request says another
     */
    static Listing of(String type, Clock clock, String sort) {
        Listing all = new Listing("record r join event e on e.id = r.id" + (type == null ? "" : " and e.event_type = '" + type + "'"), sort)
                .sort("start", "e.order_key", "bigint").sort("name", "r.sort_name", "text")
                .filter(PARTICIPANT, EventListing::participant);
        Listing ofOne = ofActor(type, sort).filter(PARTICIPANT, EventListing::oneParticipant);
        return filtered(all, "e", type, clock).instead(request -> request.all("participantId").size() == 1, filtered(ofOne, "a", type, clock));
    }

    /**
     * What one actor did, for whom {@code a.actor_id} has to be compared.
     *
     * @param sort the order unless the request says another
     */
    static Listing ofActor(Clock clock, String sort) {
        return filtered(ofActor((String) null, sort).filter(PARTICIPANT, EventListing::participant), "a", null, clock);
    }

    /** By what sorts the events beside the actor: one index gives the rows in their order. What no condition speaks of, the database leaves out. */
    private static Listing ofActor(String type, String sort) {
        return new Listing("event_actor a left join event e on e.id = a.event_id", "a.event_id",
                type == null ? "" : "e.event_type = '" + type + "'", sort)
                .sort("start", "a.order_key", "bigint").sort("name", "a.sort_name", "text");
    }

    /** @param sorted the table that has {@code order_key} */
    private static Listing filtered(Listing listing, String sorted, String type, Clock clock) {
        listing.words("status", "e.status = any(:status)")
                .filter("phase", (where, p) -> where.and("(" + p.all("phase").stream().map(phase -> phase(phase, sorted, clock))
                        .collect(Collectors.joining(" or ")) + ")", "now", clock.instant()))
                .filter(List.of("startFrom", "startTo"), (where, p) -> period(where, p, sorted))
                .uuids("placeStateId", "e.place_state_id = any(:placeStateId)")
                .filter("city", (where, p) -> where.and("e.city_folded collate \"C\" = :city", "city", Folding.fold(p.one("city").orElseThrow())))
                .uuids("seriesId", "e.series_id = any(:seriesId)")
                .uuids("partOfId", "e.part_of_id = any(:partOfId)")
                .uuids("sourceId", """
                        e.id in (select c.record_id from citation c where c.source_id = any(:sourceId)
                           union select n.event_id from citation c join participation n on n.id = c.record_id where c.source_id = any(:sourceId)
                           union select s.declaration_id from citation c join signature s on s.id = c.record_id where c.source_id = any(:sourceId)
                           union select m.declaration_id from citation c join commitment m on m.id = c.record_id where c.source_id = any(:sourceId))""")
                .filter("needsConfirmation", (where, p) -> {
                    String unsettled = "e.status in " + UNSETTLED + " and e.ends_at <= :confirmedBy";
                    where.and(p.flag("needsConfirmation").orElseThrow() ? unsettled : "(" + unsettled + ") is not true", "confirmedBy", Instant.now(clock));
                });
        if (!"summit".equals(type)) {
            listing.words("kind", "e.kind = any(:kind)");
        }
        if (type == null) {
            listing.words("recordType", "e.event_type = any(:recordType)");
        }
        return listing;
    }

    /**
     * With where in the order of start such events begin, or the order would be searched from its first event. The + 0 keeps the
     * search for that place itself from doing so.
     */
    private static String phase(String phase, String sorted, Clock clock) {
        return switch (phase) {
            // no zone is a day behind
            case "upcoming" -> "e.begins_at > :now and " + sorted + ".order_key >= " + orderKey(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
            case "past" -> "e.ends_at <= :now";
            default -> ONGOING.formatted("e") + " and " + sorted + ".order_key >= (select min(x.order_key + 0) from event x where " + ONGOING.formatted("x") + ")";
        };
    }

    /** What starts before the range and reaches into it holds its first day: in the order of start nothing before these fits. */
    private static void period(Where where, RequestParameters p, String sorted) {
        where.and("e.period && daterange(cast(:startFrom as date), cast(:startTo as date), '[]')")
                .with("startFrom", p.one("startFrom").orElse(null)).with("startTo", p.one("startTo").orElse(null));
        p.day("startFrom").ifPresent(day -> where.and(sorted + ".order_key >= (select least(" + orderKey(day)
                + ", min(x.order_key + 0)) from event x where x.period @> cast(:startFrom as date))"));
        if (!p.has("startFrom")) {
            // nothing that starts later fits; but a start before some day has no first one, and sorts at the end
            p.day("startTo").ifPresent(day -> where.and(sorted + ".order_key <= (select case when exists (select 1 from event x where x.period @> date '-infinity')"
                    + " then " + EventTime.UNKNOWN_ORDER + " else " + (orderKey(day.plusDays(1)) - 1) + " end)"));
        }
    }

    private static long orderKey(LocalDate day) {
        return EventTime.orderKey(new EventTime(PartialDate.ofDay(day), null, null, null), 0);
    }

    /**
     * Who took part, or in whose name; together with a role, who did so in that role. As an array, the ids of what one actor did are
     * looked up: joined to the events, all events were read for somebody who was everywhere.
     */
    private static void participant(Where where, RequestParameters p) {
        String role = "";
        if (p.has("role")) {
            where.with("role", p.all("role").toArray(String[]::new));
            role = " and n.role = any(:role)";
        }
        if (p.has("participantId")) {
            where.any("e.id = any(array(select n.event_id from participation n where n.actor_id = any(:participantId)" + role
                    + " union select n.event_id from participation n where n.on_behalf_of_id = any(:participantId)" + role + "))",
                    "participantId", p.uuids("participantId").toArray(UUID[]::new));
        } else {
            where.and("e.id in (select n.event_id from participation n where true" + role + ")");
        }
    }

    /** The same of one actor. The role is looked up for each event in turn: as a condition of its own it would be for all that the actor did. */
    private static void oneParticipant(Where where, RequestParameters p) {
        where.and("a.actor_id = :participantId", "participantId", p.uuids("participantId").get(0));
        if (p.has("role")) {
            where.and("""
                    coalesce((select true from participation n where n.event_id = a.event_id and n.role = any(:role)
                        and (n.actor_id = :participantId or n.on_behalf_of_id = :participantId) limit 1), false)""",
                    "role", p.all("role").toArray(String[]::new));
        }
    }
}
