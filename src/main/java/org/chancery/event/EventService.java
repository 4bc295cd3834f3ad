package org.chancery.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.chancery.api.model.CitationInput;
import org.chancery.api.model.EventRelation;
import org.chancery.api.model.EventRelationInput;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.IdentifierInput;
import org.chancery.api.model.NameInput;
import org.chancery.api.model.Participant;
import org.chancery.api.model.ParticipantCreate;
import org.chancery.api.model.PlaceInput;
import org.chancery.api.model.RelationDirection;
import org.chancery.api.model.ScheduleRevision;
import org.chancery.api.model.Series;
import org.chancery.event.EventSummaries.Linked;
import org.chancery.paging.Listing;
import org.chancery.participation.ParticipationService;
import org.chancery.problem.Errors;
import org.chancery.record.AnswerClock;
import org.chancery.record.AsOf;
import org.chancery.record.Dates;
import org.chancery.record.Draft;
import org.chancery.record.Labels;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.series.SeriesService;
import org.chancery.text.Folding;
import org.chancery.time.EventTime;

/** What the services of meetings, summits and declarations share; each adds what is special to its type. */
public abstract class EventService<E extends EventEntity, D, V> extends RecordService<E, D, V> {
    private static final String REASON = "scheduleReason";

    private final Class<V> views;

    @Inject
    ParticipationService participations;
    @Inject
    EventSummaries summaries;
    @Inject
    SeriesService series;
    @Inject
    Schedules schedules;
    @Inject
    ObjectMapper mapper;
    @Inject
    AnswerClock clock;
    @Inject
    protected AsOf asOf;

    private Listing listing;

    protected EventService(RecordType type, Class<E> rows, Class<D> documents, Class<V> views, ToIntFunction<V> version) {
        super(type, rows, documents, version);
        this.views = views;
    }

    /** Sets what only this type has. */
    protected abstract void special(D document, E row, Draft draft);

    /** Adds what only this type has to a document that has the rest. */
    protected abstract void special(E row, D document);

    /** Ids of actors whose names the special members show. */
    protected Collection<UUID> named(E row) {
        return List.of();
    }

    /** Adds the special members to views that have the rest. */
    protected abstract void special(List<E> rows, List<V> shown, Labels.Labelled labelled);

    @Override
    protected Listing listing() {
        if (listing == null) {
            listing = EventListing.of(type().word(), clock);
        }
        return listing;
    }

    @Override
    protected void write(D written, E row, Draft draft) {
        EventDocument document = mapper.convertValue(written, EventDocument.class);
        draft.names(row, document.names());
        draft.identifiers(row, document.identifiers(), schemes(document.identifiers()));
        draft.citations(document.citations());
        row.kind = document.kind();
        row.summary = document.summary();
        row.daySequence = document.daySequence();
        row.status = document.status();
        row.visibility = document.visibility();
        row.ordinal = document.ordinal();
        schedule(row, document, draft);
        PlaceInput place = document.place() == null ? new PlaceInput() : document.place();
        row.venue = place.getVenue();
        row.city = place.getCity();
        row.cityFolded = place.getCity() == null ? null : Folding.fold(place.getCity());
        row.online = Boolean.TRUE.equals(place.getOnline());
        draft.refer("/place/stateId", place.getStateId(), id -> row.placeStateId = id, RecordType.STATE);
        draft.refer("/partOfId", document.partOfId(), id -> row.partOfId = id, RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
        draft.refer("/seriesId", document.seriesId(), id -> row.seriesId = id, RecordType.SERIES);
        relate(row, Draft.list(document.relations()), draft);
        special(written, row, draft);
        row.participants = new ArrayList<>();
        List<ParticipantCreate> participants = Draft.list(document.participants());
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < participants.size(); i++) {
            ParticipantCreate participant = participants.get(i);
            if (participant.getActorId() != null && !seen.add(List.of(participant.getActorId(), participant.getRole()))) {
                draft.violated(Errors.pointer("/participants", i, "actorId"), "duplicate", "takes part in this role already");
            }
            row.participants.add(participations.pending(participant, i, row.id(), draft.nested(Errors.pointer("/participants", i))));
        }
    }

    private void schedule(E row, EventDocument document, Draft draft) {
        row.start = EventTimeColumns.read(document.start(), "/start", draft);
        row.end = EventTimeColumns.read(document.end(), "/end", draft);
        EventTime start = EventTimeColumns.value(row.start);
        EventTime end = EventTimeColumns.value(row.end);
        row.orderKey = EventTime.orderKey(start, row.daySequence == null ? 0 : row.daySequence);
        row.beginsAt = start == null ? null : start.begins();
        row.endsAt = EventTime.over(start, end);
        if (document.end() != null && document.start() == null) {
            draft.violated("/start", "required", "is required with an end");
        }
        if (start != null && end != null && (!start.date().mayPrecedeOrEqual(end.date())
                || start.utc() != null && end.utc() != null && end.utc().isBefore(start.utc()))) {
            draft.violated("/end", "end-before-start", "must not be before the start");
        }
    }

    private static void relate(EventEntity row, List<EventRelationInput> inputs, Draft draft) {
        row.relations.clear();
        for (EventRelationInput input : inputs) {
            RelationValue value = new RelationValue();
            value.relation = input.getRelation();
            draft.refer(Errors.pointer("/relations", row.relations.size(), "eventId"), input.getEventId(), id -> value.targetId = id,
                    RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
            row.relations.add(value);
        }
    }

    @Override
    protected void changing(E row, ObjectNode before, ObjectNode after) {
        if (!Objects.equals(before.get("start"), after.get("start")) || !Objects.equals(before.get("end"), after.get("end"))) {
            row.scheduleSequence++;
            JsonNode reason = after.get(REASON);
            schedules.keep(row.id(), row.scheduleSequence, clock.instant(), reason == null ? null : reason.textValue());
        }
    }

    /** A calendar's SEQUENCE never falls (RFC 5545), so the moves before the retraction count on. */
    @Override
    protected void comingBack(E row) {
        row.scheduleSequence = schedules.moves(row.id());
    }

    /** The reason of a new schedule is kept with the schedule that it replaces. */
    @Override
    protected ObjectNode withoutTransient(ObjectNode document) {
        return document.deepCopy().without(REASON);
    }

    @Override
    protected void written(E row, D document, boolean created) {
        participations.store(row.participants);
    }

    @Override
    protected D document(E row) {
        PlaceInput place = row.venue == null && row.city == null && row.placeStateId == null && !row.online ? null
                : new PlaceInput().venue(row.venue).city(row.city).stateId(row.placeStateId).online(row.online ? true : null);
        EventDocument shared = new EventDocument(null, null, row.kind, row.summary, EventTimeColumns.input(row.start),
                EventTimeColumns.input(row.end), row.daySequence, place, row.status, row.visibility, row.partOfId, row.seriesId, row.ordinal,
                row.relations.stream().map(value -> new EventRelationInput().relation(value.relation).eventId(value.targetId)).toList(), null, null);
        D document = mapper.convertValue(shared, documents());
        special(row, document);
        return document;
    }

    /** Names, identifiers and citations of a generated document, whose setters have no common type. */
    @Override
    protected void common(D document, List<NameInput> names, List<IdentifierInput> identifiers, List<CitationInput> cited) {
        ObjectNode members = mapper.createObjectNode();
        members.set("names", mapper.valueToTree(names));
        members.set("identifiers", mapper.valueToTree(identifiers));
        members.set("citations", mapper.valueToTree(cited));
        try {
            mapper.readerForUpdating(document).readValue(members);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<V> views(List<E> rows) {
        List<UUID> ids = rows.stream().map(EventEntity::id).toList();
        List<UUID> shown = new ArrayList<>(ids);
        rows.forEach(row -> {
            shown.add(row.placeStateId);
            shown.addAll(named(row));
        });
        Labels.Labelled labelled = labels.of(shown.stream().filter(Objects::nonNull).toList());
        Map<UUID, List<Participant>> participants = included("participants", () -> participations.ofEvents(ids));
        Map<UUID, List<Linked>> children = included("children", () -> byOwner(summaries.childrenOf(ids)));
        Map<UUID, List<Linked>> wholes = included("partOf", () -> byOwner(summaries.wholesOf(ids)));
        Map<UUID, List<Linked>> related = included("relations", () -> byOwner(summaries.relatedTo(ids)));
        Map<UUID, List<ScheduleRevision>> revisions = included("scheduleRevisions", () -> schedules.of(ids));
        Map<UUID, Series> ofSeries = included("series", () -> series.of(rows.stream().map(row -> row.seriesId).toList()));
        Instant now = clock.instant();
        List<V> shownRows = rows.stream().map(row -> convert(new EventView(row.id(), type().word(), row.version(), Dates.time(row.createdAt()),
                Dates.time(row.updatedAt()), labelled.show(row.id()), labelled.identifiers(row.id()), row.kind, row.summary,
                EventTimeColumns.view(EventTimeColumns.value(row.start)), EventTimeColumns.view(EventTimeColumns.value(row.end)), row.daySequence,
                EventViews.place(row.venue, row.city, row.placeStateId, row.online, labelled), row.status,
                EventViews.phase(row.beginsAt, row.endsAt, now), EventViews.needsConfirmation(row.status, row.endsAt, now), row.visibility,
                row.partOfId, row.seriesId, row.ordinal, row.scheduleSequence, row.participantCount,
                asOf.includes("names") ? labelled.names(row.id()) : null,
                participants == null ? null : participants.getOrDefault(row.id(), List.of()),
                children == null ? null : events(children, row.id()),
                wholes == null ? null : events(wholes, row.id()).stream().findFirst().orElse(null),
                ofSeries == null ? null : ofSeries.get(row.seriesId),
                related == null ? null : related.getOrDefault(row.id(), List.of()).stream().map(EventService::relation).toList(),
                revisions == null ? null : revisions.getOrDefault(row.id(), List.of())))).toList();
        special(rows, shownRows, labelled);
        return shownRows;
    }

    /** What is read only where the request includes it; else null. */
    protected <T> T included(String member, Supplier<T> read) {
        return asOf.includes(member) ? read.get() : null;
    }

    private V convert(EventView view) {
        try {
            return mapper.treeToValue(mapper.valueToTree(view), views);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<UUID, List<Linked>> byOwner(List<Linked> linked) {
        return linked.stream().collect(Collectors.groupingBy(Linked::owner));
    }

    private static List<EventSummary> events(Map<UUID, List<Linked>> linked, UUID owner) {
        return linked.getOrDefault(owner, List.of()).stream().map(Linked::event).toList();
    }

    private static EventRelation relation(Linked linked) {
        return new EventRelation().relation(linked.relation()).direction(RelationDirection.fromValue(linked.direction()))
                .eventId(linked.event().getId()).event(linked.event());
    }
}
