package org.chancery.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chancery.change.ChangeReader.Part;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.stream.EventStream;
import org.jboss.logging.Logger;

/**
 * All event streams of this instance. One thread follows the log for those that are at its end, and reads for those that are further
 * back, a part for each in turn: no client has a thread, and none makes another one wait for more than a part.
 */
@ApplicationScoped
class ChangeStreams {
    private static final Logger LOG = Logger.getLogger(ChangeStreams.class);
    private static final int PART = 100;
    /** Heartbeats that a connection may miss before it is taken for dead. */
    private static final int MOST_MISSED = 4;

    private final ChangeReader reader;
    private final ChangeCursors cursors;
    private final ChangeSettings settings;
    private final ObjectMapper json;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "changes");
        named.setDaemon(true);
        return named;
    });
    private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    /** The place up to which all who are live have been told; known to the thread only. */
    private long told;

    ChangeStreams(ChangeReader reader, ChangeCursors cursors, ChangeSettings settings, ObjectMapper json) {
        this.reader = reader;
        this.cursors = cursors;
        this.settings = settings;
        this.json = json;
        every(settings.poll().toMillis(), this::follow);
        every(settings.heartbeat().toMillis(), this::beat);
    }

    private void every(long milliseconds, Runnable work) {
        thread.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // or it would be the last time
                LOG.warn("The log of changes cannot be read; its streams wait", e);
            }
        }, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** @throws ProblemException 503 where there are too many, or the service is about to end */
    EventStream from(long position, ChangeFilter filter) {
        if (closed || streams.size() >= settings.streams()) {
            throw new ProblemException(ProblemType.SERVICE_UNAVAILABLE, "This instance takes no more event streams now.");
        }
        return response -> open(new ChangeStream(response, json, filter, position), response);
    }

    private void open(ChangeStream stream, HttpServerResponse response) {
        streams.add(stream);
        response.closeHandler(gone -> streams.remove(stream));
        response.exceptionHandler(broken -> streams.remove(stream));
        response.drainHandler(drained -> thread.execute(() -> catchUp(stream)));
        stream.begin(cursors.at(stream.position()));
        thread.execute(() -> catchUp(stream));
    }

    /** Reads once for all who are live. */
    private void follow() {
        if (streams.stream().noneMatch(ChangeStream::isLive)) {
            return;
        }
        long end = reader.advance();
        while (told < end) {
            Part part = reader.after(told, ChangeFilter.ALL, PART);
            told = part.upTo();
            streams.stream().filter(ChangeStream::isLive).forEach(stream -> stream.tell(part.entries(), part.upTo()));
        }
    }

    /** Reads for one who is not live yet, or was not fast enough to stay so. */
    private void catchUp(ChangeStream stream) {
        if (stream.isLive() || stream.isFull() || !streams.contains(stream)) {
            return;
        }
        try {
            Part part = reader.after(stream.position(), stream.filter(), PART);
            if (part.lost()) {
                // it comes again with its place, and is told what is wrong
                stream.end();
                return;
            }
            stream.tell(part.entries(), part.upTo());
        } catch (RuntimeException e) {
            LOG.warn("The log of changes cannot be read; a stream ends", e);
            stream.end();
            return;
        }
        boolean alone = streams.stream().noneMatch(ChangeStream::isLive);
        if (alone || stream.position() >= told) {
            told = alone ? stream.position() : told;
            stream.goLive();
        } else {
            thread.execute(() -> catchUp(stream));
        }
    }

    private void beat() {
        for (ChangeStream stream : streams) {
            if (stream.isFull()) {
                if (stream.missBeat() > MOST_MISSED) {
                    stream.end();
                }
            } else if (stream.isLive()) {
                stream.beat(cursors.at(stream.position()));
            }
        }
    }

    /** Before the service waits for its last answers. */
    void beforeShutdown(@Observes ShutdownDelayInitiatedEvent event) {
        close();
    }

    void atShutdown(@Observes ShutdownEvent event) {
        close();
        thread.shutdownNow();
    }

    private void close() {
        closed = true;
        List.copyOf(streams).forEach(ChangeStream::end);
    }
}
