package org.chancery.source;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Source;
import org.chancery.api.model.SourceCreate;
import org.chancery.api.model.SourceSummary;
import org.chancery.occupancy.Attestations;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;

/** Sources. One URL names one source. */
@Singleton
public class SourceService extends RecordService<SourceEntity, SourceCreate, Source> {
    private final Attestations attestations;
    private final AsOf asOf;
    private final Listing listing;

    SourceService(Attestations attestations, AsOf asOf) {
        super(RecordType.SOURCE, SourceEntity.class, SourceCreate.class, Source::getVersion);
        this.attestations = attestations;
        this.asOf = asOf;
        listing = new Listing("record r join source e on e.id = r.id", "-published").sort("published", "e.published_key", "date")
                .filter("url", (where, p) -> where.and("e.url = :url", "url", p.one("url").orElseThrow()))
                .uuids("originId", "e.origin_id = any(:originId)");
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected SourceEntity blank() {
        return new SourceEntity();
    }

    @Override
    protected void write(SourceCreate document, SourceEntity row, Draft draft) {
        row.url = document.getUrl() == null ? null : document.getUrl().toString();
        row.reference = document.getReference();
        row.title = document.getTitle();
        row.publisher = document.getPublisher();
        row.author = document.getAuthor();
        row.lang = document.getLang();
        row.published = draft.date("/publishedDate", document.getPublishedDate());
        row.retrieved = draft.date("/retrievedDate", document.getRetrievedDate());
        row.note = document.getNote();
        if (row.url == null && row.reference == null && row.title == null) {
            draft.violated("/url", "required", "a source needs a url, a reference or a title");
        }
        if (row.url != null && !row.url.matches("(?i)https?://.+")) {
            draft.violated("/url", "url-scheme", "must begin with http:// or https://");
        }
        draft.refer("/originId", document.getOriginId(), id -> row.originId = id, RecordType.SOURCE);
    }

    @Override
    protected void ready(List<SourceEntity> filled) {
        SourceEntity row = filled.get(0);
        if (row.url != null) {
            refuseTaken("source_url_taken", "select id from source where url = :url and id <> :id", Map.of("url", row.url, "id", row.id()));
        }
    }

    @Override
    protected SourceCreate document(SourceEntity row) {
        return new SourceCreate().url(uri(row.url)).reference(row.reference).title(row.title).publisher(row.publisher).author(row.author)
                .lang(row.lang).publishedDate(DateColumns.edtf(row.published)).retrievedDate(DateColumns.edtf(row.retrieved))
                .originId(row.originId).note(row.note);
    }

    private static URI uri(String url) {
        return url == null ? null : URI.create(url);
    }

    @Override
    protected void common(SourceCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        // a source has neither names nor citations of its own
    }

    @Override
    protected void written(SourceEntity row, SourceCreate document, boolean created) {
        if (!created) {
            attestations.source(row.id());
        }
    }

    /** Sources by their ids, in one statement. */
    public Map<UUID, Source> of(Collection<UUID> ids) {
        List<UUID> wanted = ids.stream().filter(Objects::nonNull).distinct().toList();
        return show(rows(wanted), Collections.emptyMap()).stream().collect(Collectors.toMap(Source::getId, Function.identity()));
    }

    @Override
    protected List<Source> views(List<SourceEntity> rows) {
        List<UUID> origins = rows.stream().map(row -> row.originId).filter(Objects::nonNull).distinct().toList();
        Map<UUID, SourceSummary> summaries = asOf.includes("origin") ? rows(origins).stream()
                .collect(Collectors.toMap(SourceEntity::id, row -> new SourceSummary().id(row.id()).title(row.title)
                        .publisher(row.publisher).url(uri(row.url)).lang(row.lang).href(type().href(row.id())))) : Collections.emptyMap();
        return show(rows, summaries);
    }

    private List<Source> show(List<SourceEntity> rows, Map<UUID, SourceSummary> origins) {
        return rows.stream().map(row -> new Source().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .url(uri(row.url)).reference(row.reference).title(row.title).publisher(row.publisher).author(row.author).lang(row.lang)
                .publishedDate(Dates.view(row.published)).retrievedDate(Dates.view(row.retrieved))
                .originId(row.originId).note(row.note).origin(origins.get(row.originId))).toList();
    }
}
