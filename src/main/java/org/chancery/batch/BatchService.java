package org.chancery.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.api.model.BatchReport;
import org.chancery.api.model.BatchResult;
import org.chancery.api.model.ProblemError;
import org.chancery.contract.RequestParameters;
import org.chancery.http.Answers;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.record.RecordService;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.jboss.resteasy.reactive.RestResponse;

/** Creates many records of one type, each by the rules of a request of its own. */
@ApplicationScoped
class BatchService {
    private static final String KEY = "Idempotency-Key";
    /** What a batch is refused with, where its items are refused with several. */
    private static final List<ProblemType> WORST_FIRST = List.of(ProblemType.INVALID_REQUEST, ProblemType.RULE_VIOLATED, ProblemType.CONFLICT);

    private final ServiceRegistry services;
    private final Answers answers;
    private final RequestParameters parameters;

    /** Ends a transaction that was but a trial. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undone() {
            super(null, null, false, false);
        }
    }

    /** Ends the transaction of a batch at the first item that is refused. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ProblemException problem;
        private final int index;

        Stopped(ProblemException problem, int index) {
            super(null, null, false, false);
            this.problem = problem;
            this.index = index;
        }
    }

    BatchService(ServiceRegistry services, Answers answers, RequestParameters parameters) {
        this.services = services;
        this.answers = answers;
        this.parameters = parameters;
    }

    /**
     * @param atomic whether one that is refused stops all; null for true
     * @throws ProblemException 400, 409, 422 with the errors of all items
     */
    <D> RestResponse<BatchReport> create(RecordType type, List<D> items, Boolean atomic) {
        @SuppressWarnings("unchecked")
        RecordService<?, D, ?> service = (RecordService<?, D, ?>) services.of(type);
        if (!Boolean.FALSE.equals(atomic)) {
            try {
                return answers.once(() -> answers.each(together(service, items)));
            } catch (Stopped stopped) {
                // its transaction is over: what it wrote would keep the trials waiting
                throw all(stopped, service, items);
            }
        }
        if (parameters.header(KEY).isPresent()) {
            throw ProblemException.invalid(Errors.header(KEY, "atomic-only", "is taken with what is written in one transaction only"));
        }
        return answers.each(oneByOne(service, items));
    }

    private <D> BatchReport together(RecordService<?, D, ?> service, List<D> items) {
        List<BatchResult> results = new ArrayList<>();
        return QuarkusTransaction.joiningExisting().call(() -> {
            for (D item : items) {
                try {
                    results.add(created(results.size(), service.create(item), service.type()));
                } catch (ProblemException e) {
                    throw new Stopped(e, results.size());
                }
            }
            return new BatchReport().items(results);
        });
    }

    /** With what is wrong with those behind the first refused one, tried in transactions that come to nothing. */
    private static <D> ProblemException all(Stopped stopped, RecordService<?, D, ?> service, List<D> items) {
        List<ProblemException> refused = new ArrayList<>(List.of(placed(stopped.problem, stopped.index)));
        for (int i = stopped.index + 1; i < items.size(); i++) {
            D item = items.get(i);
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    service.create(item);
                    throw new Undone();
                });
            } catch (ProblemException e) {
                refused.add(placed(e, i));
            } catch (Undone e) {
                // nothing is wrong with it
            }
        }
        List<ProblemError> errors = refused.stream().flatMap(problem -> problem.errors().stream()).toList();
        ProblemType type = Stream.concat(WORST_FIRST.stream(), Stream.of(stopped.problem.type()))
                .filter(each -> refused.stream().anyMatch(problem -> problem.type() == each)).findFirst().orElseThrow();
        return new ProblemException(type, "Nothing is written: " + refused.size() + " of " + items.size() + " items are refused.", errors);
    }

    private static ProblemException placed(ProblemException e, int index) {
        String pointer = Errors.pointer("/items", index);
        return e.errors().isEmpty() ? new ProblemException(e.type(), e.getMessage(), List.of(Errors.at(pointer, e.type().code(), e.getMessage())))
                : e.under(pointer);
    }

    private static <D> BatchReport oneByOne(RecordService<?, D, ?> service, List<D> items) {
        List<BatchResult> results = new ArrayList<>();
        for (D item : items) {
            int index = results.size();
            try {
                results.add(created(index, service.create(item), service.type()));
            } catch (ProblemException e) {
                results.add(e.result(index, service.type().path() + "/batch"));
            }
        }
        return new BatchReport().items(results);
    }

    private static BatchResult created(int index, UUID id, RecordType type) {
        return new BatchResult().index(index).status(RestResponse.StatusCode.CREATED).id(id).version(1).href(type.href(id));
    }
}
