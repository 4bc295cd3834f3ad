package org.chancery.participation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.ActorType;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EntitySummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Participant;
import org.chancery.api.model.ParticipantCreate;
import org.chancery.entity.EntitySummaries;
import org.chancery.paging.Listing;
import org.chancery.record.AsOf;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordType;

/** Participants of events. Each acts in a role once, and in a capacity that stays as it was on the day. */
@Singleton
public class ParticipationService extends SubRecordService<ParticipationEntity, ParticipantCreate, Participant> {
    private final Capacities capacities;
    private final EntitySummaries entities;
    private final AsOf asOf;
    private final Listing listing;

    ParticipationService(Capacities capacities, EntitySummaries entities, AsOf asOf) {
        super(RecordType.PARTICIPATION, ParticipationEntity.class, ParticipantCreate.class, Participant::getVersion, "event_id");
        this.capacities = capacities;
        this.entities = entities;
        this.asOf = asOf;
        listing = new Listing("record r join participation e on e.id = r.id", "ordinal").sort("ordinal", "e.ordinal", "integer")
                .words("role", "e.role = any(:role)").words("attendance", "e.attendance = any(:attendance)");
    }

    @Override
    protected Listing listing() {
        return listing;
    }

    @Override
    protected ParticipationEntity blank() {
        return new ParticipationEntity();
    }

    @Override
    protected void belong(ParticipationEntity row, UUID eventId) {
        row.eventId = eventId;
    }

    @Override
    protected void write(ParticipantCreate document, ParticipationEntity row, Draft draft) {
        row.reportedName = document.getReportedName();
        row.reportedNameLang = document.getReportedNameLang();
        row.role = document.getRole();
        row.attendance = document.getAttendance();
        row.mode = document.getMode();
        row.ordinal = document.getOrdinal() == null ? row.ordinal : document.getOrdinal();
        row.act(document.getActorId(), document.getOnBehalfOfId(), document.getCapacity(), draft);
        draft.refer("/delegationId", document.getDelegationId(), id -> row.delegationId = id, RecordType.ORGANIZATION);
        draft.citations(document.getCitations());
        if (document.getActorId() == null && document.getReportedName() == null) {
            draft.violated("/actorId", "required", "a participant needs an actorId or a reportedName");
        }
        if (document.getReportedName() != null && document.getReportedNameLang() == null) {
            draft.violated("/reportedNameLang", "required", "is required with a reportedName");
        }
    }

    @Override
    protected ParticipantCreate document(ParticipationEntity row) {
        return new ParticipantCreate().actorId(row.actorId).reportedName(row.reportedName).reportedNameLang(row.reportedNameLang)
                .role(row.role).attendance(row.attendance).mode(row.mode).onBehalfOfId(row.onBehalfOfId).delegationId(row.delegationId)
                .ordinal(row.ordinal).capacity(row.capacity.input());
    }

    @Override
    protected void common(ParticipantCreate document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        document.citations(cited);
    }

    /** Only who acts, in whose name or as what thaws a capacity; whatever else changes leaves it as it was. */
    @Override
    protected void changing(ParticipationEntity row, ObjectNode before, ObjectNode after) {
        row.thaw = Stream.of("actorId", "onBehalfOfId", "capacity").anyMatch(member -> !Objects.equals(before.get(member), after.get(member)));
    }

    @Override
    protected void ready(List<ParticipationEntity> rows) {
        ParticipationEntity first = rows.get(0);
        if (rows.size() == 1 && first.actorId != null) {
            refuseTaken("participation_taken", "select id from participation where event_id = :event and actor_id = :actor and role = :role and id <> :id",
                    Map.of("event", first.eventId, "actor", first.actorId, "role", first.role, "id", first.id()));
        }
        LocalDate[] days = days(first.eventId);
        capacities.freeze(rows, days[0], days[1]);
    }

    /** A participant who is written inside the document of a new event. */
    public record Pending(ParticipationEntity row, ParticipantCreate document, Draft draft) {
    }

    public Pending pending(ParticipantCreate document, int ordinal, UUID eventId, Draft draft) {
        ParticipationEntity row = draft(document, draft);
        row.eventId = eventId;
        if (document.getOrdinal() == null) {
            row.ordinal = ordinal;
        }
        return new Pending(row, document, draft);
    }

    /** Writes the participants of a new event. */
    public void store(List<Pending> participants) {
        if (!participants.isEmpty()) {
            ready(participants.stream().map(Pending::row).toList());
            participants.forEach(pending -> store(pending.row(), pending.document(), pending.draft()));
        }
    }

    /** Participants of events in their order; two statements. */
    public Map<UUID, List<Participant>> ofEvents(Collection<UUID> events) {
        return show(database.createQuery("from ParticipationEntity e where e.eventId in :events order by e.ordinal, e.id", ParticipationEntity.class)
                .setParameter("events", events).getResultList(), Collections.emptyMap()).stream().collect(Collectors.groupingBy(Participant::getEventId));
    }

    /** Participations of these actors, or in their names, in these events, in their order; two statements. */
    public Map<UUID, List<Participant>> ofEvents(Collection<UUID> events, Collection<UUID> actors) {
        return show(database.createQuery("from ParticipationEntity e where e.eventId in :events and (e.actorId in :actors or e.onBehalfOfId in :actors)"
                + " order by e.ordinal, e.id", ParticipationEntity.class).setParameter("events", events).setParameter("actors", actors)
                .getResultList(), Collections.emptyMap()).stream().collect(Collectors.groupingBy(Participant::getEventId));
    }

    @Override
    protected List<Participant> views(List<ParticipationEntity> rows) {
        return show(rows, asOf.includes("actor") ? entities.of(rows.stream().map(row -> row.actorId).toList()) : Collections.emptyMap());
    }

    private List<Participant> show(List<ParticipationEntity> rows, Map<UUID, EntitySummary> actors) {
        List<UUID> shown = new ArrayList<>();
        rows.forEach(row -> {
            shown.add(row.actorId);
            shown.add(row.onBehalfOfId);
            shown.add(row.delegationId);
        });
        Labels.Labelled labelled = labels.of(shown);
        return rows.stream().map(row -> new Participant().id(row.id()).recordType(type().word()).version(row.version())
                .createdAt(Dates.time(row.createdAt())).updatedAt(Dates.time(row.updatedAt())).eventId(row.eventId)
                .name(row.actorId != null ? labelled.show(row.actorId) : labels.display(row.reportedName, row.reportedNameLang))
                .actorId(row.actorId).actorType(row.actorType == null ? null : ActorType.fromValue(row.actorType))
                .reportedName(row.reportedName).reportedNameLang(row.reportedNameLang).role(row.role).attendance(row.attendance).mode(row.mode)
                .onBehalfOfId(row.onBehalfOfId).onBehalfOfName(labelled.show(row.onBehalfOfId))
                .delegationId(row.delegationId).delegationName(labelled.show(row.delegationId)).ordinal(row.ordinal)
                .capacity(row.capacity.view()).actor(actors.get(row.actorId))).toList();
    }
}
