package org.chancery.paging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.contract.RequestParameters;

/** Runs a listing: one statement for the ids of a page whatever its depth (keyset), one more where the total is asked for. */
@ApplicationScoped
public class Lists {
    private final EntityManager database;
    private final RequestParameters parameters;
    private final Cursors cursors;

    Lists(EntityManager database, RequestParameters parameters, Cursors cursors) {
        this.database = database;
        this.parameters = parameters;
        this.cursors = cursors;
    }

    private record Order(Listing.Key key, boolean descending) {
    }

    /**
     * Ids of the page that the request asks for.
     *
     * @param scope conditions beside the request's parameters, and what binds a cursor to them
     */
    public Page<UUID> page(Listing listing, Where scope, String scopeName) {
        return rows(listing, scope, scopeName).map(rows -> rows.stream().map(row -> UUID.fromString(row.get(row.size() - 1))).toList());
    }

    /** The page's rows as texts: what they bring along, what sorts them, then the id. What is not known is null. */
    public Page<List<String>> rows(Listing asked, Where scope, String scopeName) {
        Listing listing = asked.of(parameters);
        listing.restrict(scope, parameters);
        List<String> sort = parameters.has("sort") ? parameters.all("sort") : List.of(listing.defaultSort.split(","));
        List<Order> orders = new ArrayList<>();
        for (String word : sort) {
            boolean descending = word.startsWith("-");
            orders.add(new Order(listing.keys.get(descending ? word.substring(1) : word), descending));
        }
        // the id last, in the direction of the key before it, so that one index serves both ways
        Listing.Tables tables = listing.tables(scope, Stream.concat(listing.also.stream(), orders.stream().map(order -> order.key().sql())).toList());
        orders.add(new Order(new Listing.Key(tables.id(), "uuid"), orders.get(orders.size() - 1).descending()));
        Integer total = parameters.flag("includeTotal").orElse(false) ? count(listing, scope) : null;

        String query = scopeName + "|" + sort + "|" + parameters.filters();
        parameters.one("cursor").ifPresent(cursor -> seek(scope, orders, cursors.read(cursor, query)));
        int limit = parameters.integer("limit").orElseThrow();
        String columns = Stream.concat(listing.also.stream(), orders.stream().map(order -> order.key().sql()))
                .map(sql -> "cast(" + sql + " as text)").collect(Collectors.joining(", "));
        String order = orders.stream().map(o -> o.key().sql() + collation(o) + (o.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        List<Object[]> rows = bind(database.createNativeQuery("select " + columns + "\n  from " + tables.from() + "\n where "
                + tables.where(scope) + "\n order by " + order + "\n limit " + (limit + 1), Object[].class), scope).getResultList();

        boolean more = rows.size() > limit;
        List<Object[]> shown = more ? rows.subList(0, limit) : rows;
        List<List<String>> texts = shown.stream().map(row -> Arrays.stream(row).map(String.class::cast).toList()).toList();
        return new Page<>(texts, more ? cursors.write(query, texts.get(limit - 1).subList(listing.also.size(), listing.also.size() + orders.size())) : null,
                total);
    }

    private int count(Listing listing, Where scope) {
        Listing.Tables tables = listing.tables(scope, List.of());
        return bind(database.createNativeQuery("select cast(count(*) as integer) from " + tables.from() + " where " + tables.where(scope),
                Integer.class), scope).getResultList().stream().mapToInt(Integer.class::cast).sum();
    }

    /**
     * Rows after the position. Where all keys have one direction, (a, b) &gt; (x, y), which an index takes whole; else (a &gt; x) or
     * (a = x and b &gt; y) or …, behind a plain bound on the first key for the index.
     */
    private static void seek(Where where, List<Order> orders, List<String> values) {
        List<String> columns = orders.stream().map(order -> order.key().sql() + collation(order)).toList();
        List<String> bounds = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            bounds.add("cast(:after" + i + " as " + orders.get(i).key().type() + ")");
            where.with("after" + i, values.get(i));
        }
        if (orders.stream().map(Order::descending).distinct().count() == 1) {
            where.and("(" + String.join(", ", columns) + ")" + sign(orders.get(0)) + "(" + String.join(", ", bounds) + ")");
            return;
        }
        List<String> alternatives = new ArrayList<>();
        String equal = "";
        for (int i = 0; i < orders.size(); i++) {
            alternatives.add("(" + equal + columns.get(i) + sign(orders.get(i)) + bounds.get(i) + ")");
            equal += columns.get(i) + " = " + bounds.get(i) + " and ";
        }
        where.and(columns.get(0) + sign(orders.get(0)).stripTrailing() + "= " + bounds.get(0));
        where.and("(" + String.join(" or ", alternatives) + ")");
    }

    private static String sign(Order order) {
        return order.descending() ? " < " : " > ";
    }

    private static String collation(Order order) {
        return order.key().type().equals("text") ? " collate \"C\"" : "";
    }

    private static Query bind(Query query, Where where) {
        where.parameters().forEach(query::setParameter);
        return query;
    }
}
