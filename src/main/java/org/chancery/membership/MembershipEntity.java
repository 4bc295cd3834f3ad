package org.chancery.membership;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.chancery.api.model.Certainty;
import org.chancery.api.model.Membership;
import org.chancery.api.model.MembershipCreate;
import org.chancery.occupancy.TenureEntity;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.RecordType;

/** An actor in an organization, for some time. */
@Entity
@Table(name = "membership")
@DiscriminatorValue("membership")
public class MembershipEntity extends TenureEntity {
    public UUID memberId;
    public String memberType;
    public UUID organizationId;
    public String role;
    public String status;

    @Override
    public RecordType recordType() {
        return RecordType.MEMBERSHIP;
    }

    void time(MembershipCreate document, Draft draft) {
        start = draft.date("/start", document.getStart());
        end = draft.date("/end", document.getEnd());
        ended = Boolean.TRUE.equals(document.getEnded());
        draft.inOrder(start, "/end", end);
    }

    MembershipCreate time(MembershipCreate document) {
        return document.start(DateColumns.edtf(start)).end(DateColumns.edtf(end)).ended(ended ? true : null);
    }

    Membership time(Membership view, AsOf asOf) {
        Certainty certainty = certainty(asOf);
        return view.start(Dates.view(start)).end(Dates.view(end)).ended(ended).attestedFrom(Dates.day(attestedFrom))
                .attestedTo(Dates.day(attestedTo)).certainty(certainty);
    }
}
