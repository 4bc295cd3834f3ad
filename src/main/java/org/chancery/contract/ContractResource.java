package org.chancery.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The contract, and that of the reconciliation service, as released, byte for byte as the build bundled it: 200, or 304 where {@code If-None-Match}
 * names the current document. The media type of YAML is RFC 9512's.
 */
@Path("/openapi")
public class ContractResource {
    private final Document yaml = Document.load("v1.yaml");
    private final Document json = Document.load("v1.json");
    private final Document reconcileYaml = Document.load("reconcile.yaml");
    private final Document reconcileJson = Document.load("reconcile.json");

    @GET
    @Path("/v1.yaml")
    @Produces("application/yaml")
    public Response yaml(@Context Request request) {
        return yaml.answer(request);
    }

    @GET
    @Path("/v1.json")
    @Produces("application/json")
    public Response json(@Context Request request) {
        return json.answer(request);
    }

    @GET
    @Path("/reconcile.yaml")
    @Produces("application/yaml")
    public Response reconcileYaml(@Context Request request) {
        return reconcileYaml.answer(request);
    }

    @GET
    @Path("/reconcile.json")
    @Produces("application/json")
    public Response reconcileJson(@Context Request request) {
        return reconcileJson.answer(request);
    }

    private record Document(byte[] bytes, EntityTag tag) {

        static Document load(String name) {
            try (InputStream in = ContractResource.class.getResourceAsStream("/contract/" + name)) {
                byte[] bytes = in.readAllBytes();
                return new Document(bytes, new EntityTag(HexFormat.of().formatHex(DigestUtils.sha256(bytes), 0, 16)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Response answer(Request request) {
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            CacheControl caching = new CacheControl();
            caching.setMaxAge(300);
            return (unchanged != null ? unchanged : Response.ok(bytes)).tag(tag).cacheControl(caching).build();
        }
    }
}
