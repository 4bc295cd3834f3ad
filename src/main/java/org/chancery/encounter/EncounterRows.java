package org.chancery.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.api.model.Encounter;
import org.chancery.api.model.EventSummary;
import org.chancery.api.model.Participant;
import org.chancery.event.EventSummaries;
import org.chancery.participation.ParticipationService;

/** Events at which two actors are together, with the participations of both; six statements whatever their number. */
@ApplicationScoped
class EncounterRows {
    private static final Set<String> ATTENDED = Set.of("attended", "partially-attended");
    private static final Set<String> CALLS = Set.of("phone-call", "video-call");

    private final EventSummaries events;
    private final ParticipationService participations;

    EncounterRows(EventSummaries events, ParticipationService participations) {
        this.events = events;
        this.participations = participations;
    }

    /** @param day from which they are seen: nobody has met after it */
    Map<UUID, Encounter> of(List<UUID> ids, UUID actor, UUID with, LocalDate day) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        Map<UUID, List<Participant>> taking = participations.ofEvents(ids, List.of(actor, with));
        Map<UUID, EventSummary> wholes = events.wholesOf(ids).stream()
                .collect(Collectors.toMap(EventSummaries.Linked::owner, EventSummaries.Linked::event));
        Map<UUID, Encounter> rows = new HashMap<>();
        for (EventSummary event : events.of(ids)) {
            List<Participant> all = taking.getOrDefault(event.getId(), List.of());
            rows.put(event.getId(), encounter(event, side(all, actor), side(all, with), day).partOf(wholes.get(event.getId())));
        }
        return rows;
    }

    private static List<Participant> side(List<Participant> participants, UUID actor) {
        return participants.stream().filter(each -> actor.equals(each.getActorId()) || actor.equals(each.getOnBehalfOfId())).toList();
    }

    private static Encounter encounter(EventSummary event, List<Participant> one, List<Participant> other, LocalDate day) {
        String start = event.getStart() == null ? null : event.getStart().getEarliest();
        boolean ahead = start != null && LocalDate.parse(start).isAfter(day);
        boolean met = "held".equals(event.getStatus()) && !ahead && attended(one) && attended(other);
        return new Encounter().id(event.getId()).met(met).inPerson(inPerson(event, one, other)).event(event)
                .actorParticipants(one).withParticipants(other);
    }

    private static boolean attended(List<Participant> side) {
        return side.stream().anyMatch(each -> ATTENDED.contains(each.getAttendance()));
    }

    /** Null where no source says how one of the sides took part. */
    private static Boolean inPerson(EventSummary event, List<Participant> one, List<Participant> other) {
        if (event.getKind() != null && CALLS.contains(event.getKind())) {
            return false;
        }
        List<Boolean> sides = new ArrayList<>();
        sides.add(inPerson(one));
        sides.add(inPerson(other));
        return sides.contains(false) ? Boolean.FALSE : sides.contains(null) ? null : Boolean.TRUE;
    }

    private static Boolean inPerson(List<Participant> side) {
        List<String> modes = side.stream().map(Participant::getMode).filter(Objects::nonNull).toList();
        return modes.isEmpty() ? null : (Boolean) modes.contains("in-person");
    }
}
