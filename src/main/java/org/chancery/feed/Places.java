package org.chancery.feed;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.api.model.Place;

/** A place in one line. */
final class Places {
    private Places() {
    }

    static String text(Place place) {
        String state = place.getStateName() == null ? null : place.getStateName().getValue();
        String where = Stream.of(place.getVenue(), place.getCity(), state).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return where.isEmpty() ? "online" : where;
    }
}
