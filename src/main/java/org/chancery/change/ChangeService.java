package org.chancery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.chancery.api.model.Change;
import org.chancery.api.model.ChangePage;
import org.chancery.contract.RequestParameters;
import org.chancery.http.Answers;
import org.chancery.paging.FieldPages;
import org.chancery.paging.Page;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.stream.EventStream;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the log of changes for a request. */
@ApplicationScoped
class ChangeService {
    private static final String LAST_EVENT = "Last-Event-Id";

    private final ChangeLog log;
    private final ChangeReader reader;
    private final ChangeStreams streams;
    private final RequestParameters parameters;
    private final FieldPages pages;
    private final Answers answers;

    ChangeService(ChangeLog log, ChangeReader reader, ChangeStreams streams, RequestParameters parameters, FieldPages pages, Answers answers) {
        this.log = log;
        this.reader = reader;
        this.streams = streams;
        this.parameters = parameters;
        this.pages = pages;
        this.answers = answers;
    }

    @Transactional
    RestResponse<ChangePage> list() {
        log.advance();
        String scope = scope();
        long start = kept(pages.position(scope, ChangeCursors.ANY_FILTERS).map(Long::valueOf).orElseGet(log::floor));
        Page<String> positions = pages.page(scope, String.valueOf(start), (after, limit) ->
                reader.positions(filter(), start, limit).stream().map(String::valueOf).toList());
        Page<Change> page = positions.map(found ->
                reader.entries(found.stream().map(Long::valueOf).toList(), scope).stream().map(ChangeReader.Entry::change).toList());
        List<String> shown = positions.items();
        String last = shown.isEmpty() ? String.valueOf(start) : shown.get(shown.size() - 1);
        return answers.page(new ChangePage().items(page.items()).nextCursor(page.next()).resumeCursor(pages.cursor(scope, last)), page);
    }

    /** From the last event that the client got, else behind the cursor, else from now on. */
    @Transactional
    RestResponse<EventStream> stream() {
        log.advance();
        long end = log.end();
        long start = kept(parameters.header(LAST_EVENT).map(this::lastEvent)
                .orElseGet(() -> pages.position(scope(), ChangeCursors.ANY_FILTERS).map(Long::valueOf).orElse(end)));
        EventStream stream = streams.from(start, filter());
        return RestResponse.ResponseBuilder.ok(stream).header("Cache-Control", "no-store")
                // proxies of the nginx family would wait for more
                .header("X-Accel-Buffering", "no").build();
    }

    private long lastEvent(String cursor) {
        try {
            return Long.parseLong(pages.word(cursor, scope(), ChangeCursors.ANY_FILTERS));
        } catch (ProblemException e) {
            throw ProblemException.invalid(Errors.header(LAST_EVENT, "cursor", e.errors().get(0).getDetail()));
        }
    }

    private String scope() {
        return "changes|" + parameters.filters();
    }

    private ChangeFilter filter() {
        return ChangeFilter.of(parameters.all("recordType"), parameters.givenUuids("recordId"));
    }

    private long kept(long start) {
        if (start < log.floor()) {
            throw new ProblemException(ProblemType.RESYNC_REQUIRED, "Take an export and go on from there.");
        }
        return start;
    }
}
