package org.chancery.search;

import java.util.List;
import org.chancery.api.SearchApi;
import org.chancery.api.model.SearchPage;
import org.chancery.api.model.SuggestionPage;
import org.chancery.http.Answers;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class SearchResource implements SearchApi {
    private final SearchService search;
    private final Answers answers;

    SearchResource(SearchService search, Answers answers) {
        this.search = search;
        this.answers = answers;
    }

    @Override
    public RestResponse<SearchPage> searchRecords(String q, List<String> recordType, String asOf, Integer limit, String cursor, String lang,
            String acceptLanguage) {
        SearchService.Found found = search.search();
        return answers.page(new SearchPage().items(found.page().items()).nextCursor(found.page().next()).facets(found.facets()), found.page());
    }

    @Override
    public RestResponse<SuggestionPage> suggestRecords(String q, List<String> recordType, Integer limit, String lang, String acceptLanguage) {
        return answers.found(new SuggestionPage().items(search.suggest()));
    }
}
