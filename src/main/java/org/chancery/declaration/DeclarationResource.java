package org.chancery.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.DeclarationsApi;
import org.chancery.api.model.Declaration;
import org.chancery.api.model.DeclarationCreate;
import org.chancery.api.model.DeclarationPage;
import org.chancery.api.model.Phase;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class DeclarationResource implements DeclarationsApi {
    private final DeclarationService declarations;
    private final Answers answers;

    DeclarationResource(DeclarationService declarations, Answers answers) {
        this.declarations = declarations;
        this.answers = answers;
    }

    @Override
    public RestResponse<DeclarationPage> listDeclarations(List<String> kind, List<String> status, List<Phase> phase,
            String startFrom, String startTo, List<UUID> participantId, List<String> role, List<UUID> placeStateId, String city,
            List<UUID> seriesId, List<UUID> partOfId, List<UUID> sourceId, Boolean needsConfirmation, List<UUID> ids,
            OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Declaration> page = declarations.list();
        return answers.page(new DeclarationPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Declaration> createDeclaration(DeclarationCreate body, String lang, String acceptLanguage) {
        return answers.create(declarations, body);
    }

    @Override
    public RestResponse<Declaration> getDeclaration(UUID id, List<String> include, String lang, String acceptLanguage,
            String ifNoneMatch) {
        return answers.read(declarations, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Declaration> updateDeclaration(UUID id, String ifMatch, JsonNode body, String lang,
            String acceptLanguage) {
        return answers.change(declarations, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteDeclaration(UUID id, String ifMatch, String reason) {
        return answers.retract(declarations, id, ifMatch, reason);
    }
}
