package org.chancery.occupancy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Occupancy;
import org.chancery.api.model.OccupancyCreate;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.DateColumns;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** Occupancies. A single seat has one certain holder at a time; the bounds of unknown dates follow from what attests them. */
@Singleton
public class OccupancyService extends RecordService<OccupancyEntity, OccupancyCreate, Occupancy> {
    private final Attestations attestations;
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    OccupancyService(Attestations attestations, EntitySummaries entities, AsOf asOf) {
        super(RecordType.OCCUPANCY, OccupancyEntity.class, OccupancyCreate.class, Occupancy::getVersion);
        this.attestations = attestations;
        this.entities = entities;
        this.asOf = asOf;
        listing = TenureEntity.filter(new Listing("record r join occupancy e on e.id = r.id", "start"))
                .uuids("personId", "e.person_id = any(:personId)")
                .uuids("positionId", "e.position_id = any(:positionId)")
                .uuids("actorId", "e.position_id in (select p.id from position p where p.actor_id = any(:actorId))");
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected OccupancyEntity blank() {
        return new OccupancyEntity();
    }

    @Override
    protected void write(OccupancyCreate document, OccupancyEntity row, Draft draft) {
        row.start = draft.date("/start", document.getStart());
        row.end = draft.date("/end", document.getEnd());
        row.scheduledEnd = draft.date("/scheduledEnd", document.getScheduledEnd());
        draft.inOrder(row.start, "/end", row.end);
        draft.inOrder(row.start, "/scheduledEnd", row.scheduledEnd);
        row.ended = Boolean.TRUE.equals(document.getEnded());
        row.acting = Boolean.TRUE.equals(document.getActing());
        row.designate = Boolean.TRUE.equals(document.getDesignate());
        row.selection = document.getSelection();
        row.endReason = document.getEndReason();
        draft.citations(document.getCitations());
        draft.refer("/personId", document.getPersonId(), id -> row.personId = id, RecordType.PERSON);
        draft.refer("/positionId", document.getPositionId(), id -> {
            row.positionId = id;
            row.singleSeat = lockSeats(id);
        }, RecordType.POSITION);
    }

    @Override
    protected OccupancyCreate document(OccupancyEntity row) {
        return new OccupancyCreate().personId(row.personId).positionId(row.positionId).start(DateColumns.edtf(row.start))
                .end(DateColumns.edtf(row.end)).scheduledEnd(DateColumns.edtf(row.scheduledEnd)).ended(flag(row.ended))
                .acting(flag(row.acting)).designate(flag(row.designate)).selection(row.selection).endReason(row.endReason);
    }

    private static Boolean flag(boolean set) {
        return set ? true : null;
    }

    @Override
    protected void common(OccupancyCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.citations(cited);
    }

    /** Writers of the holdings of one office queue up: each must see who the others made a certain holder. */
    private boolean lockSeats(UUID position) {
        return (boolean) database.createNativeQuery("select single_seat from position where id = :id for no key update", Boolean.class)
                .setParameter("id", position).getSingleResult();
    }

    @Override
    protected void changing(OccupancyEntity row, ObjectNode before, ObjectNode after) {
        lockSeats(row.positionId);
        row.formerPositionId = row.positionId;
    }

    @Override
    protected void ready(List<OccupancyEntity> rows) {
        OccupancyEntity row = rows.get(0);
        if (row.singleSeat && !row.acting && !row.designate) {
            refuseTaken("occupancy_seat_taken", """
                    select id from occupancy where position_id = :position and id <> :id and not acting and not designate
                       and certain_period && certain_days(cast(:startEarliest as date), cast(:startLatest as date),
                               cast(:endEarliest as date), cast(:endLatest as date), null, null) order by start_key""",
                    Map.of("position", row.positionId, "id", row.id(), "startEarliest", day(row.start, DateColumns::earliest),
                            "startLatest", day(row.start, DateColumns::latest), "endEarliest", day(row.end, DateColumns::earliest),
                            "endLatest", day(row.end, DateColumns::latest)));
        }
    }

    private static TypedParameterValue<LocalDate> day(DateColumns date, Function<DateColumns, LocalDate> bound) {
        return TypedParameterValue.of(StandardBasicTypes.LOCAL_DATE, date == null ? null : bound.apply(date));
    }

    @Override
    protected void written(OccupancyEntity row, OccupancyCreate document, boolean created) {
        attestations.occupancy(row.id(), Stream.of(row.positionId, row.formerPositionId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    @Override
    protected void erased(OccupancyEntity row) {
        attestations.supersede(Set.of(row.positionId));
    }

    /** Occupancies by their ids; two statements. */
    public Map<UUID, Occupancy> of(List<UUID> ids) {
        return views(rows(ids)).stream().collect(Collectors.toMap(Occupancy::getId, Function.identity()));
    }

    /** Occupancies of persons at the request's date or, without one, all. */
    public Map<UUID, List<Occupancy>> ofPersons(List<UUID> persons) {
        return views(database.createQuery("from OccupancyEntity e where e.personId in :persons order by e.start.earliest desc nulls last, e.id",
                OccupancyEntity.class).setParameter("persons", persons).getResultList().stream().filter(row -> row.holds(asOf)).toList())
                .stream().collect(Collectors.groupingBy(Occupancy::getPersonId));
    }

    @Override
    protected List<Occupancy> views(List<OccupancyEntity> rows) {
        List<UUID> shown = new ArrayList<>();
        rows.forEach(row -> shown.addAll(List.of(row.personId, row.positionId, row.actorId)));
        Labels.Labelled labelled = labels.of(shown);
        Map<UUID, EntitySummary> persons = asOf.includes("person") ? entities.of(rows.stream().map(row -> row.personId).toList()) : Collections.emptyMap();
        Map<UUID, EntitySummary> positions = asOf.includes("position") ? entities.of(rows.stream().map(row -> row.positionId).toList()) : Collections.emptyMap();
        return rows.stream().map(row -> new Occupancy().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt()))
                .personId(row.personId).personName(labelled.show(row.personId))
                .positionId(row.positionId).positionName(labelled.show(row.positionId))
                .actorId(row.actorId).actorName(labelled.show(row.actorId))
                .start(Dates.view(row.start)).end(Dates.view(row.end)).scheduledEnd(Dates.view(row.scheduledEnd))
                .ended(row.ended).acting(row.acting).designate(row.designate).selection(row.selection).endReason(row.endReason)
                .attestedFrom(Dates.day(row.attestedFrom)).attestedTo(Dates.day(row.attestedTo)).certainty(row.certainty(asOf))
                .person(persons.get(row.personId)).position(positions.get(row.positionId))).toList();
    }
}
