package org.chancery.participation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Signature;
import org.chancery.api.model.SignatureCreate;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Signatures of a declaration. Nobody does the same on one date twice. */
@Singleton
public class SignatureService extends SubRecordService<SignatureEntity, SignatureCreate, Signature> {
    private final Capacities capacities;
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    SignatureService(Capacities capacities, EntitySummaries entities, AsOf asOf) {
        super(RecordType.SIGNATURE, SignatureEntity.class, SignatureCreate.class, Signature::getVersion, "declaration_id");
        this.capacities = capacities;
        this.entities = entities;
        this.asOf = asOf;
        listing = new Listing("record r join signature e on e.id = r.id", "date").sort("date", "e.date_key", "date");
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected SignatureEntity blank() {
        return new SignatureEntity();
    }

    @Override
    protected void belong(SignatureEntity row, UUID eventId) {
        row.declarationId = eventId;
    }

    @Override
    protected void write(SignatureCreate document, SignatureEntity row, Draft draft) {
        row.action = document.getAction();
        row.date = draft.date("/date", document.getDate());
        row.act(document.getActorId(), document.getOnBehalfOfId(), document.getCapacity(), draft);
        draft.citations(document.getCitations());
    }

    @Override
    protected SignatureCreate document(SignatureEntity row) {
        return new SignatureCreate().actorId(row.actorId).onBehalfOfId(row.onBehalfOfId).action(row.action).date(DateColumns.edtf(row.date))
                .capacity(row.capacity.input());
    }

    @Override
    protected void common(SignatureCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.citations(cited);
    }

    @Override
    protected void changing(SignatureEntity row, ObjectNode before, ObjectNode after) {
        row.thaw = Stream.of("actorId", "onBehalfOfId", "capacity", "date").anyMatch(member -> !Objects.equals(before.get(member), after.get(member)));
    }

    /** The capacity on the day of the signature, or, where that is not known, of the declaration. */
    @Override
    protected void ready(List<SignatureEntity> rows) {
        SignatureEntity row = rows.get(0);
        refuseTaken("signature_taken", """
                select id from signature where declaration_id = :declaration and actor_id = :actor and action = :action and id <> :id
                   and coalesce(date_edtf, '') = :date""", Map.of("declaration", row.declarationId, "actor", row.actorId, "action", row.action,
                "id", row.id(), "date", row.date == null ? "" : row.date.edtf()));
        LocalDate[] days = row.date == null ? days(row.declarationId) : new LocalDate[] {row.date.earliest(), row.date.latest()};
        capacities.freeze(rows, days[0], days[1]);
    }

    /** Signatures of declarations in order of their dates; two statements. */
    public Map<UUID, List<Signature>> ofDeclarations(Collection<UUID> declarations) {
        return show(database.createQuery("from SignatureEntity e where e.declarationId in :ids order by e.date.earliest nulls last, e.id",
                SignatureEntity.class).setParameter("ids", declarations).getResultList(), Collections.emptyMap()).stream()
                .collect(Collectors.groupingBy(Signature::getDeclarationId));
    }

    @Override
    protected List<Signature> views(List<SignatureEntity> rows) {
        return show(rows, asOf.includes("actor") ? entities.of(rows.stream().map(row -> row.actorId).toList()) : Collections.emptyMap());
    }

    private List<Signature> show(List<SignatureEntity> rows, Map<UUID, EntitySummary> actors) {
        List<UUID> shown = new ArrayList<>();
        rows.forEach(row -> {
            shown.add(row.actorId);
            shown.add(row.onBehalfOfId);
        });
        Labels.Labelled labelled = labels.of(shown);
        return rows.stream().map(row -> new Signature().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt())).declarationId(row.declarationId)
                .actorId(row.actorId).actorName(labelled.show(row.actorId)).onBehalfOfId(row.onBehalfOfId)
                .onBehalfOfName(labelled.show(row.onBehalfOfId)).action(row.action).date(Dates.view(row.date))
                .capacity(row.capacity.view()).actor(actors.get(row.actorId))).toList();
    }
}
