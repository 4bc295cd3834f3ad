package org.chancery.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordType;
import org.chancery.text.Folding;

/** Records by their names in any language and script, exact but for case and accents; one statement whatever their number. */
@ApplicationScoped
public class NamesFound {
    private final EntityManager database;
    private final ObjectMapper json;

    NamesFound(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param texts different names of one thing */
    public record Ask(List<String> texts, Set<RecordType> types) {
    }

    /** @param strength how well the name found fits the one given, 0 to 1 */
    public record Named(double strength, String given, String found) {
        static final Named CERTAIN = new Named(1, "", "");
    }

    private record Text(int index, String given, String folded) {
    }

    /** For each asked, the records that have one of the names. */
    public List<Map<UUID, Named>> find(List<Ask> asks) {
        List<Map<UUID, Named>> found = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        asks.forEach(ask -> {
            ask.texts().forEach(text -> texts.add(new Text(found.size(), text, Folding.fold(text))));
            found.add(new HashMap<>());
        });
        List<?> rows = database.createNativeQuery("""
                select t.index, t.given, n.record_id, n.value, r.record_type
                  from jsonb_to_recordset(cast(:texts as jsonb)) t (index integer, given text, folded text)
                  join name n on n.folded = t.folded join record r on r.id = n.record_id""", Tuple.class)
                .setParameter("texts", json.valueToTree(texts).toString()).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            if (asks.get(row.get(0, Integer.class)).types().contains(RecordType.of(row.get(4, String.class)))) {
                found.get(row.get(0, Integer.class)).put(row.get(2, UUID.class), new Named(1, row.get(1, String.class), row.get(3, String.class)));
            }
        });
        return found;
    }

    /** Records one of whose names begins so. */
    public List<UUID> beginning(String prefix, Set<RecordType> types, int limit) {
        return database.createNativeQuery("""
                select n.record_id from name n join record r on r.id = n.record_id where n.folded like :prefix and r.record_type = any(:types)
                 group by n.record_id order by n.record_id limit :limit""", UUID.class).setParameter("prefix", Folding.fold(prefix).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .setParameter("types", types.stream().map(RecordType::word).toArray(String[]::new)).setParameter("limit", limit).getResultList();
    }
}
