package org.chancery.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.match.EntityDescription;
import org.chancery.match.EventDescription;
import org.chancery.match.EventMatchService;
import org.chancery.match.Feature;
import org.chancery.match.ForeignId;
import org.chancery.match.NamesFound;
import org.chancery.reconcile.Query.Value;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;
import org.chancery.time.EventTime;
import org.chancery.time.InvalidDateException;
import org.chancery.time.PartialDate;

/**
 * Makes descriptions of queries. A client sends what its cells hold: what cannot be read as a date, or is found as no record, says
 * nothing, so that one bad cell does not stop the others.
 */
@ApplicationScoped
class QueryReader {
    private static final Map<String, Feature> DATES = Map.of("birth-date", Feature.BIRTH_DATE, "death-date", Feature.DEATH_DATE,
            "founded", Feature.FOUNDED, "dissolved", Feature.DISSOLVED, "valid-from", Feature.VALID_FROM, "valid-to", Feature.VALID_TO);
    /** Properties whose values are actors, which are compared by id. */
    private static final List<String> ACTORS = List.of("state", "actor");
    /** A name as far off as this is not taken for the actor's. */
    private static final double SURE = 0.8;
    private static final int DAY_LENGTH = 10;

    private final Properties properties;
    private final NamesFound names;

    QueryReader(Properties properties, NamesFound names) {
        this.properties = properties;
        this.names = names;
    }

    /** Ids of the actors that texts of all these queries name; one statement. */
    Map<String, Set<UUID>> actors(List<Query> queries) {
        Set<String> texts = new LinkedHashSet<>();
        queries.forEach(query -> ACTORS.forEach(property -> query.of(property).stream().map(Value::text)
                .filter(text -> text != null && !Folding.fold(text).isEmpty()).forEach(texts::add)));
        Map<String, Set<UUID>> actors = new HashMap<>();
        List<String> asked = List.copyOf(texts);
        List<Map<UUID, NamesFound.Named>> found = names.find(asked.stream()
                .map(text -> new NamesFound.Ask(List.of(text), Set.of(RecordType.STATE, RecordType.ORGANIZATION))).toList());
        for (int i = 0; i < asked.size(); i++) {
            Set<UUID> ids = new LinkedHashSet<>();
            found.get(i).forEach((id, named) -> {
                if (named.strength() >= SURE) {
                    ids.add(id);
                }
            });
            actors.put(asked.get(i), ids);
        }
        return actors;
    }

    EntityDescription entity(Query query, Map<String, Set<UUID>> actors) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        types.addAll(query.types());
        types.removeAll(EventMatchService.EVENTS);
        Map<Feature, PartialDate> dates = new EnumMap<>(Feature.class);
        DATES.forEach((property, feature) -> query.text(property).flatMap(QueryReader::date).ifPresent(date -> dates.put(feature, date)));
        Map<Feature, Set<String>> words = new EnumMap<>(Feature.class);
        query.text("class").ifPresent(word -> words.put(Feature.CLASS, Set.of(word)));
        query.text("capital").ifPresent(word -> words.put(Feature.CAPITAL, Set.of(Folding.fold(word))));
        Set<UUID> states = ids(query, "state", actors);
        if (!states.isEmpty()) {
            words.put(Feature.STATE, states.stream().map(UUID::toString).collect(Collectors.toSet()));
        }
        return new EntityDescription(types, query.names(), query.ids(), identifiers(query), dates, words, offices(query, actors));
    }

    private static List<EntityDescription.Office> offices(Query query, Map<String, Set<UUID>> actors) {
        UUID position = query.of("office").stream().map(Value::id).filter(id -> id != null).findFirst().orElse(null);
        String title = position == null ? query.text("office").orElse(null) : null;
        String function = query.text("function").orElse(null);
        UUID actor = ids(query, "actor", actors).stream().findFirst().orElse(null);
        return position == null && title == null && function == null && actor == null ? List.of()
                : List.of(new EntityDescription.Office(position, title, function, actor, null));
    }

    EventDescription event(Query query, Map<String, Set<UUID>> actors) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        types.addAll(query.types());
        types.retainAll(EventMatchService.EVENTS);
        List<EventDescription.Participant> participants = new ArrayList<>();
        query.of("participant").stream().filter(value -> value.id() != null || !Folding.fold(value.text()).isEmpty())
                .forEach(value -> participants.add(new EventDescription.Participant(value.id(), value.text())));
        EventTime start = query.text("start").flatMap(QueryReader::date).map(date -> new EventTime(date, null, null, null)).orElse(null);
        return new EventDescription(types, query.text("kind").orElse(null), query.names(), query.ids(), identifiers(query), start,
                query.text("city").orElse(null), query.text("venue").orElse(null), ids(query, "state", actors), participants);
    }

    private static Set<UUID> ids(Query query, String property, Map<String, Set<UUID>> actors) {
        Set<UUID> ids = new LinkedHashSet<>();
        query.of(property).forEach(value -> ids.addAll(value.id() != null ? Set.of(value.id()) : actors.getOrDefault(value.text(), Set.of())));
        return ids;
    }

    private Set<ForeignId> identifiers(Query query) {
        Set<ForeignId> identifiers = new LinkedHashSet<>();
        query.values().forEach((property, values) -> {
            if (properties.isScheme(property)) {
                values.stream().map(Value::text).filter(text -> text != null && !text.isBlank())
                        .forEach(text -> identifiers.add(new ForeignId(property, text.strip())));
            }
        });
        return identifiers;
    }

    /** A date as partial as it is, or the day of a time stamp. */
    private static Optional<PartialDate> date(String text) {
        try {
            return Optional.of(PartialDate.parse(text.indexOf('T') == DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text.strip()));
        } catch (InvalidDateException e) {
            return Optional.empty();
        }
    }
}
