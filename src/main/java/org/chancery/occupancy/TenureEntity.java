package org.chancery.occupancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.List;
import org.chancery.api.model.Certainty;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;

/** What occupancies and memberships share: a time in which they hold, perhaps or certainly, worked out by the database. */
@MappedSuperclass
public abstract class TenureEntity extends RegistryRecord {
    @Embedded
    @EmbeddedColumnNaming("start_%s")
    public DateColumns start;
    @Embedded
    @EmbeddedColumnNaming("end_%s")
    public DateColumns end;
    public boolean ended;
    /** Derived from citations by {@link Attestations}. */
    @Column(insertable = false, updatable = false)
    public LocalDate attestedFrom;
    @Column(insertable = false, updatable = false)
    public LocalDate attestedTo;
    @Formula("lower(certain_period)")
    private LocalDate certainFrom;
    @Formula("upper(certain_period)")
    private LocalDate certainUntil;
    @Formula("lower(possible_period)")
    private LocalDate possibleFrom;
    @Formula("upper(possible_period)")
    private LocalDate possibleUntil;
    @Formula("isempty(possible_period)")
    private boolean never;

    /** Whether it holds on the request's date, if the request names one. */
    public boolean holds(AsOf asOf) {
        if (!asOf.given()) {
            return true;
        }
        return asOf.certainOnly() ? certainly(asOf.day())
                : !never && (possibleFrom == null || !asOf.day().isBefore(possibleFrom)) && (possibleUntil == null || asOf.day().isBefore(possibleUntil));
    }

    /** Whether the dates leave a doubt; null where the request names no date. */
    protected Certainty certainty(AsOf asOf) {
        return !asOf.given() ? null : certainly(asOf.day()) ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    private boolean certainly(LocalDate day) {
        return certainFrom != null && !day.isBefore(certainFrom) && day.isBefore(certainUntil);
    }

    /** Filters on the time of row {@code e}. */
    public static Listing filter(Listing listing) {
        return listing
                .filter(List.of("asOf", "asOfMode"), (where, p) -> p.day("asOf").ifPresent(day -> where.and(
                        "e." + (p.one("asOfMode").filter("certain"::equals).isPresent() ? "certain" : "possible")
                        + "_period @> cast(:asOf as date)", "asOf", day)))
                .filter(List.of("heldFrom", "heldTo"), (where, p) -> where
                        .and("e.possible_period && daterange(cast(:heldFrom as date), cast(:heldTo as date), '[]')")
                        .with("heldFrom", p.one("heldFrom").orElse(null)).with("heldTo", p.one("heldTo").orElse(null)))
                .sort("start", "e.start_key", "date");
    }
}
