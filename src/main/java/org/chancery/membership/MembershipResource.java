package org.chancery.membership;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.MembershipsApi;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.Membership;
import org.chancery.api.model.MembershipCreate;
import org.chancery.api.model.MembershipPage;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class MembershipResource implements MembershipsApi {
    private final MembershipService memberships;
    private final Answers answers;

    MembershipResource(MembershipService memberships, Answers answers) {
        this.memberships = memberships;
        this.answers = answers;
    }

    @Override
    public RestResponse<MembershipPage> listMemberships(List<UUID> personId, List<UUID> actorId, List<UUID> organizationId,
            List<UUID> positionId, List<ActorType> memberType, List<String> status, String asOf, AsOfMode asOfMode, String heldFrom,
            String heldTo, List<UUID> ids, OffsetDateTime updatedFrom, OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal,
            List<String> sort, List<String> include, String lang, String acceptLanguage) {
        Page<Membership> page = memberships.list();
        return answers.page(new MembershipPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Membership> createMembership(MembershipCreate body, String lang, String acceptLanguage) {
        return answers.create(memberships, body);
    }

    @Override
    public RestResponse<Membership> getMembership(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(memberships, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Membership> updateMembership(UUID id, String ifMatch, JsonNode body, String lang, String acceptLanguage) {
        return answers.change(memberships, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteMembership(UUID id, String ifMatch, String reason) {
        return answers.retract(memberships, id, ifMatch, reason);
    }
}
