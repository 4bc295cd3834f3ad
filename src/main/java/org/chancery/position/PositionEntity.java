package org.chancery.position;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.record.DateColumns;
import org.chancery.record.RecordType;
import org.chancery.record.RegistryRecord;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** An office, whoever holds it. */
@Entity
@Table(name = "position")
@DiscriminatorValue("position")
public class PositionEntity extends RegistryRecord {
    public UUID actorId;
    public String actorType;
    public String description;
    public Integer seats;
    @Embedded
    @EmbeddedColumnNaming("valid_from_%s")
    public DateColumns validFrom;
    @Embedded
    @EmbeddedColumnNaming("valid_to_%s")
    public DateColumns validTo;
    @ElementCollection
    @CollectionTable(name = "position_function", joinColumns = @JoinColumn(name = "position_id"))
    @OrderColumn(name = "ordinal")
    public List<FunctionValue> functions = new ArrayList<>();

    @Override
    public RecordType recordType() {
        return RecordType.POSITION;
    }
}
