package org.chancery.participation;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.chancery.api.model.CapacityInput;
import org.chancery.record.Draft;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** Somebody acts at an event, perhaps in somebody's name, in a capacity: what participations and signatures share. */
@MappedSuperclass
public abstract class ActingEntity extends RegistryRecord {
    public UUID actorId;
    public String actorType;
    public UUID onBehalfOfId;
    public String onBehalfOfType;
    @Embedded
    @EmbeddedColumnNaming("capacity_%s")
    public CapacityColumns capacity = new CapacityColumns();
    /** What the document in hand asserts; null where it leaves the capacity to the server. */
    @Transient
    public CapacityInput asserted;
    /** Whether the capacity is to be determined (anew). */
    @Transient
    public boolean thaw = true;

    void act(UUID actor, UUID behalf, CapacityInput input, Draft draft) {
        asserted = input;
        draft.refer("/actorId", actor, (id, type) -> {
            actorId = id;
            actorType = type == null ? null : type.word();
        }, RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);
        draft.refer("/onBehalfOfId", behalf, (id, type) -> {
            onBehalfOfId = id;
            onBehalfOfType = type == null ? null : type.word();
        }, RecordType.STATE, RecordType.ORGANIZATION);
        if (input != null) {
            draft.refer("/capacity/occupancyId", input.getOccupancyId(), id -> { }, RecordType.OCCUPANCY);
            if (input.getTitle() != null && input.getTitleLang() == null) {
                draft.violated("/capacity/titleLang", "required", "is required with a title");
            }
            if (input.getTitle() == null && input.getOccupancyId() == null) {
                draft.violated("/capacity/title", "required", "a capacity needs a title or an occupancyId");
            }
        }
    }
}
