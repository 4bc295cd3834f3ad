package org.chancery.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Records by their identifiers in other registers. */
@ApplicationScoped
class Identifiers {
    private static final double SAME = 1;
    private static final double ANOTHER = 0.9;

    private final EntityManager database;
    private final ObjectMapper json;

    Identifiers(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Who has these; one statement. */
    Map<ForeignId, UUID> owners(Collection<ForeignId> wanted) {
        Map<ForeignId, UUID> owners = new HashMap<>();
        if (!wanted.isEmpty()) {
            List<?> rows = database.createNativeQuery("""
                    select i.scheme, i.value, i.record_id from jsonb_to_recordset(cast(:wanted as jsonb)) w (scheme text, value text)
                      join identifier i on i.scheme = w.scheme and i.value = w.value""", Tuple.class)
                    .setParameter("wanted", json.valueToTree(wanted).toString()).getResultList();
            rows.stream().map(Tuple.class::cast)
                    .forEach(row -> owners.put(new ForeignId(row.get(0, String.class), row.get(1, String.class)), row.get(2, UUID.class)));
        }
        return owners;
    }

    /** Of these records; one statement. */
    Map<UUID, Set<ForeignId>> of(Collection<UUID> ids) {
        Map<UUID, Set<ForeignId>> identifiers = new HashMap<>();
        List<?> rows = database.createNativeQuery("select record_id, scheme, value from identifier where record_id = any(:ids) order by ordinal", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> identifiers.computeIfAbsent(row.get(0, UUID.class), id -> new LinkedHashSet<>())
                .add(new ForeignId(row.get(1, String.class), row.get(2, String.class))));
        return identifiers;
    }

    /** The same value in a scheme decides; another one, and not the same too, contradicts. */
    static void compare(Score score, Set<ForeignId> given, Set<ForeignId> found) {
        Set<String> agreed = new TreeSet<>();
        for (ForeignId identifier : given) {
            if (found.contains(identifier)) {
                agreed.add(identifier.scheme());
                score.agree(Feature.IDENTIFIER, SAME, 1, identifier.toString(), identifier.toString());
            }
        }
        for (ForeignId identifier : given) {
            if (agreed.add(identifier.scheme())) {
                found.stream().filter(other -> other.scheme().equals(identifier.scheme())).findFirst()
                        .ifPresent(other -> score.contradict(Feature.IDENTIFIER, ANOTHER, 1, identifier.toString(), other.toString()));
            }
        }
    }
}
