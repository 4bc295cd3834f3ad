package org.chancery.security;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.chancery.api.ApiKeysApi;
import org.chancery.api.model.ApiKey;
import org.chancery.api.model.ApiKeyCreate;
import org.chancery.api.model.ApiKeyCreated;
import org.chancery.api.model.ApiKeyPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

class ApiKeyResource implements ApiKeysApi {
    private final ApiKeyService keys;
    private final Answers answers;

    ApiKeyResource(ApiKeyService keys, Answers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    @Override
    public RestResponse<ApiKeyPage> listApiKeys(Integer limit, String cursor) {
        Page<ApiKey> page = keys.list();
        return answers.page(new ApiKeyPage().items(page.items()).nextCursor(page.next()), page);
    }

    @Override
    public RestResponse<ApiKeyCreated> createApiKey(ApiKeyCreate document) {
        ApiKeyCreated created = keys.create(document);
        return RestResponse.ResponseBuilder.<ApiKeyCreated>create(RestResponse.Status.CREATED).entity(created)
                .header(HttpHeaders.LOCATION, URI.create("/v1/api-keys/" + created.getId())).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @Override
    public RestResponse<ApiKey> getApiKey(UUID id) {
        return RestResponse.ok(keys.get(id));
    }

    @Override
    public RestResponse<ApiKey> revokeApiKey(UUID id) {
        return RestResponse.ok(keys.revoke(id));
    }
}
