package org.chancery.declaration;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.chancery.event.EventEntity;
import org.chancery.record.RecordType;

/** What a declaration has beside what all events have. */
@Entity
@Table(name = "declaration")
@DiscriminatorValue("declaration")
public class DeclarationEntity extends EventEntity {
    public String textStatus;
    @ElementCollection
    @CollectionTable(name = "excerpt", joinColumns = @JoinColumn(name = "declaration_id"))
    @OrderColumn(name = "ordinal")
    public List<ExcerptValue> excerpts = new ArrayList<>();

    @Override
    public RecordType recordType() {
        return RecordType.DECLARATION;
    }
}
