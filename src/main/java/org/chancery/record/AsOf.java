package org.chancery.record;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.Set;
import org.chancery.contract.RequestParameters;
import org.chancery.paging.Listing;

/** The date for which this request's answer holds ({@code asOf}, default today in UTC, or the day of {@code asKnownAt}), and what it nests ({@code include}). */
@RequestScoped
public class AsOf {
    /** They answer for one date, that of today where the request names none. */
    private static final Set<String> DATED = Set.of("listOrganizationMembers");

    private final RequestParameters parameters;
    private final AnswerClock clock;

    AsOf(RequestParameters parameters, AnswerClock clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    public LocalDate day() {
        return parameters.day("asOf").orElseGet(() -> LocalDate.now(clock));
    }

    /** Whether the answer is for one date alone; else undated questions get all there ever was. */
    public boolean given() {
        return parameters.has("asOf") || DATED.contains(parameters.operationId());
    }

    /** Whether what imprecise dates leave in doubt does not count. */
    public boolean certainOnly() {
        return parameters.one("asOfMode").filter("certain"::equals).isPresent();
    }

    public boolean includes(String member) {
        return parameters.all("include").contains(member);
    }

    /**
     * Only what existed on the date. Where a bound is imprecise or unknown the record counts unless certainty is asked
     * for; unknown bounds are open either way.
     */
    public static Listing existing(Listing listing, String from, String to) {
        return listing.filter("asOf", (where, p) -> {
            boolean certain = p.one("asOfMode").filter("certain"::equals).isPresent();
            String start = from + (certain ? "_latest" : "_earliest");
            String end = to + (certain ? "_earliest" : "_latest");
            where.and("(" + start + " is null or " + start + " <= :asOf) and (" + end + " is null or " + end + " >= :asOf)",
                    "asOf", p.day("asOf").orElseThrow());
        }).view("asOfMode");
    }
}
