package org.chancery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.chancery.api.model.Change;
import org.chancery.api.model.ChangePage;
import org.chancery.contract.RequestParameters;
import org.chancery.http.Answers;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.record.RecordType;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the log of changes. */
@ApplicationScoped
class ChangeService {
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
    private final RequestParameters parameters;
    private final FieldPages pages;
    private final Answers answers;

    ChangeService(EntityManager database, ChangeLog log, RevisionRows revisions, RequestParameters parameters, FieldPages pages, Answers answers) {
        this.database = database;
        this.log = log;
        this.revisions = revisions;
        this.parameters = parameters;
        this.pages = pages;
        this.answers = answers;
    }

    @Transactional
    RestResponse<ChangePage> list() {
        log.advance();
        String scope = "changes|" + parameters.filters();
        long start = start(scope);
        Page<String> positions = pages.page(scope, (after, limit) -> positions(start, limit));
        Page<Change> page = positions.map(found -> changes(found, scope));
        List<String> shown = positions.items();
        String last = shown.isEmpty() ? String.valueOf(start) : shown.get(shown.size() - 1);
        return answers.page(new ChangePage().items(page.items()).nextCursor(page.next()).resumeCursor(pages.cursor(scope, last)), page);
    }

    private long start(String scope) {
        long floor = log.floor();
        long start = pages.position(scope).map(Long::valueOf).orElse(floor);
        if (start < floor) {
            throw new ProblemException(ProblemType.RESYNC_REQUIRED, "Take an export and go on from there.");
        }
        return start;
    }

    private List<String> positions(long after, int limit) {
        boolean byRecord = parameters.has("recordId");
        boolean byType = parameters.has("recordType");
        String from = byRecord ? SOME.formatted("ids", "record_id", byType ? " and i.record_type = any(:types)" : "")
                : byType ? SOME.formatted("types", "record_type", "") : ALL;
        Query query = database.createNativeQuery("select c.position from " + from + " order by c.position limit :limit", Long.class)
                .setParameter("after", after).setParameter("limit", limit);
        if (byRecord) {
            query.setParameter("ids", parameters.givenUuids("recordId").stream().distinct().toArray(UUID[]::new));
        }
        if (byType) {
            query.setParameter("types", parameters.all("recordType").stream().distinct().toArray(String[]::new));
        }
        return ((List<?>) query.getResultList()).stream().map(String::valueOf).toList();
    }

    private List<Change> changes(List<String> positions, String scope) {
        List<?> rows = database.createNativeQuery(CHANGES, Tuple.class)
                .setParameter("positions", positions.stream().map(Long::valueOf).toArray(Long[]::new)).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> {
            RevisionRow revision = revisions.read(row, 5);
            UUID id = row.get(1, UUID.class);
            UUID parent = row.get(3, UUID.class);
            return new Change().recordId(id).recordType(row.get(2, String.class)).parentId(parent).version(revision.number()).at(revision.at())
                    .author(revision.author()).operation(revision.operation()).comment(revision.comment()).withId(revision.with()).pointers(revision.pointers())
                    .href(href(RecordType.of(row.get(2, String.class)), id, parent, row.get(4, String.class)))
                    .cursor(pages.cursor(scope, String.valueOf(row.get(0, Long.class))));
        }).toList();
    }

    private static String href(RecordType type, UUID id, UUID parent, String parentType) {
        return parent == null ? type.href(id) : parentType == null ? null
                : PartRevisionService.place(RecordType.of(parentType), parent, type, id);
    }
}
