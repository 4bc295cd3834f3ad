package org.chancery.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.contract.MergedIds;

/** Knows the records behind keys, identifiers and URLs. A fixed number of statements, whatever is asked for. */
@ApplicationScoped
class Names {
    private static final String KEY = "key ";
    private static final String URL = "url ";

    private final EntityManager database;
    private final MergedIds merged;

    Names(EntityManager database, MergedIds merged) {
        this.database = database;
        this.merged = merged;
    }

    /**
     * What is called by a name.
     *
     * @param id null for a row that a trial found valid
     * @param job that brought a key; null for an identifier
     * @param number of the row that has the name; 0 for a record that no row of this file is
     */
    record Known(UUID id, String type, boolean published, UUID job, int number) {
    }

    static String url(String url) {
        return URL + url;
    }

    Map<String, Known> of(Job job, Collection<String> names) {
        Set<String> keys = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        Set<String> urls = new HashSet<>();
        names.forEach(name -> (name.startsWith(KEY) ? keys : name.startsWith(URL) ? urls : identifiers).add(name));
        Map<String, Known> known = new HashMap<>();
        if (job.isTrial() && !names.isEmpty()) {
            add(known, database.createNativeQuery("""
                    select c.name, r.record_id, r.record_type, true, cast(null as uuid), c.number from import_claim c
                      join import_result r on r.job_id = c.job_id and r.number = c.number where c.job_id = :job and c.name = any(:names)""", Tuple.class)
                    .setParameter("job", job.id()), names);
        }
        if (!keys.isEmpty()) {
            add(known, database.createNativeQuery("""
                    select 'key ' || k.key, r.id, r.record_type, r.record_state = 'published', k.job_id, 0 from import_key k join record r on r.id = k.record_id
                     where k.dataset = :dataset and k.key = any(:names)""", Tuple.class).setParameter("dataset", job.keys()),
                    keys.stream().map(name -> name.substring(KEY.length())).toList());
        }
        if (!identifiers.isEmpty()) {
            add(known, database.createNativeQuery("""
                    select i.scheme || ' ' || i.value, r.id, r.record_type, true, cast(null as uuid), 0 from identifier i join record r on r.id = i.record_id
                     where (i.scheme, i.value) in (select split_part(n, ' ', 1), substr(n, position(' ' in n) + 1) from unnest(:names) w (n))""", Tuple.class),
                    identifiers);
        }
        if (!urls.isEmpty()) {
            add(known, database.createNativeQuery("""
                    select 'url ' || s.url, s.id, s.record_type, true, cast(null as uuid), 0 from source s where s.url = any(:names)""", Tuple.class),
                    urls.stream().map(name -> name.substring(URL.length())).toList());
        }
        return followed(known);
    }

    private static void add(Map<String, Known> known, Query query, Collection<String> names) {
        ((List<?>) query.setParameter("names", names.toArray(String[]::new)).getResultList()).stream().map(Tuple.class::cast)
                .forEach(row -> known.putIfAbsent(row.get(0, String.class), new Known(row.get(1, UUID.class), row.get(2, String.class), row.get(3, Boolean.class),
                        row.get(4, UUID.class), row.get(5, Integer.class))));
    }

    /** What was merged since it was imported is its survivor. */
    private Map<String, Known> followed(Map<String, Known> known) {
        Map<UUID, UUID> survivors = merged.of(known.values().stream().filter(each -> !each.published()).map(Known::id).toList());
        if (!survivors.isEmpty()) {
            known.replaceAll((name, each) -> !survivors.containsKey(each.id()) ? each
                    : new Known(survivors.get(each.id()), each.type(), true, each.job(), each.number()));
        }
        return known;
    }
}
