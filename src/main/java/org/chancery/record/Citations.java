package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.CitationInput;
import org.chancery.contract.Contract;
import org.chancery.problem.Errors;
import org.chancery.time.PartialDate;

/** Keeps the citations that are written with a record. */
@ApplicationScoped
class Citations {
    private final EntityManager database;
    private final Contract contract;

    Citations(EntityManager database, Contract contract) {
        this.database = database;
        this.contract = contract;
    }

    /** As they were written. */
    List<CitationInput> of(UUID recordId) {
        return rows(recordId).stream().map(row -> new CitationInput().sourceId(row.sourceId).field(row.field.isEmpty() ? null : row.field)
                .stance(row.stance.equals("supports") ? null : row.stance).quote(row.quote).quoteLang(row.quoteLang)
                .translation(row.translation).attestsOn(DateColumns.edtf(row.attestsOn)).confidence(row.confidence)
                .originId(row.originId)).toList();
    }

    /** Refuses a citation of a field that the record cannot have. */
    void check(List<CitationInput> inputs, String schema, Draft draft) {
        for (int i = 0; i < inputs.size(); i++) {
            String field = inputs.get(i).getField();
            if (field != null && !field.isEmpty()) {
                String member = field.substring(1).split("/", 2)[0].replace("~1", "/").replace("~0", "~");
                if (!contract.schema(schema).path("properties").has(member)) {
                    draft.violated(Errors.pointer("/citations", i, "field"), "unknown-field", "is not a member that can be written");
                }
            }
        }
    }

    /** Replaces the citations of a record. */
    void write(UUID recordId, List<CitationInput> inputs) {
        rows(recordId).forEach(database::remove);
        List<CitationEntity> added = new ArrayList<>();
        for (CitationInput input : inputs) {
            CitationEntity row = new CitationEntity();
            row.id = Ids.next();
            row.recordId = recordId;
            row.ordinal = added.size();
            row.sourceId = input.getSourceId();
            row.field = input.getField() == null ? "" : input.getField();
            row.stance = input.getStance() == null ? "supports" : input.getStance();
            row.quote = input.getQuote();
            row.quoteLang = input.getQuoteLang();
            row.translation = input.getTranslation();
            row.attestsOn = input.getAttestsOn() == null ? null
                    : new DateColumns(PartialDate.parse(input.getAttestsOn()));
            row.confidence = input.getConfidence();
            row.originId = input.getOriginId();
            added.add(row);
        }
        added.forEach(database::persist);
    }

    private List<CitationEntity> rows(UUID recordId) {
        return database.createQuery("from CitationEntity where recordId = :id order by ordinal", CitationEntity.class)
                .setParameter("id", recordId).getResultList();
    }
}
