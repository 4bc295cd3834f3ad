package org.chancery.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.contract.RequestParameters;
import org.chancery.text.Folding;

/**
 * What a collection can be filtered and sorted by: the tables, and one SQL condition or expression for each parameter and
 * sort key of the contract. {@code r} is always the row of {@code record}.
 */
public final class Listing {
    /** A condition that applies where the request has any of these parameters. */
    record Filter(List<String> parameters, BiConsumer<Where, RequestParameters> condition) {
    }

    /**
     * The tables that a statement needs.
     *
     * @param id of a row
     * @param always what holds of all rows and has no parameters
     */
    record Tables(String from, String id, String always) {
        String where(Where where) {
            return always.isEmpty() ? where.sql() : always + "\n   and " + where.sql();
        }
    }

    /** A column that sorts, never null, and its type in SQL. */
    record Key(String sql, String type) {
    }

    private static final Pattern OF_TYPE = Pattern.compile("record r join (\\w+ (\\w)) on \\2\\.id = r\\.id(?: and (.+))?");

    final String from;
    final String id;
    final String always;
    final String defaultSort;
    final Map<String, Key> keys = new LinkedHashMap<>();
    final List<Filter> filters = new ArrayList<>();
    final List<String> also = new ArrayList<>();
    private Predicate<RequestParameters> when = parameters -> false;
    private Listing instead;

    /**
     * @param from tables that the conditions speak of
     * @param defaultSort as in the parameter {@code sort}
     */
    public Listing(String from, String defaultSort) {
        this(from, null, "", defaultSort);
    }

    /**
     * A listing without {@code r}.
     *
     * @param from tables that the conditions speak of, all of which each statement takes
     * @param id of a row, in the table that has its {@code created_at} and {@code updated_at} too
     * @param always what holds of all rows; empty for nothing
     * @param defaultSort as in the parameter {@code sort}
     */
    public Listing(String from, String id, String always, String defaultSort) {
        this.from = from;
        this.id = id;
        this.always = always;
        this.defaultSort = defaultSort;
        String row = id == null ? "r.id" : id;
        String table = row.substring(0, row.indexOf('.'));
        sort("updated", table + ".updated_at", "timestamptz");
        sort("created", table + ".created_at", "timestamptz");
        uuids("ids", row + " = any(:ids)");
        filter("updatedFrom", (where, p) -> where.and(table + ".updated_at >= :updatedFrom", "updatedFrom", p.instant("updatedFrom").orElseThrow()));
        filter("updatedTo", (where, p) -> where.and(table + ".updated_at <= :updatedTo", "updatedTo", p.instant("updatedTo").orElseThrow()));
    }

    public Listing sort(String key, String sql, String type) {
        keys.put(key, new Key(sql, type));
        return this;
    }

    /** Expressions whose values each row brings along, before what sorts it. */
    public Listing with(String... expressions) {
        also.addAll(List.of(expressions));
        return this;
    }

    /** A parameter of the contract; applied only where the request has it. */
    public Listing filter(String parameter, BiConsumer<Where, RequestParameters> condition) {
        return filter(List.of(parameter), condition);
    }

    /** Parameters that make one condition together; applied where the request has any of them. */
    public Listing filter(List<String> parameters, BiConsumer<Where, RequestParameters> condition) {
        filters.add(new Filter(parameters, condition));
        return this;
    }

    /** A parameter that says how to show the rows and takes none away. */
    public Listing view(String parameter) {
        return filter(parameter, (where, p) -> { });
    }

    /** A name in any language, exact but for case and accents. */
    public Listing name() {
        return filter("name", (where, p) -> where.and(
                "r.id in (select n.record_id from name n where n.folded collate \"C\" = :name)",
                "name", Folding.fold(p.one("name").orElseThrow())));
    }

    /** Has the same rows, filters and orders come from other tables for some requests. */
    public Listing instead(Predicate<RequestParameters> requests, Listing of) {
        when = requests;
        instead = of;
        return this;
    }

    /** The listing that answers the request. */
    Listing of(RequestParameters request) {
        return when.test(request) ? instead : this;
    }

    /** Ids, any of which matches {@code = any(:parameter)}. */
    public Listing uuids(String parameter, String condition) {
        return filter(parameter, (where, p) -> where.any(condition, parameter, p.uuids(parameter).toArray(UUID[]::new)));
    }

    /** Words, any of which matches {@code = any(:parameter)}. */
    public Listing words(String parameter, String condition) {
        return filter(parameter, (where, p) -> where.any(condition, parameter, p.all(parameter).toArray(String[]::new)));
    }

    /**
     * The tables of a statement with these conditions and expressions. Each row of a type has one in {@code record}, and each that is
     * published there one of its type: what nothing speaks of is left out, and one index serves conditions and order.
     */
    Tables tables(Where where, List<String> expressions) {
        if (id != null) {
            return new Tables(from, id, always);
        }
        Matcher type = OF_TYPE.matcher(from);
        if (type.matches()) {
            String said = where.sql() + " " + String.join(" ", expressions);
            if (!said.matches("(?s).*\\br\\..*")) {
                return new Tables(type.group(1), type.group(2) + ".id", type.group(3) == null ? "" : type.group(3));
            }
            if (!where.implied().isEmpty() && !said.matches("(?s).*\\b" + type.group(2) + "\\..*")) {
                return new Tables("record r", "r.id", where.implied() + " and r.record_state = 'published'");
            }
        }
        return new Tables(from, "r.id", where.implied());
    }

    /** Adds what the request's parameters ask for. */
    void restrict(Where where, RequestParameters request) {
        filters.stream().filter(filter -> filter.parameters().stream().anyMatch(request::has))
                .forEach(filter -> filter.condition().accept(where, request));
    }

    /** The parameters that this listing understands, for the check against the contract. */
    public Set<String> parameters() {
        return filters.stream().flatMap(filter -> filter.parameters().stream()).collect(Collectors.toSet());
    }

    /** The sort keys that it understands. */
    public Set<String> sortKeys() {
        return keys.keySet();
    }
}
