package org.chancery.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.SourcesApi;
import org.chancery.api.model.Source;
import org.chancery.api.model.SourceCreate;
import org.chancery.api.model.SourcePage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class SourceResource implements SourcesApi {
    private final SourceService sources;
    private final Answers answers;

    SourceResource(SourceService sources, Answers answers) {
        this.sources = sources;
        this.answers = answers;
    }

    @Override
    public RestResponse<SourcePage> listSources(URI url, List<UUID> originId, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include,
            String lang, String acceptLanguage) {
        Page<Source> page = sources.list();
        return answers.page(new SourcePage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Source> createSource(SourceCreate body, String lang, String acceptLanguage) {
        return answers.create(sources, body);
    }

    @Override
    public RestResponse<Source> getSource(UUID id, List<String> include, String lang, String acceptLanguage, String ifNoneMatch) {
        return answers.read(sources, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Source> updateSource(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(sources, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteSource(UUID id, String ifMatch, String reason) {
        return answers.retract(sources, id, ifMatch, reason);
    }
}
