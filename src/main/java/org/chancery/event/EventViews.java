package org.chancery.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chancery.api.model.Phase;
import org.chancery.api.model.Place;
import org.chancery.record.Labels;

/** Where an event is and how it stands against the clock, for flat rows and whole records alike. */
final class EventViews {
    /** Statuses that say nothing of what became of the event. */
    static final Set<String> UNSETTLED = Set.of("rumoured", "proposed", "announced", "confirmed", "in-progress", "unknown");

    private EventViews() {
    }

    static Place place(String venue, String city, UUID stateId, boolean online, Labels.Labelled labelled) {
        return venue == null && city == null && stateId == null && !online ? null
                : new Place().venue(venue).city(city).stateId(stateId).stateName(labelled.show(stateId)).online(online);
    }

    /** Null without a date that tells. */
    static Phase phase(Instant begins, Instant ends, Instant now) {
        if (begins != null && now.isBefore(begins)) {
            return Phase.UPCOMING;
        }
        if (ends != null && !now.isBefore(ends)) {
            return Phase.PAST;
        }
        return begins == null ? null : Phase.ONGOING;
    }

    /** The clock never makes a planned event held: it only says that somebody should find out. */
    static boolean needsConfirmation(String status, Instant ends, Instant now) {
        return ends != null && !now.isBefore(ends) && UNSETTLED.contains(status);
    }
}
