package org.chancery.organization;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.Membership;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.OfficeHolder;
import org.chancery.api.model.Organization;
import org.chancery.api.model.OrganizationCreate;
import org.chancery.entity.EntitySummaries;
import org.chancery.membership.MembershipService;
import org.chancery.occupancy.OfficeHolders;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.succession.Successions;

/** Organizations, with what they succeed. */
@Singleton
public class OrganizationService extends RecordService<OrganizationEntity, OrganizationCreate, Organization> {
    private final Successions successions;
    private final OfficeHolders holders;
    private final MembershipService memberships;
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    OrganizationService(Successions successions, OfficeHolders holders, MembershipService memberships, EntitySummaries entities, AsOf asOf) {
        super(RecordType.ORGANIZATION, OrganizationEntity.class, OrganizationCreate.class, Organization::getVersion);
        this.successions = successions;
        this.holders = holders;
        this.memberships = memberships;
        this.entities = entities;
        this.asOf = asOf;
        listing = AsOf.existing(new Listing("record r join organization e on e.id = r.id", "name"), "e.founded", "e.dissolved")
                .name().sort("name", "r.sort_name", "text")
                .words("class", "e.class = any(:class)")
                .uuids("parentId", "e.parent_id = any(:parentId)")
                .uuids("stateId", "e.state_id = any(:stateId)")
                .filter("memberId", (where, p) -> where.and("r.id in (select m.organization_id from membership m where m.member_id = any(:memberId)"
                        + (asOf.given() ? " and m." + (asOf.certainOnly() ? "certain" : "possible") + "_period @> cast(:asOf as date)" : "") + ")",
                        "memberId", p.uuids("memberId").toArray(UUID[]::new)));
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected OrganizationEntity blank() {
        return new OrganizationEntity();
    }

    @Override
    protected void write(OrganizationCreate document, OrganizationEntity row, Draft draft) {
        draft.names(row, document.getNames());
        draft.identifiers(row, document.getIdentifiers(), schemes(document.getIdentifiers()));
        draft.citations(document.getCitations());
        row.sort = document.getPropertyClass();
        row.description = document.getDescription();
        row.founded = draft.date("/founded", document.getFounded());
        row.dissolved = draft.date("/dissolved", document.getDissolved());
        draft.inOrder(row.founded, "/dissolved", row.dissolved);
        draft.refer("/parentId", document.getParentId(), id -> row.parentId = id, RecordType.ORGANIZATION);
        draft.refer("/stateId", document.getStateId(), id -> row.stateId = id, RecordType.STATE);
        draft.referAll("/predecessorIds", document.getPredecessorIds(), RecordType.ORGANIZATION);
    }

    @Override
    protected OrganizationCreate document(OrganizationEntity row) {
        return new OrganizationCreate().propertyClass(row.sort).description(row.description).parentId(row.parentId).stateId(row.stateId)
                .founded(DateColumns.edtf(row.founded)).dissolved(DateColumns.edtf(row.dissolved))
                .predecessorIds(successions.of(List.of(row.id())).get(row.id()).predecessors());
    }

    @Override
    protected void common(OrganizationCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.names(names).identifiers(identifiers).citations(cited);
    }

    @Override
    protected void written(OrganizationEntity row, OrganizationCreate document, boolean created) {
        successions.write(row.id(), RecordType.ORGANIZATION, Draft.list(document.getPredecessorIds()));
    }

    @Override
    protected List<Organization> views(List<OrganizationEntity> rows) {
        List<UUID> ids = rows.stream().map(OrganizationEntity::id).toList();
        Labels.Labelled labelled = labels.of(ids);
        Map<UUID, Successions.Neighbours> neighbours = successions.of(ids);
        Map<UUID, List<OfficeHolder>> leaders = asOf.includes("leaders") ? holders.leadersOf(ids) : null;
        Map<UUID, List<Membership>> members = asOf.includes("members") ? memberships.ofOrganizations(ids) : null;
        Map<UUID, EntitySummary> parents = asOf.includes("parent") ? entities.of(rows.stream().map(row -> row.parentId).toList()) : Collections.emptyMap();
        Map<UUID, EntitySummary> states = asOf.includes("state") ? entities.of(rows.stream().map(row -> row.stateId).toList()) : Collections.emptyMap();
        return rows.stream().map(row -> new Organization().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .name(labelled.show(row.id())).identifiers(labelled.identifiers(row.id())).propertyClass(row.sort).description(row.description)
                .parentId(row.parentId).stateId(row.stateId).founded(Dates.view(row.founded)).dissolved(Dates.view(row.dissolved))
                .predecessorIds(neighbours.get(row.id()).predecessors()).successorIds(neighbours.get(row.id()).successors())
                .names(asOf.includes("names") ? labelled.names(row.id()) : null)
                .leaders(leaders == null ? null : leaders.getOrDefault(row.id(), List.of()))
                .members(members == null ? null : members.getOrDefault(row.id(), List.of()))
                .parent(parents.get(row.parentId)).state(states.get(row.stateId))).toList();
    }
}
