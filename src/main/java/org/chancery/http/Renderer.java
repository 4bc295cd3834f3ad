package org.chancery.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** Writes what a resource answers in another format. */
public interface Renderer {
    String mediaType();

    /** Whether it shows all that the resource can include. */
    boolean nested();

    /**
     * The whole content.
     *
     * @param schema name of the answer's schema in the contract
     * @param answer what the resource answers in JSON
     * @param address absolute URL of this format of it
     */
    String render(String schema, JsonNode answer, URI address);
}
