package org.chancery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.record.RecordType;
import org.chancery.text.NameKeys;
import org.chancery.text.TypedName;

/**
 * Finds records by their names: under every spelling, in any order of words, by beginnings of words, in another case, misspelt. Two
 * statements whatever the number of queries; each looks at a bounded number of names, which the indexes of {@code name_key} give.
 *
 * <p>The score, 0 to 1, is that of the record's best name. Word by word, a word typed is worth 1 where the name has it, 0.8 to 1 as
 * the beginning of a word, 0.95 in another case, less for each wrong letter. The mean over the words typed, by their letters and to the
 * power of 1.5, is multiplied by 0.7 to 1 for how much of the name was typed, and by 0.98 for a transliteration, 0.95 for a like
 * sound, 0.91 for the sound of a stem, 0.97 where the name has no such patronymic, 0.95 for an office or series and 0.9 for an event, which
 * mention others, and by 0.84 for a misspelling of what is neither person nor event. Below {@link #THRESHOLD} nothing is a hit.
 */
@ApplicationScoped
public class NameSearch {
    /** The least score of a hit. */
    public static final double THRESHOLD = 0.55;
    /** Types that are found by name. */
    public static final Set<RecordType> TYPES = EnumSet.of(RecordType.PERSON, RecordType.STATE, RecordType.ORGANIZATION, RecordType.POSITION,
            RecordType.SERIES, RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);

    private static final Set<RecordType> EVENTS = EnumSet.of(RecordType.MEETING, RecordType.SUMMIT, RecordType.DECLARATION);
    /** Names that mention others. */
    private static final double OF_EVENT = 0.9;
    private static final double OF_POSITION = 0.95;
    /** Persons are called by a part of their names, misspelt or not; what is like a part of another name is mostly something else. */
    private static final double MISSPELT = 0.84;
    /** Of pg_trgm: how much of a misspelt word must be there for its name to be looked at. */
    private static final String ENOUGH_ALIKE = "0.35";
    /** Letters of a query from which on it may be misspelt, and from which on words of events may begin with it. */
    private static final int TELLING = 3;

    private static final String ENTITY = "k.record_type in ('person', 'state', 'organization', 'position', 'series')";
    private static final String EVENT = "k.record_type in ('meeting', 'summit', 'declaration')";
    private static final String WHOLE = """
            select e.query, k.record_id, k.ordinal, k.record_type from unnest(:keyQueries, :keys) e (query, key) cross join lateral (
                select k.record_id, k.ordinal, k.record_type from name_key k where k.key = e.key and k.record_type = any(:types) limit %1$d) k
            union all
            select e.query, k.record_id, k.ordinal, k.record_type from unnest(:keyQueries, :keys) e (query, key) cross join lateral (
                select k.record_id, k.ordinal, k.record_type from name_key k
                 where k.key >= e.key and k.key < e.key || chr(1114111) and k.record_type = any(:types) limit %1$d) k""";
    private static final String WORDS = """
            union all
            select w.query, k.record_id, k.ordinal, k.record_type from unnest(:wordQueries, :words) w (query, words) cross join lateral (
                select k.record_id, k.ordinal, k.record_type from name_key k
                 where k.method = 'sound' and %2$s and k.record_type = any(:types)
                   and array_to_tsvector(string_to_array(k.key, ' ')) @@ cast(w.words as tsquery) %3$s limit %1$d) k""";
    private static final String ALIKE = """
            union all
            select s.query, k.record_id, k.ordinal, k.record_type from unnest(:soundQueries, :sounds) s (query, sound) cross join lateral (
                select k.record_id, k.ordinal, k.record_type from name_key k
                 where k.method = 'sound' and %2$s and k.record_type = any(:types) and k.key %%> s.sound %3$s
                 order by word_similarity(s.sound, k.key) desc limit %1$d) k""";
    /** The most expensive for the least gain: only where no event has all the words. */
    private static final String NOTHING_ELSE = "and not exists (select 1 from strict t where t.query = s.query and t."
            + EVENT.substring(2) + ")";
    /** The limits of 1 are no more than what keys say; they keep the planner from reading whole tables for what it takes for many rows. */
    private static final String FOUND = """
            with strict as materialized (%s)
            select f.query, f.record_id, f.record_type, n.value, n.lang, n.kind,
                   (select string_agg(k.method || ' ' || k.key, chr(10) order by k.position) from name_key k
                     where k.record_id = f.record_id and k.ordinal = f.ordinal)
              from (select distinct query, record_id, ordinal, record_type from (select * from strict %s) u) f
             cross join lateral (select 1 from record r where r.id = f.record_id and r.record_state = 'published' limit 1) r
             cross join lateral (
                select n.value, n.lang, n.kind from name n
                 where n.record_id = f.record_id and n.ordinal = f.ordinal and (cast(:validOn as date) is null
                    or (n.valid_from_earliest is null or n.valid_from_earliest <= cast(:validOn as date))
                   and (n.valid_to_latest is null or n.valid_to_latest >= cast(:validOn as date))) limit 1) n""";

    private final EntityManager database;

    NameSearch(EntityManager database) {
        this.database = database;
    }

    /**
     * How far to look.
     *
     * @param names the most names that are looked at of each kind of likeness; so many events may remain unseen whose names are as
     *     near as those that were found
     * @param misspelt whether to look for misspellings
     * @param validOn only names that may have been in use on that day; null for all
     */
    public record Depth(int names, boolean misspelt, LocalDate validOn) {
    }

    /**
     * What was found for one name typed.
     *
     * @param hits the best first
     * @param more types of which so many names were looked at that there may be more
     */
    public record Found(List<NameHit> hits, Set<RecordType> more) {
    }

    /**
     * For each text its hits, the best first, at most {@code limit}.
     *
     * @param types of {@link #TYPES}
     */
    @Transactional
    public List<List<NameHit>> find(List<String> texts, Collection<RecordType> types, int limit) {
        return find(texts.stream().map(TypedName::of).toList(), types, new Depth(100, true, null)).stream()
                .map(found -> found.hits().subList(0, Math.min(limit, found.hits().size()))).toList();
    }

    /** For each name typed all hits within the depth. */
    @Transactional
    public List<Found> find(List<TypedName> typed, Collection<RecordType> types, Depth depth) {
        List<Map<UUID, NameHit>> best = new ArrayList<>();
        List<Map<Boolean, Integer>> looked = new ArrayList<>();
        typed.forEach(each -> {
            best.add(new HashMap<>());
            looked.add(new HashMap<>());
        });
        if (!typed.isEmpty() && !types.isEmpty()) {
            if (depth.misspelt()) {
                database.createNativeQuery("select set_config('pg_trgm.word_similarity_threshold', :enough, true)", String.class)
                        .setParameter("enough", ENOUGH_ALIKE).getSingleResult();
            }
            for (Object found : query(typed, types, depth).getResultList()) {
                Tuple row = (Tuple) found;
                int query = row.get(0, Integer.class);
                RecordType type = RecordType.of(row.get(2, String.class));
                looked.get(query).merge(EVENTS.contains(type), 1, Integer::sum);
                TypedName.Score score = typed.get(query).score(keys(row.get(6, String.class)));
                double fit = score.value() * (score.misspelt() ? misspelt(type) : 1);
                double value = rounded(fit * likely(type));
                if (value >= THRESHOLD) {
                    NameHit hit = new NameHit(row.get(1, UUID.class), type, row.get(3, String.class), row.get(4, String.class), row.get(5, String.class),
                            score.match(), value, rounded(fit));
                    best.get(query).merge(hit.id(), hit, (one, other) -> BETTER.compare(one, other) <= 0 ? one : other);
                }
            }
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Map<Boolean, Integer> names = looked.get(i);
            found.add(new Found(best.get(i).values().stream().sorted(BETTER).toList(), types.stream()
                    .filter(type -> names.getOrDefault(EVENTS.contains(type), 0) >= depth.names()).collect(Collectors.toSet())));
        }
        return found;
    }

    /** Of equal scores the closer relation, entities before events, the shorter name; the id settles it. */
    private static final Comparator<NameHit> BETTER = Comparator.comparingDouble(NameHit::score).reversed().thenComparing(NameHit::how)
            .thenComparing(hit -> EVENTS.contains(hit.type())).thenComparing(hit -> hit.value().length()).thenComparing(hit -> hit.value())
            .thenComparing(NameHit::id);

    private static double likely(RecordType type) {
        return EVENTS.contains(type) ? OF_EVENT : type == RecordType.POSITION || type == RecordType.SERIES ? OF_POSITION : 1;
    }

    private static double misspelt(RecordType type) {
        return type == RecordType.PERSON || EVENTS.contains(type) ? 1 : MISSPELT;
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    private static List<NameKeys.Key> keys(String lines) {
        return Arrays.stream(lines.split("\n")).map(line -> line.split(" ", 2)).map(pair -> new NameKeys.Key(pair[0], pair[1])).toList();
    }

    private Query query(List<TypedName> typed, Collection<RecordType> types, Depth depth) {
        boolean entities = types.stream().anyMatch(type -> !EVENTS.contains(type));
        boolean events = types.stream().anyMatch(EVENTS::contains);
        String strict = WHOLE + (entities ? part(WORDS, ENTITY, "order by length(k.key)") : "") + (events ? part(WORDS, EVENT, "") : "");
        String alike = depth.misspelt() ? (entities ? part(ALIKE, ENTITY, "") : "") + (events ? part(ALIKE, EVENT, NOTHING_ELSE) : "") : "";
        Query query = database.createNativeQuery(FOUND.formatted(strict, alike).replace("%1$d", String.valueOf(depth.names())), Tuple.class);
        bind(query, typed, TypedName::keys, "keyQueries", "keys");
        bind(query, typed, each -> each.query().isEmpty() ? Set.of() : Set.of(each.query()), "wordQueries", "words");
        if (depth.misspelt()) {
            bind(query, typed, each -> each.sounds().stream().filter(sound -> sound.length() >= TELLING).collect(Collectors.toSet()), "soundQueries", "sounds");
        }
        return query.setParameter("types", types.stream().map(RecordType::word).toArray(String[]::new))
                .setParameter("validOn", depth.validOn() == null ? null : depth.validOn().toString());
    }

    private static String part(String sql, String scope, String rest) {
        return "\n" + sql.replace("%2$s", scope).replace("%3$s", rest).replace("%%", "%");
    }

    /** As two arrays: the number of the query, and what to look for. */
    private static void bind(Query query, List<TypedName> typed, Function<TypedName, Collection<String>> sought, String numbers, String values) {
        List<Integer> queries = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            for (String text : sought.apply(typed.get(i))) {
                queries.add(i);
                texts.add(text);
            }
        }
        query.setParameter(numbers, queries.toArray(Integer[]::new)).setParameter(values, texts.toArray(String[]::new));
    }
}
