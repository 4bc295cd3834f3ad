package org.chancery.organization;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chancery.api.OrganizationsApi;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.AsOfMode;
import org.chancery.api.model.Membership;
import org.chancery.api.model.MembershipPage;
import org.chancery.api.model.OfficeHolder;
import org.chancery.api.model.OfficeHolderPage;
import org.chancery.api.model.Organization;
import org.chancery.api.model.OrganizationCreate;
import org.chancery.api.model.OrganizationPage;
import org.chancery.http.Answers;
import org.chancery.membership.MembershipService;
import org.chancery.occupancy.OfficeHolderLists;
import org.chancery.paging.Page;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** The arguments are those of the contract; the shared mechanism reads the validated parameters by their names. */
class OrganizationResource implements OrganizationsApi {
    private final OrganizationService organizations;
    private final OfficeHolderLists holders;
    private final MembershipService memberships;
    private final Answers answers;

    OrganizationResource(OrganizationService organizations, OfficeHolderLists holders, MembershipService memberships, Answers answers) {
        this.organizations = organizations;
        this.holders = holders;
        this.memberships = memberships;
        this.answers = answers;
    }

    @Override
    public RestResponse<OrganizationPage> listOrganizations(List<String> propertyClass, List<UUID> parentId, List<UUID> stateId,
            List<UUID> memberId, String name, String asOf, AsOfMode asOfMode, List<UUID> ids, OffsetDateTime updatedFrom,
            OffsetDateTime updatedTo, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include,
            String lang, String acceptLanguage) {
        Page<Organization> page = organizations.list();
        return answers.page(new OrganizationPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<Organization> createOrganization(OrganizationCreate body, String lang, String acceptLanguage) {
        return answers.create(organizations, body);
    }

    @Override
    public RestResponse<Organization> getOrganization(UUID id, String asOf, AsOfMode asOfMode, List<String> include, String lang,
            String acceptLanguage, String ifNoneMatch) {
        return answers.read(organizations, id, ifNoneMatch);
    }

    @Override
    public RestResponse<Organization> updateOrganization(UUID id, String ifMatch, JsonNode body, String lang,
            String acceptLanguage) {
        return answers.change(organizations, id, ifMatch, body);
    }

    @Override
    public RestResponse<Void> deleteOrganization(UUID id, String ifMatch, String reason) {
        return answers.retract(organizations, id, ifMatch, reason);
    }

    @Override
    public RestResponse<OfficeHolderPage> listOrganizationLeaders(UUID id, String asOf, AsOfMode asOfMode, Integer limit, String cursor,
            Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return holders(holders.leaders(RecordType.ORGANIZATION, id));
    }

    @Override
    public RestResponse<OfficeHolderPage> listOrganizationOfficials(UUID id, String asOf, AsOfMode asOfMode, List<String> function,
            Integer limit, String cursor, Boolean includeTotal, List<String> sort, String lang, String acceptLanguage) {
        return holders(holders.officials(RecordType.ORGANIZATION, id));
    }

    private RestResponse<OfficeHolderPage> holders(Page<OfficeHolder> page) {
        return answers.page(new OfficeHolderPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }

    @Override
    public RestResponse<MembershipPage> listOrganizationMembers(UUID id, String asOf, AsOfMode asOfMode, List<ActorType> memberType,
            List<String> status, Integer limit, String cursor, Boolean includeTotal, List<String> sort, List<String> include, String lang,
            String acceptLanguage) {
        Page<Membership> page = memberships.members(id);
        return answers.page(new MembershipPage().items(page.items()).nextCursor(page.next()).total(page.total()), page);
    }
}
