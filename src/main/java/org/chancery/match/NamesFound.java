package org.chancery.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.search.NameHit;
import org.chancery.search.NameSearch;

/** Records by their names, as the search finds them: under every spelling, in any script; in the statements of one search. */
@ApplicationScoped
public class NamesFound {
    /** Namesakes that are looked at for one name. */
    private static final int MOST = 50;

    private final NameSearch search;

    NamesFound(NameSearch search) {
        this.search = search;
    }

    /** @param texts different names of one thing */
    public record Ask(List<String> texts, Set<RecordType> types) {
    }

    /** @param strength how well the name found fits the one given, 0 to 1: the score of the search among records of one type */
    public record Named(double strength, String given, String found) {
        static final Named CERTAIN = new Named(1, "", "");
    }

    /** For each asked, the records that may have one of the names, each with the name that fits best. */
    public List<Map<UUID, Named>> find(List<Ask> asks) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        asks.forEach(ask -> types.addAll(ask.types()));
        List<String> texts = asks.stream().filter(ask -> !ask.types().isEmpty()).flatMap(ask -> ask.texts().stream()).distinct().toList();
        Map<String, List<NameHit>> hits = new LinkedHashMap<>();
        List<List<NameHit>> found = search.find(texts, types, MOST);
        for (int i = 0; i < texts.size(); i++) {
            hits.put(texts.get(i), found.get(i));
        }
        List<Map<UUID, Named>> named = new ArrayList<>();
        asks.forEach(ask -> named.add(best(ask, hits)));
        return named;
    }

    private static Map<UUID, Named> best(Ask ask, Map<String, List<NameHit>> hits) {
        Map<UUID, Named> best = new LinkedHashMap<>();
        for (String text : ask.texts()) {
            hits.getOrDefault(text, List.of()).stream().filter(hit -> ask.types().contains(hit.type())).forEach(hit -> best.merge(hit.id(),
                    new Named(hit.fit(), text, hit.value()), (one, other) -> one.strength() >= other.strength() ? one : other));
        }
        return best;
    }

    /** Records one of whose names begins so, the best first. */
    public List<UUID> beginning(String prefix, Collection<RecordType> types, int limit) {
        return search.find(List.of(prefix), types, limit).get(0).stream().map(NameHit::id).toList();
    }
}
