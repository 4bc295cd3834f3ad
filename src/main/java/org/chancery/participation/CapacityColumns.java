package org.chancery.participation;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.Capacity;
import org.chancery.api.model.CapacityBasis;
import org.chancery.api.model.CapacityInput;
import org.chancery.api.model.StandingKind;

/** In which capacity somebody acts, frozen when it was written: titles and functions are copies. */
@Embeddable
public class CapacityColumns {
    String basis = "none";
    String title;
    String titleLang;
    boolean titleAsserted;
    UUID occupancyId;
    boolean occupancyAsserted;
    UUID positionId;
    String[] functions = {};
    String standing;

    Capacity view() {
        return new Capacity().basis(CapacityBasis.fromValue(basis)).title(title).titleLang(titleLang).occupancyId(occupancyId)
                .positionId(positionId).functions(List.of(functions)).standing(standing == null ? null : StandingKind.fromValue(standing));
    }

    /**
     * What a source asserts of it; what the server found out is not part of the document. Of an asserted occupancy that was
     * retracted the title is left.
     */
    CapacityInput input() {
        return !basis.equals("asserted") ? null : new CapacityInput().occupancyId(occupancyAsserted ? occupancyId : null)
                .title(showsTitle() ? title : null).titleLang(showsTitle() ? titleLang : null);
    }

    private boolean showsTitle() {
        return titleAsserted || occupancyId == null;
    }
}
