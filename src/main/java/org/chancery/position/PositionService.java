package org.chancery.position;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.OfficeHolder;
import org.chancery.api.model.Position;
import org.chancery.api.model.PositionCreate;
import org.chancery.api.model.PositionFunctionInput;
import org.chancery.api.model.PositionFunctionTerm;
import org.chancery.entity.EntitySummaries;
import org.chancery.occupancy.Attestations;
import org.chancery.occupancy.Holdings;
import org.chancery.occupancy.OfficeHolders;
import org.chancery.paging.Listing;
import org.chancery.problem.Errors;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;

/** Positions, with their functions. */
@Singleton
public class PositionService extends RecordService<PositionEntity, PositionCreate, Position> {
    private final Attestations attestations;
    private final OfficeHolders holders;
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    PositionService(Attestations attestations, OfficeHolders holders, EntitySummaries entities, AsOf asOf) {
        super(RecordType.POSITION, PositionEntity.class, PositionCreate.class, Position::getVersion);
        this.attestations = attestations;
        this.holders = holders;
        this.entities = entities;
        this.asOf = asOf;
        listing = AsOf.existing(new Listing("record r join position p on p.id = r.id", "name"), "p.valid_from", "p.valid_to")
                .name().sort("name", "r.sort_name", "text")
                .uuids("actorId", "p.actor_id = any(:actorId)")
                .filter("function", (where, p) -> where.and(asOf.given() ? Holdings.FUNCTION
                        : "p.id in (select f.position_id from position_function f where f.function = any(:function))",
                        "function", p.all("function").toArray(String[]::new)));
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected String fetched() {
        return "left join fetch e.functions";
    }

    @Override
    protected PositionEntity blank() {
        return new PositionEntity();
    }

    @Override
    protected void write(PositionCreate document, PositionEntity row, Draft draft) {
        draft.names(row, document.getNames());
        draft.identifiers(row, document.getIdentifiers(), schemes(document.getIdentifiers()));
        draft.citations(document.getCitations());
        row.description = document.getDescription();
        row.seats = document.getSeats();
        row.validFrom = draft.date("/validFrom", document.getValidFrom());
        row.validTo = draft.date("/validTo", document.getValidTo());
        draft.inOrder(row.validFrom, "/validTo", row.validTo);
        row.functions.clear();
        for (PositionFunctionInput input : Draft.list(document.getFunctions())) {
            String pointer = Errors.pointer("/functions", row.functions.size());
            FunctionValue value = new FunctionValue();
            value.function = input.getFunction();
            value.validFrom = draft.date(pointer + "/validFrom", input.getValidFrom());
            value.validTo = draft.date(pointer + "/validTo", input.getValidTo());
            draft.inOrder(value.validFrom, pointer + "/validTo", value.validTo);
            row.functions.add(value);
        }
        draft.refer("/actorId", document.getActorId(), (id, type) -> {
            row.actorId = id;
            row.actorType = type.word();
        }, RecordType.STATE, RecordType.ORGANIZATION);
    }

    @Override
    protected PositionCreate document(PositionEntity row) {
        return new PositionCreate().actorId(row.actorId).description(row.description).seats(row.seats)
                .validFrom(DateColumns.edtf(row.validFrom)).validTo(DateColumns.edtf(row.validTo))
                .functions(row.functions.stream().map(value -> new PositionFunctionInput().function(value.function)
                        .validFrom(DateColumns.edtf(value.validFrom)).validTo(DateColumns.edtf(value.validTo))).toList());
    }

    @Override
    protected void common(PositionCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.names(names).identifiers(identifiers).citations(cited);
    }

    @Override
    protected void written(PositionEntity row, PositionCreate document, boolean created) {
        if (!created) {
            attestations.supersede(List.of(row.id()));
        }
    }

    @Override
    protected List<Position> views(List<PositionEntity> rows) {
        List<UUID> ids = rows.stream().map(PositionEntity::id).toList();
        List<UUID> shown = new ArrayList<>(ids);
        rows.forEach(row -> shown.add(row.actorId));
        Labels.Labelled labelled = labels.of(shown);
        Map<UUID, List<OfficeHolder>> held = asOf.includes("holders") ? holders.ofPositions(ids) : null;
        Map<UUID, EntitySummary> actors = asOf.includes("actor") ? entities.of(rows.stream().map(row -> row.actorId).toList()) : Collections.emptyMap();
        return rows.stream().map(row -> new Position().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .name(labelled.show(row.id())).identifiers(labelled.identifiers(row.id())).description(row.description)
                .actorId(row.actorId).actorName(labelled.show(row.actorId)).seats(row.seats)
                .validFrom(Dates.view(row.validFrom)).validTo(Dates.view(row.validTo))
                .functions(row.functions.stream().map(value -> new PositionFunctionTerm().function(value.function)
                        .validFrom(Dates.view(value.validFrom)).validTo(Dates.view(value.validTo))).toList())
                .names(asOf.includes("names") ? labelled.names(row.id()) : null)
                .actor(actors.get(row.actorId)).holders(held == null ? null : held.getOrDefault(row.id(), List.of()))).toList();
    }
}
