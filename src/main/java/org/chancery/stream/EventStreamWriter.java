package org.chancery.stream;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands the response over to the stream. */
@Provider
class EventStreamWriter implements ServerMessageBodyWriter<EventStream> {
    private final CurrentVertxRequest current;

    EventStreamWriter(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return EventStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return EventStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(EventStream stream, Type generic, ServerRequestContext context) {
        HttpServerResponse response = current.getCurrent().response();
        if (current.getCurrent().request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            stream.open(response.setChunked(true));
        }
    }

    @Override
    public void writeTo(EventStream stream, Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new UnsupportedOperationException("only over HTTP");
    }
}
