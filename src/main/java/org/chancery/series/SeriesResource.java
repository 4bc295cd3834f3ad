package org.chancery.series;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.SeriesApi;
import org.chancery.api.model.Series;
import org.chancery.api.model.SeriesCreate;
import org.chancery.api.model.SeriesPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class SeriesResource implements SeriesApi {
    private final SeriesService series;
    private final Answers answers;

    SeriesResource(SeriesService series, Answers answers) {
        this.series = series;
        this.answers = answers;
    }

    @Override
    public RestResponse<SeriesPage> listSeriesList(List<UUID> organizationId, String name, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Series> page = series.list();
        return answers.page(new SeriesPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Series> createSeries(SeriesCreate body, String lang, String acceptLanguage) {
        return answers.create(series, body);
    }

    @Override
    public RestResponse<Series> getSeries(UUID id, List<String> include, String lang, String acceptLanguage, String ifNoneMatch) {
        return answers.read(series, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Series> updateSeries(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(series, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteSeries(UUID id, String ifMatch, String reason) {
        return answers.retract(series, id, ifMatch, reason);
    }
}
