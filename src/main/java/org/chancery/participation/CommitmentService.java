package org.chancery.participation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.Commitment;
import org.chancery.api.model.CommitmentCreate;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Commitments of a declaration, and across declarations. */
@Singleton
public class CommitmentService extends SubRecordService<CommitmentEntity, CommitmentCreate, Commitment> {
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    CommitmentService(EntitySummaries entities, AsOf asOf) {
        super(RecordType.COMMITMENT, CommitmentEntity.class, CommitmentCreate.class, Commitment::getVersion, "declaration_id");
        this.entities = entities;
        this.asOf = asOf;
        listing = new Listing("record r join commitment e on e.id = r.id", "due").sort("due", "e.due_key", "date")
                .uuids("obligorId", "e.obligor_id = any(:obligorId)").uuids("beneficiaryId", "e.beneficiary_id = any(:beneficiaryId)")
                .words("status", "e.status = any(:status)")
                .filter("dueFrom", (where, p) -> where.and("(e.due_latest >= :dueFrom or e.due_earliest is not null and e.due_latest is null)",
                        "dueFrom", p.day("dueFrom").orElseThrow()))
                .filter("dueTo", (where, p) -> where.and("(e.due_earliest <= :dueTo or e.due_latest is not null and e.due_earliest is null)",
                        "dueTo", p.day("dueTo").orElseThrow()));
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected CommitmentEntity blank() {
        return new CommitmentEntity();
    }

    @Override
    protected void belong(CommitmentEntity row, UUID eventId) {
        row.declarationId = eventId;
    }

    @Override
    protected void write(CommitmentCreate document, CommitmentEntity row, Draft draft) {
        draft.refer("/obligorId", document.getObligorId(), (id, type) -> {
            row.obligorId = id;
            row.obligorType = type == null ? null : type.word();
        }, RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);
        row.obligorReportedName = document.getObligorReportedName();
        draft.refer("/beneficiaryId", document.getBeneficiaryId(), (id, type) -> {
            row.beneficiaryId = id;
            row.beneficiaryType = type == null ? null : type.word();
        }, RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);
        row.beneficiaryReportedName = document.getBeneficiaryReportedName();
        row.text = document.getText();
        row.lang = document.getLang();
        row.translation = document.getTranslation();
        row.due = draft.date("/due", document.getDue());
        row.condition = document.getCondition();
        row.status = document.getStatus();
        draft.citations(document.getCitations());
    }

    @Override
    protected CommitmentCreate document(CommitmentEntity row) {
        return new CommitmentCreate().obligorId(row.obligorId).obligorReportedName(row.obligorReportedName).beneficiaryId(row.beneficiaryId)
                .beneficiaryReportedName(row.beneficiaryReportedName).text(row.text).lang(row.lang).translation(row.translation)
                .due(DateColumns.edtf(row.due)).condition(row.condition).status(row.status);
    }

    @Override
    protected void common(CommitmentCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.citations(cited);
    }

    /** Commitments of declarations in order of their due dates; two statements. */
    public Map<UUID, List<Commitment>> ofDeclarations(Collection<UUID> declarations) {
        return show(database.createQuery("from CommitmentEntity e where e.declarationId in :ids order by e.due.earliest nulls last, e.id",
                CommitmentEntity.class).setParameter("ids", declarations).getResultList(), Collections.emptyMap(), Collections.emptyMap()).stream()
                .collect(Collectors.groupingBy(Commitment::getDeclarationId));
    }

    @Override
    protected List<Commitment> views(List<CommitmentEntity> rows) {
        return show(rows, asOf.includes("obligor") ? entities.of(rows.stream().map(row -> row.obligorId).toList()) : Collections.emptyMap(),
                asOf.includes("beneficiary") ? entities.of(rows.stream().map(row -> row.beneficiaryId).toList()) : Collections.emptyMap());
    }

    private List<Commitment> show(List<CommitmentEntity> rows, Map<UUID, EntitySummary> obligors, Map<UUID, EntitySummary> beneficiaries) {
        List<UUID> shown = new ArrayList<>();
        rows.forEach(row -> {
            shown.add(row.obligorId);
            shown.add(row.beneficiaryId);
        });
        Labels.Labelled labelled = labels.of(shown);
        return rows.stream().map(row -> new Commitment().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt())).declarationId(row.declarationId)
                .obligorId(row.obligorId).obligorName(labelled.show(row.obligorId)).obligorReportedName(row.obligorReportedName)
                .beneficiaryId(row.beneficiaryId).beneficiaryName(labelled.show(row.beneficiaryId))
                .beneficiaryReportedName(row.beneficiaryReportedName).text(row.text).lang(row.lang).translation(row.translation)
                .due(Dates.view(row.due)).condition(row.condition).status(row.status)
                .obligor(obligors.get(row.obligorId)).beneficiary(beneficiaries.get(row.beneficiaryId))).toList();
    }
}
