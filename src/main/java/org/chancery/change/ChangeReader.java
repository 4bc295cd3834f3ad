package org.chancery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.Change;
import org.chancery.record.RecordType;

/** Reads the log, part by part, for whoever follows it. */
@ApplicationScoped
public class ChangeReader {
    private static final String ALL = "change c where c.position > :after";
    /** Each of what is asked for by its own index, so that what is rare is not looked for in the whole log. */
    private static final String SOME = "unnest(:%s) k cross join lateral (select * from change i where i.%s = k and i.position > :after%s"
            + " order by i.position limit :limit) c where true";

    private static final String CHANGES = "select c.position, c.record_id, c.record_type, v.parent_id, p.record_type as parent_type, "
            + RevisionRows.COLUMNS + " from change c join revision v on v.record_id = c.record_id and v.number = c.number"
            + " left join record p on p.id = v.parent_id where c.position = any(:positions) order by c.position";

    private final EntityManager database;
    private final ChangeLog log;
    private final RevisionRows revisions;
    private final ChangeCursors cursors;

    ChangeReader(EntityManager database, ChangeLog log, RevisionRows revisions, ChangeCursors cursors) {
        this.database = database;
        this.log = log;
        this.revisions = revisions;
        this.cursors = cursors;
    }

    /** A change and its place. */
    public record Entry(long position, Change change) {
    }

    /**
     * Changes in their order.
     *
     * @param upTo the place up to which nothing else is asked for
     * @param lost whether what followed the place that was asked for is not kept any more
     */
    public record Part(List<Entry> entries, long upTo, boolean lost) {
    }

    /** Gives what is committed its place. @return where the log ends now */
    @Transactional
    public long advance() {
        log.advance();
        return log.end();
    }

    /** At most so many changes behind a place, with cursors that go with whatever filters. */
    @Transactional
    public Part after(long position, ChangeFilter filter, int limit) {
        long end = log.end();
        long floor = log.floor();
        if (position < floor) {
            return new Part(List.of(), floor, true);
        }
        List<Long> positions = positions(filter, position, limit);
        List<Entry> entries = entries(positions, ChangeCursors.ANY_FILTERS);
        // others may have come since the end was read
        long last = positions.isEmpty() ? position : positions.get(positions.size() - 1);
        return new Part(entries, positions.size() < limit ? Math.max(end, last) : last, false);
    }

    List<Long> positions(ChangeFilter filter, long after, int limit) {
        boolean byRecord = !filter.records().isEmpty();
        boolean byType = !filter.types().isEmpty();
        String from = byRecord ? SOME.formatted("ids", "record_id", byType ? " and i.record_type = any(:types)" : "")
                : byType ? SOME.formatted("types", "record_type", "") : ALL;
        Query query = database.createNativeQuery("select c.position from " + from + " order by c.position limit :limit", Long.class)
                .setParameter("after", after).setParameter("limit", limit);
        if (byRecord) {
            query.setParameter("ids", filter.records().toArray(UUID[]::new));
        }
        if (byType) {
            query.setParameter("types", filter.types().toArray(String[]::new));
        }
        return ((List<?>) query.getResultList()).stream().map(Long.class::cast).toList();
    }

    /** @param scope what binds the cursors */
    List<Entry> entries(List<Long> positions, String scope) {
        List<?> rows = positions.isEmpty() ? List.of() : database.createNativeQuery(CHANGES, Tuple.class)
                .setParameter("positions", positions.toArray(Long[]::new)).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> {
            RevisionRow revision = revisions.read(row, 5);
            UUID id = row.get(1, UUID.class);
            UUID parent = row.get(3, UUID.class);
            long position = row.get(0, Long.class);
            return new Entry(position, new Change().recordId(id).recordType(row.get(2, String.class)).parentId(parent).version(revision.number())
                    .at(revision.at()).author(revision.author()).operation(revision.operation()).comment(revision.comment()).withId(revision.with())
                    .pointers(revision.pointers()).href(href(RecordType.of(row.get(2, String.class)), id, parent, row.get(4, String.class)))
                    .cursor(cursors.at(position, scope)));
        }).toList();
    }

    private static String href(RecordType type, UUID id, UUID parent, String parentType) {
        return parent == null ? type.href(id) : parentType == null ? null : type.href(RecordType.of(parentType), parent, id);
    }
}
