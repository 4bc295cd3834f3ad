package org.chancery.membership;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.Membership;
import org.chancery.api.model.MembershipCreate;
import org.chancery.api.model.NameInput;
import org.chancery.entity.EntitySummaries;
import org.chancery.occupancy.Attestations;
import org.chancery.occupancy.Holdings;
import org.chancery.occupancy.TenureEntity;
import org.chancery.paging.Listing;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.AsOf;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;

/** Memberships, also as those of one organization or member. */
@Singleton
public class MembershipService extends RecordService<MembershipEntity, MembershipCreate, Membership> {
    private final Attestations attestations;
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final ServiceRegistry services;
    private final Listing listing;

    MembershipService(Attestations attestations, EntitySummaries entities, AsOf asOf, ServiceRegistry services) {
        super(RecordType.MEMBERSHIP, MembershipEntity.class, MembershipCreate.class, Membership::getVersion);
        this.attestations = attestations;
        this.entities = entities;
        this.asOf = asOf;
        this.services = services;
        listing = TenureEntity.filter(new Listing("record r join membership e on e.id = r.id", "start"))
                .uuids("personId", "e.member_id = any(:personId) and e.member_type = 'person'")
                .uuids("actorId", "e.member_id = any(:actorId)")
                .words("memberType", "e.member_type = any(:memberType)").words("status", "e.status = any(:status)")
                .sort("name", "e.member_sort_name", "text")
                .uuids("organizationId", "e.organization_id = any(:organizationId)")
                .filter("positionId", (where, p) -> where
                        .and("e.member_id in (select o.person_id from occupancy o where o.position_id = any(:positionId)"
                                + (asOf.given() ? " and " + Holdings.held(asOf.certainOnly()) : "") + ")",
                                "positionId", p.uuids("positionId").toArray(UUID[]::new)));
    }

    /** Who belongs to this organization at the request's date. @throws org.chancery.problem.ProblemException 404, 410 */
    @Transactional
    public Page<Membership> members(UUID organization) {
        services.of(RecordType.ORGANIZATION).find(organization);
        return list(new Where().and("e.organization_id = :organization", "organization", organization)
                .and("e." + (asOf.certainOnly() ? "certain" : "possible") + "_period @> cast(:today as date)", "today", asOf.day()),
                organization.toString());
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected MembershipEntity blank() {
        return new MembershipEntity();
    }

    @Override
    protected void write(MembershipCreate document, MembershipEntity row, Draft draft) {
        row.time(document, draft);
        row.role = document.getRole();
        row.status = document.getStatus();
        draft.citations(document.getCitations());
        draft.refer("/memberId", document.getMemberId(), (id, type) -> {
            row.memberId = id;
            row.memberType = type.word();
        }, RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION);
        draft.refer("/organizationId", document.getOrganizationId(), id -> row.organizationId = id, RecordType.ORGANIZATION);
    }

    @Override
    protected MembershipCreate document(MembershipEntity row) {
        return row.time(new MembershipCreate().memberId(row.memberId).organizationId(row.organizationId).role(row.role).status(row.status));
    }

    @Override
    protected void common(MembershipCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.citations(cited);
    }

    @Override
    protected void written(MembershipEntity row, MembershipCreate document, boolean created) {
        attestations.membership(row.id());
    }

    /** Memberships of these actors at the request's date or, without one, all. */
    public Map<UUID, List<Membership>> ofMembers(List<UUID> members) {
        return of("memberId", members).stream().collect(Collectors.groupingBy(Membership::getMemberId));
    }

    /** Members of these organizations at the request's date or, without one, all. */
    public Map<UUID, List<Membership>> ofOrganizations(List<UUID> organizations) {
        return of("organizationId", organizations).stream().collect(Collectors.groupingBy(Membership::getOrganizationId));
    }

    private List<Membership> of(String column, List<UUID> ids) {
        return views(database.createQuery("from MembershipEntity e where e." + column + " in :ids order by e.id", MembershipEntity.class)
                .setParameter("ids", ids).getResultList().stream().filter(row -> row.holds(asOf)).toList());
    }

    @Override
    protected List<Membership> views(List<MembershipEntity> rows) {
        List<UUID> shown = new ArrayList<>();
        rows.forEach(row -> shown.addAll(List.of(row.memberId, row.organizationId)));
        Labels.Labelled labelled = labels.of(shown);
        Map<UUID, EntitySummary> members = asOf.includes("member") ? entities.of(rows.stream().map(row -> row.memberId).toList()) : Collections.emptyMap();
        Map<UUID, EntitySummary> organizations = asOf.includes("organization")
                ? entities.of(rows.stream().map(row -> row.organizationId).toList()) : Collections.emptyMap();
        return rows.stream().map(row -> row.time(new Membership().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .memberId(row.memberId).memberType(ActorType.fromValue(row.memberType)).memberName(labelled.show(row.memberId))
                .organizationId(row.organizationId).organizationName(labelled.show(row.organizationId))
                .role(row.role).status(row.status)
                .member(members.get(row.memberId)).organization(organizations.get(row.organizationId)), asOf)).toList();
    }
}
