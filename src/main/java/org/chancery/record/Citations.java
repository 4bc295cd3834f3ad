package org.chancery.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
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
        return rows(recordId).stream().map(Citations::input).toList();
    }

    private static CitationInput input(CitationEntity row) {
        return new CitationInput().sourceId(row.sourceId).field(row.field.isEmpty() ? null : row.field)
                .stance(row.stance.equals("supports") ? null : row.stance).quote(row.quote).quoteLang(row.quoteLang)
                .translation(row.translation).attestsOn(DateColumns.edtf(row.attestsOn)).confidence(row.confidence).originId(row.originId);
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

    /** Replaces the citations of a record. One that stays as it is keeps its id, and so does one that is changed in its place. */
    void write(UUID recordId, List<CitationInput> inputs) {
        List<CitationEntity> left = new ArrayList<>(rows(recordId));
        CitationEntity[] written = new CitationEntity[inputs.size()];
        for (int i = 0; i < written.length; i++) {
            List<Object> content = content(inputs.get(i));
            written[i] = left.stream().filter(row -> content(input(row)).equals(content)).findFirst().orElse(null);
            left.remove(written[i]);
        }
        for (int i = 0; i < written.length; i++) {
            boolean added = written[i] == null && left.isEmpty();
            CitationEntity row = written[i] != null ? written[i] : added ? new CitationEntity() : left.remove(0);
            fill(row, inputs.get(i));
            row.ordinal = i;
            if (added) {
                row.id = Ids.next();
                row.recordId = recordId;
                database.persist(row);
            }
        }
        left.forEach(database::remove);
    }

    /** Hands the citations of a record on to another one, behind those that this one has. */
    void move(UUID from, UUID to) {
        database.createNativeQuery("""
                update citation set record_id = :to, ordinal = ordinal + (select count(*) from citation c where c.record_id = :to)
                 where record_id = :from""").setParameter("from", from).setParameter("to", to).executeUpdate();
    }

    private static List<Object> content(CitationInput input) {
        return Arrays.asList(input.getSourceId(), field(input), stance(input), input.getQuote(), input.getQuoteLang(), input.getTranslation(),
                input.getAttestsOn(), input.getConfidence(), input.getOriginId());
    }

    private static void fill(CitationEntity row, CitationInput input) {
        row.sourceId = input.getSourceId();
        row.field = field(input);
        row.stance = stance(input);
        row.quote = input.getQuote();
        row.quoteLang = input.getQuoteLang();
        row.translation = input.getTranslation();
        row.attestsOn = input.getAttestsOn() == null ? null : new DateColumns(PartialDate.parse(input.getAttestsOn()));
        row.confidence = input.getConfidence();
        row.originId = input.getOriginId();
    }

    private static String field(CitationInput input) {
        return input.getField() == null ? "" : input.getField();
    }

    private static String stance(CitationInput input) {
        return input.getStance() == null ? "supports" : input.getStance();
    }

    private List<CitationEntity> rows(UUID recordId) {
        return database.createQuery("from CitationEntity where recordId = :id order by ordinal", CitationEntity.class)
                .setParameter("id", recordId).getResultList();
    }
}
