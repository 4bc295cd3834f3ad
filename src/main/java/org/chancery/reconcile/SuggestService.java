package org.chancery.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.match.NamesFound;
import org.chancery.reconcile.Cards.Card;
import org.chancery.reconcile.Properties.Property;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;

/** What a user may mean who has typed the beginning of it. */
@ApplicationScoped
class SuggestService {
    private static final int PAGE = 20;

    private final Properties properties;
    private final NamesFound names;
    private final Cards cards;

    SuggestService(Properties properties, NamesFound names, Cards cards) {
        this.properties = properties;
        this.names = names;
        this.cards = cards;
    }

    /** A record as the protocol suggests it. */
    record Suggestion(UUID id, String name, String description, List<Types.Type> notable) {
    }

    record Suggestions<S>(List<S> result) {
    }

    record Proposal(List<Property> properties, String type, Integer limit) {
    }

    /** Records by the beginning of a name, or the one that has this id. */
    @Transactional
    Suggestions<Suggestion> entities(String prefix, int skip, Set<RecordType> types) {
        List<UUID> ids = Query.id(prefix).map(List::of).orElseGet(() -> names.beginning(prefix, types, skip + PAGE));
        List<UUID> page = ids.stream().skip(skip).limit(PAGE).toList();
        Map<UUID, Card> found = cards.of(page);
        return new Suggestions<>(page.stream().map(found::get).filter(Objects::nonNull).filter(card -> types.contains(card.type()))
                .map(card -> new Suggestion(card.id(), card.name(), card.description(), List.of(Types.of(card.type())))).toList());
    }

    Suggestions<Types.Type> types(String prefix, int skip) {
        return new Suggestions<>(Types.all().stream().filter(type -> begins(prefix, type.id(), type.name())).skip(skip).limit(PAGE).toList());
    }

    Suggestions<Property> properties(String prefix, int skip, Set<RecordType> types) {
        return new Suggestions<>(properties.of(types).stream().filter(property -> begins(prefix, property.id(), property.name())).skip(skip).limit(PAGE)
                .toList());
    }

    /** @param type null for all */
    Proposal propose(String type, Integer limit, Collection<RecordType> types) {
        return new Proposal(properties.of(types).stream().limit(limit == null ? Long.MAX_VALUE : limit).toList(), type, limit);
    }

    /** Whether a word of the texts begins so. */
    private static boolean begins(String prefix, String... texts) {
        String wanted = Folding.fold(prefix);
        for (String text : texts) {
            String folded = Folding.fold(text);
            if (folded.startsWith(wanted) || folded.contains(" " + wanted) || folded.contains("-" + wanted)) {
                return true;
            }
        }
        return false;
    }
}
