package org.chancery.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.api.model.Revision;
import org.chancery.api.model.RevisionDetail;
import org.chancery.api.model.RevisionDifference;
import org.chancery.api.model.RevisionPage;
import org.chancery.contract.RequestParameters;
import org.chancery.http.Answers;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.problem.ProblemException;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.Restorations;
import org.chancery.record.ServiceRegistry;
import org.jboss.resteasy.reactive.RestResponse;

/** The history of one record, and the way back. A retracted record keeps its history. */
@ApplicationScoped
class RevisionService {
    private final EntityManager database;
    private final ServiceRegistry services;
    private final Restorations restorations;
    private final RequestParameters parameters;
    private final FieldPages pages;
    private final RevisionRows rows;
    private final Answers answers;

    RevisionService(EntityManager database, ServiceRegistry services, Restorations restorations, RequestParameters parameters, FieldPages pages,
            RevisionRows rows, Answers answers) {
        this.database = database;
        this.services = services;
        this.restorations = restorations;
        this.parameters = parameters;
        this.pages = pages;
        this.rows = rows;
        this.answers = answers;
    }

    @Transactional
    RestResponse<RevisionPage> list(RecordType type, UUID id) {
        return list(type, id, type.href(id));
    }

    /** @param place where the record is, or was */
    @Transactional
    RestResponse<RevisionPage> list(RecordType type, UUID id, String place) {
        require(type, id);
        boolean descending = !parameters.one("sort").equals(Optional.of("number"));
        Page<Revision> page = pages.page("revisions" + id + descending, (after, limit) -> numbers(id, after, limit, descending))
                .map(numbers -> revisions(place, id, numbers.stream().map(Integer::valueOf).toList()));
        return answers.page(new RevisionPage().items(page.items()).nextCursor(page.next()), page);
    }

    private List<String> numbers(UUID id, String after, int limit, boolean descending) {
        return database.createNativeQuery("select number from revision where record_id = :id and (cast(:after as integer) is null or number "
                + (descending ? "< cast(:after as integer)) order by number desc" : "> cast(:after as integer)) order by number") + " limit :limit",
                Integer.class).setParameter("id", id).setParameter("after", after).setParameter("limit", limit).getResultList().stream()
                .map(String::valueOf).toList();
    }

    private List<Revision> revisions(String place, UUID id, List<Integer> numbers) {
        Map<Integer, RevisionRow> found = rows.of(id, numbers).stream().collect(Collectors.toMap(RevisionRow::number, Function.identity()));
        return numbers.stream().map(found::get).map(row -> new Revision().number(row.number()).at(row.at()).author(row.author())
                .operation(row.operation()).comment(row.comment()).withId(row.with()).pointers(row.pointers())
                .href(place + "/revisions/" + row.number())).toList();
    }

    @Transactional
    RestResponse<RevisionDetail> read(RecordType type, UUID id, int number) {
        require(type, id);
        Integer comparedTo = parameters.integer("comparedTo").orElse(null);
        Map<Integer, RevisionRow> found = rows.of(id, comparedTo == null ? List.of(number) : List.of(number, comparedTo)).stream()
                .collect(Collectors.toMap(RevisionRow::number, Function.identity()));
        RevisionRow row = existing(found, number);
        return answers.found(new RevisionDetail().number(number).at(row.at()).author(row.author()).operation(row.operation())
                .comment(row.comment()).withId(row.with()).pointers(row.pointers()).document(row.after())
                .differences(comparedTo == null ? null : differences(existing(found, comparedTo).after(), row.after())));
    }

    private static List<RevisionDifference> differences(JsonNode before, JsonNode after) {
        return Differences.between(before, after).stream().map(each -> new RevisionDifference().pointer(each.pointer())
                .before(text(each.before())).after(text(each.after()))).toList();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? null : value.toString();
    }

    private static RevisionRow existing(Map<Integer, RevisionRow> found, int number) {
        RevisionRow row = found.get(number);
        if (row == null) {
            throw ProblemException.notFound("The record has no revision " + number + ".");
        }
        return row;
    }

    /** @param <V> what a client reads of the type */
    <V> RestResponse<V> restore(RecordType type, UUID id, int number, String ifMatch) {
        @SuppressWarnings("unchecked")
        RecordService<?, ?, V> service = (RecordService<?, ?, V>) services.of(type);
        return answers.once(() -> {
            restorations.restore(service, id, ifMatch, number);
            return answers.changed(service, id);
        });
    }

    private void require(RecordType type, UUID id) {
        List<?> found = database.createNativeQuery("select 1 from record where id = :id and record_type = :type", Integer.class)
                .setParameter("id", id).setParameter("type", type.word()).getResultList();
        if (found.isEmpty()) {
            throw ProblemException.notFound("There was never a " + type.word() + " with this id.");
        }
    }
}
