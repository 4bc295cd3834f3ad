package org.chancery.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.Standing;
import org.chancery.api.model.StandingKind;
import org.chancery.api.model.StandingOffice;
import org.chancery.occupancy.Holdings.Holding;
import org.chancery.occupancy.Holdings;
import org.chancery.paging.Listing;
import org.chancery.paging.Where;
import org.chancery.record.AsOf;
import org.chancery.record.Dates;
import org.chancery.record.Labels;

/** Leader, official or none: derived from the offices that a person holds on a date, never stored. */
@ApplicationScoped
class Standings {
    /** On a list of one standing, the office asked for is one that gives it. */
    private static final Map<String, String> KINDS = Map.of("listLeaders", "leader", "listOfficials", "official");

    private final AsOf asOf;

    Standings(AsOf asOf) {
        this.asOf = asOf;
    }

    Standing view(List<Holding> held, Labels.Labelled labelled) {
        return new Standing().kind(kind(held)).asOf(asOf.day().toString()).offices(held.stream().map(office -> new StandingOffice()
                .occupancyId(office.occupancyId()).positionId(office.positionId()).positionName(labelled.show(office.positionId()))
                .functions(office.functions()).actorId(office.actorId()).actorType(ActorType.fromValue(office.actorType()))
                .actorName(labelled.show(office.actorId())).since(Dates.view(office.start())).acting(office.acting())
                .leads(office.leads()).certainty(office.certainty())).toList());
    }

    private static StandingKind kind(List<Holding> held) {
        return held.stream().anyMatch(Holding::leads) ? StandingKind.LEADER
                : held.isEmpty() ? StandingKind.NONE : StandingKind.OFFICIAL;
    }

    /** The filters on standing and on the office that gives it: together one office must satisfy them. */
    Listing filter(Listing listing) {
        return listing.view("asOf").view("asOfMode").filter(List.of("standing", "ofActorId", "positionId", "function"), (where, p) -> {
            where.with("asOf", asOf.day());
            StringBuilder office = new StringBuilder(Holdings.held(asOf.certainOnly()));
            if (p.has("ofActorId")) {
                office.append(" and p.actor_id = any(:ofActorId)");
                where.with("ofActorId", p.uuids("ofActorId").toArray(UUID[]::new));
            }
            if (p.has("positionId")) {
                office.append(" and o.position_id = any(:positionId)");
                where.with("positionId", p.uuids("positionId").toArray(UUID[]::new));
            }
            if (p.has("function")) {
                office.append(" and ").append(Holdings.FUNCTION);
                where.with("function", p.all("function").toArray(String[]::new));
            }
            List<String> kinds = p.has("standing") ? p.all("standing") : List.of(KINDS.getOrDefault(p.operationId(), "any"));
            where.and("(" + String.join(" or ", kinds.stream().map(kind -> condition(kind, office.toString())).toList()) + ")");
        });
    }

    /** Only persons of this standing, whatever else is asked for. */
    void restrict(Where where, StandingKind kind) {
        where.with("asOf", asOf.day()).and(condition(kind.toString(), Holdings.held(asOf.certainOnly())));
    }

    /** Of a person with this standing who holds such an office. */
    private String condition(String kind, String office) {
        String leads = holds(Holdings.held(asOf.certainOnly()) + " and " + Holdings.LEADS);
        return switch (kind) {
            case "leader" -> holds(office + " and " + Holdings.LEADS);
            case "official" -> "(" + holds(office) + " and not " + leads + ")";
            case "none" -> "(not " + holds(Holdings.held(asOf.certainOnly())) + ")";
            default -> holds(office);
        };
    }

    private static String holds(String office) {
        return "exists (select 1 from occupancy o join position p on p.id = o.position_id where o.person_id = r.id and " + office + ")";
    }
}
