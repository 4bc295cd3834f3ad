package org.chancery.series;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Series;
import org.chancery.api.model.SeriesCreate;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;

/** Series of events. */
@Singleton
public class SeriesService extends RecordService<SeriesEntity, SeriesCreate, Series> {
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    SeriesService(EntitySummaries entities, AsOf asOf) {
        super(RecordType.SERIES, SeriesEntity.class, SeriesCreate.class, Series::getVersion);
        this.entities = entities;
        this.asOf = asOf;
        listing = new Listing("record r join series e on e.id = r.id", "name").name().sort("name", "r.sort_name", "text")
                .uuids("organizationId", "e.organization_id = any(:organizationId)");
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected SeriesEntity blank() {
        return new SeriesEntity();
    }

    @Override
    protected void write(SeriesCreate document, SeriesEntity row, Draft draft) {
        draft.names(row, document.getNames());
        draft.identifiers(row, document.getIdentifiers(), schemes(document.getIdentifiers()));
        draft.citations(document.getCitations());
        row.description = document.getDescription();
        draft.refer("/organizationId", document.getOrganizationId(), id -> row.organizationId = id, RecordType.ORGANIZATION);
    }

    @Override
    protected SeriesCreate document(SeriesEntity row) {
        return new SeriesCreate().description(row.description).organizationId(row.organizationId);
    }

    @Override
    protected void common(SeriesCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.names(names).identifiers(identifiers).citations(cited);
    }

    /** Series by their ids, in two statements; null ids are passed over. */
    public Map<UUID, Series> of(Collection<UUID> ids) {
        List<UUID> wanted = ids.stream().filter(Objects::nonNull).distinct().toList();
        return wanted.isEmpty() ? Collections.emptyMap() : show(rows(wanted), Collections.emptyMap(), false).stream()
                .collect(Collectors.toMap(Series::getId, Function.identity()));
    }

    @Override
    protected List<Series> views(List<SeriesEntity> rows) {
        return show(rows, asOf.includes("organization") ? entities.of(rows.stream().map(row -> row.organizationId).toList()) : Collections.emptyMap(),
                asOf.includes("names"));
    }

    private List<Series> show(List<SeriesEntity> rows, Map<UUID, EntitySummary> organizations, boolean names) {
        List<UUID> shown = new ArrayList<>();
        rows.forEach(row -> {
            shown.add(row.id());
            shown.add(row.organizationId);
        });
        Labels.Labelled labelled = labels.of(shown);
        return rows.stream().map(row -> new Series().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .name(labelled.show(row.id())).identifiers(labelled.identifiers(row.id())).description(row.description)
                .organizationId(row.organizationId).organizationName(labelled.show(row.organizationId))
                .names(names ? labelled.names(row.id()) : null).organization(organizations.get(row.organizationId))).toList();
    }
}
