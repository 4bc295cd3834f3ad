package org.chancery.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final ObjectMapper json;

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

    BatchService(ServiceRegistry services, Answers answers, RequestParameters parameters, ObjectMapper json) {
        this.services = services;
        this.answers = answers;
        this.parameters = parameters;
        this.json = json;
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
                    throw new Stopped(Clashes.named(e, results), results.size());
                }
            }
            return new BatchReport().items(results);
        });
    }

    /** With what is wrong with those behind the first refused one, tried in transactions that come to nothing. */
    private <D> ProblemException all(Stopped stopped, RecordService<?, D, ?> service, List<D> items) {
        Map<Integer, List<ProblemError>> clashes = Clashes.between(items.stream().<JsonNode>map(json::valueToTree).toList());
        Set<ProblemType> types = new HashSet<>();
        List<ProblemError> errors = new ArrayList<>();
        int refused = 0;
        for (int i = stopped.index; i < items.size(); i++) {
            List<ProblemError> found = new ArrayList<>();
            ProblemException problem = i == stopped.index ? stopped.problem : tried(service, items.get(i));
            if (problem != null) {
                types.add(problem.type());
                found.addAll(placed(problem, i).errors());
            }
            for (ProblemError clash : clashes.getOrDefault(i, List.of())) {
                if (found.stream().noneMatch(error -> clash.getPointer().equals(error.getPointer()))) {
                    types.add(ProblemType.CONFLICT);
                    found.add(clash);
                }
            }
            refused += found.isEmpty() ? 0 : 1;
            errors.addAll(found);
        }
        ProblemType type = Stream.concat(WORST_FIRST.stream(), Stream.of(stopped.problem.type())).filter(types::contains).findFirst().orElseThrow();
        return new ProblemException(type, "Nothing is written: " + refused + " of " + items.size() + " items are refused.", errors);
    }

    /** @return what is wrong with it; null for nothing */
    private static <D> ProblemException tried(RecordService<?, D, ?> service, D item) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                service.create(item);
                throw new Undone();
            });
        } catch (ProblemException e) {
            return e;
        } catch (Undone e) {
            // nothing is wrong with it
        }
        return null;
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
