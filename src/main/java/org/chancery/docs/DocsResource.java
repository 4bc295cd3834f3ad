package org.chancery.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads from {@code /docs} to {@code /docs/} (308): the pages, which are files, refer to one another by relative links. */
@Path("/docs")
public class DocsResource {

    @GET
    public Response page() {
        return Response.status(308).location(URI.create("docs/")).build();
    }
}
