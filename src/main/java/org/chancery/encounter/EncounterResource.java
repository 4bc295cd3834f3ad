package org.chancery.encounter;

import java.util.List;
import java.util.UUID;
import org.chancery.api.EncountersApi;
import org.chancery.api.model.EncounterPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class EncounterResource implements EncountersApi {
    private final EncounterService encounters;
    private final Answers answers;

    EncounterResource(EncounterService encounters, Answers answers) {
        this.encounters = encounters;
        this.answers = answers;
    }

    @Override
    public RestResponse<EncounterPage> listEncounters(UUID actorId, UUID withId, String asOf, List<String> kind, List<String> status,
            Boolean met, String startFrom, String startTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort,
            String lang, String acceptLanguage) {
        EncounterPage page = encounters.between(actorId, withId);
        return answers.page(page, new Page<>(page.getItems(), page.getNextCursor(), page.getTotal()));
    }
}
