package org.chancery.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.chancery.change.ChangeReader.Entry;

/**
 * One client of the event stream. It is live while it is told what all are told. Where it begins further back, or its connection does not
 * keep up, the log is read for it alone, a part at a time and only as fast as the connection takes it: what waits in memory is one part.
 */
class ChangeStream {
    /** Milliseconds after which a client comes again whose connection broke. */
    private static final int RETRY = 3000;

    private final HttpServerResponse response;
    private final ObjectMapper json;
    private final ChangeFilter filter;
    private long position;
    private boolean live;
    private int missedBeats;

    ChangeStream(HttpServerResponse response, ObjectMapper json, ChangeFilter filter, long position) {
        this.response = response;
        this.json = json;
        this.filter = filter;
        this.position = position;
    }

    ChangeFilter filter() {
        return filter;
    }

    long position() {
        return position;
    }

    boolean isLive() {
        return live;
    }

    /** Unless the connection has enough to do with what it was told already. */
    void goLive() {
        live = !isFull();
    }

    boolean isFull() {
        return response.writeQueueFull();
    }

    /** An id without data is kept by the client and told to nobody: so it knows where to go on before the first change comes. */
    void begin(String cursor) {
        response.write("retry: " + RETRY + "\nid: " + cursor + "\n\n");
    }

    /** A comment, and an id: where nothing comes that is asked for, the client's place must not grow old. */
    void beat(String cursor) {
        missedBeats = 0;
        response.write(":\nid: " + cursor + "\n\n");
    }

    /** @return how often in turn the connection took nothing when there was something to show */
    int missBeat() {
        return ++missedBeats;
    }

    /**
     * Tells what is new to it.
     *
     * @param upTo the place up to which that is all
     */
    void tell(List<Entry> entries, long upTo) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            if (entry.position() > position && filter.matches(entry.change())) {
                text.append("id: ").append(entry.change().getCursor()).append("\ndata: ").append(data(entry)).append("\n\n");
            }
        }
        position = Math.max(position, upTo);
        if (!text.isEmpty()) {
            response.write(text.toString());
            live &= !isFull();
        }
    }

    private String data(Entry entry) {
        try {
            return json.writeValueAsString(entry.change());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
