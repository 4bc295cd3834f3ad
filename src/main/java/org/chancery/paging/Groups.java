package org.chancery.paging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.chancery.contract.RequestParameters;

/** Counts the rows of a listing by what they share, under its filters; a page takes one statement whatever its depth. */
@ApplicationScoped
public class Groups {
    private final EntityManager database;
    private final RequestParameters parameters;
    private final Cursors cursors;

    Groups(EntityManager database, RequestParameters parameters, Cursors cursors) {
        this.database = database;
        this.parameters = parameters;
        this.cursors = cursors;
    }

    /** Rows of the listing that share a value. */
    public record Group(String key, int count) {
    }

    /**
     * Sorted as the parameter {@code sort} says: {@code key} (the default) or {@code count}, of equal counts the smaller key first.
     *
     * @param values a table {@code v (id, key)} of the values of each row, in SQL; a null counts for nothing
     */
    public Page<Group> page(Listing asked, Where scope, String scopeName, String values) {
        Listing listing = asked.of(parameters);
        listing.restrict(scope, parameters);
        Listing.Tables tables = listing.tables(scope, List.of());
        String groups = "(select v.key as key, cast(count(*) as integer) as count from (select " + tables.id() + " as id from " + tables.from()
                + " where " + tables.where(scope) + ") e cross join lateral (" + values + ") v (key) where v.key is not null group by v.key) g";
        Integer total = parameters.flag("includeTotal").orElse(false)
                ? (Integer) bind(database.createNativeQuery("select cast(count(*) as integer) from " + groups, Integer.class), scope).getSingleResult() : null;

        String sort = parameters.has("sort") ? parameters.one("sort").orElseThrow() : "key";
        boolean byCount = sort.endsWith("count");
        boolean descending = sort.startsWith("-");
        String query = scopeName + "|" + sort + "|" + parameters.filters();
        Where seek = new Where();
        parameters.one("cursor").map(cursor -> cursors.read(cursor, query)).ifPresent(after -> {
            String sign = descending ? "<" : ">";
            String later = "g.key collate \"C\" " + (byCount ? ">" : sign) + " :afterKey";
            scope.with("afterKey", after.get(0));
            if (byCount) {
                scope.with("afterCount", Integer.valueOf(after.get(1)));
                later = "(g.count " + sign + " :afterCount or g.count = :afterCount and " + later + ")";
            }
            seek.and(later);
        });
        String direction = descending ? " desc" : "";
        int limit = parameters.integer("limit").orElseThrow();
        List<?> found = bind(database.createNativeQuery("select g.key, g.count from " + groups + " where " + seek.sql() + " order by "
                + (byCount ? "g.count" + direction + ", g.key collate \"C\"" : "g.key collate \"C\"" + direction) + " limit " + (limit + 1),
                Object[].class), scope).getResultList();
        List<Group> rows = found.stream().map(Object[].class::cast).map(row -> new Group((String) row[0], (Integer) row[1])).toList();
        List<Group> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        Group last = rows.size() > limit ? shown.get(limit - 1) : null;
        return new Page<>(shown, last == null ? null : cursors.write(query, List.of(last.key(), String.valueOf(last.count()))), total);
    }

    private static Query bind(Query query, Where where) {
        where.parameters().forEach(query::setParameter);
        return query;
    }
}
