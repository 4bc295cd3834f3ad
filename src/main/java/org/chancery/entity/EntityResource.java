package org.chancery.entity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.EntitiesApi;
import org.chancery.api.model.EntityPage;
import org.chancery.api.model.EntitySummary;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class EntityResource implements EntitiesApi {
    private final EntityService entities;
    private final Answers answers;

    EntityResource(EntityService entities, Answers answers) {
        this.entities = entities;
        this.answers = answers;
    }

    @Override
    public RestResponse<EntityPage> listEntities(List<String> recordType, String name, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, String lang,
            String acceptLanguage) {
        Page<EntitySummary> page = entities.list();
        return answers.page(new EntityPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<EntitySummary> lookupEntity(String scheme, String value, String lang, String acceptLanguage) {
        return answers.found(entities.lookup(scheme, value));
    }
}
