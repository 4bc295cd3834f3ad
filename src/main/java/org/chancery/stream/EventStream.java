package org.chancery.stream;

import io.vertx.core.http.HttpServerResponse;

/** An answer of Server-Sent Events (WHATWG HTML, 9.2): it has no end of its own, and no thread waits for it. */
@FunctionalInterface
public interface EventStream {
    /** Begins to write. Whoever does it ends the response, sooner or later. */
    void open(HttpServerResponse response);
}
