package org.chancery.state;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.OfficeHolder;
import org.chancery.api.model.State;
import org.chancery.api.model.StateCreate;
import org.chancery.occupancy.OfficeHolders;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.succession.Successions;

/** States, with what they succeed and, where asked for, who leads them. */
@Singleton
public class StateService extends RecordService<StateEntity, StateCreate, State> {
    private final Successions successions;
    private final OfficeHolders holders;
    private final AsOf asOf;
    private final Listing listing;

    StateService(Successions successions, OfficeHolders holders, AsOf asOf) {
        super(RecordType.STATE, StateEntity.class, StateCreate.class, State::getVersion);
        this.successions = successions;
        this.holders = holders;
        this.asOf = asOf;
        listing = AsOf.existing(new Listing("record r join state e on e.id = r.id", "name"), "e.valid_from", "e.valid_to")
                .name().sort("name", "r.sort_name", "text")
                .filter("code", (where, p) -> where.and("""
                        r.id in (select i.record_id from identifier i
                                  where i.scheme in ('iso3166-1-alpha2', 'iso3166-1-alpha3', 'un-m49') and i.value = any(:code))""",
                        "code", p.all("code").stream().map(code -> code.toUpperCase(Locale.ROOT)).toArray(String[]::new)));
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected StateEntity blank() {
        return new StateEntity();
    }

    @Override
    protected void write(StateCreate document, StateEntity row, Draft draft) {
        draft.names(row, document.getNames());
        draft.identifiers(row, document.getIdentifiers(), schemes(document.getIdentifiers()));
        draft.citations(document.getCitations());
        row.unStatus = document.getUnStatus();
        row.capital = document.getCapital();
        row.region = document.getRegion();
        row.validFrom = draft.date("/validFrom", document.getValidFrom());
        row.validTo = draft.date("/validTo", document.getValidTo());
        draft.inOrder(row.validFrom, "/validTo", row.validTo);
        draft.referAll("/predecessorIds", document.getPredecessorIds(), RecordType.STATE);
    }

    @Override
    protected StateCreate document(StateEntity row) {
        return new StateCreate().unStatus(row.unStatus).capital(row.capital).region(row.region)
                .validFrom(DateColumns.edtf(row.validFrom)).validTo(DateColumns.edtf(row.validTo))
                .predecessorIds(successions.of(List.of(row.id())).get(row.id()).predecessors());
    }

    @Override
    protected void common(StateCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.names(names).identifiers(identifiers).citations(cited);
    }

    @Override
    protected void written(StateEntity row, StateCreate document, boolean created) {
        successions.write(row.id(), RecordType.STATE, Draft.list(document.getPredecessorIds()));
    }

    @Override
    protected List<State> views(List<StateEntity> rows) {
        List<UUID> ids = rows.stream().map(StateEntity::id).toList();
        Labels.Labelled labelled = labels.of(ids);
        Map<UUID, Successions.Neighbours> neighbours = successions.of(ids);
        Map<UUID, List<OfficeHolder>> leaders = asOf.includes("leaders") ? holders.leadersOf(ids) : null;
        return rows.stream().map(row -> new State().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .name(labelled.show(row.id())).identifiers(labelled.identifiers(row.id())).unStatus(row.unStatus).capital(row.capital)
                .region(row.region).validFrom(Dates.view(row.validFrom)).validTo(Dates.view(row.validTo))
                .predecessorIds(neighbours.get(row.id()).predecessors()).successorIds(neighbours.get(row.id()).successors())
                .names(asOf.includes("names") ? labelled.names(row.id()) : null)
                .leaders(leaders == null ? null : leaders.getOrDefault(row.id(), List.of()))).toList();
    }
}
