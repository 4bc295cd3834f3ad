package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.api.model.SourceCreate;

/** Operations of the contract, by the names of the methods, that only say what reached them. */
@Path("/probe")
public class ContractProbeResource {
    private final RequestParameters parameters;

    ContractProbeResource(RequestParameters parameters) {
        this.parameters = parameters;
    }

    @POST
    @Path("/sources")
    @Consumes("application/json")
    @Produces("application/json")
    public SourceCreate createSource(SourceCreate body) {
        return body;
    }

    @GET
    @Path("/sources/{id}")
    @Produces("application/json")
    public Map<String, Object> getSource(@PathParam("id") UUID id, @QueryParam("include") List<String> include) {
        return Map.of("id", id, "include", parameters.all("include"));
    }

    @PATCH
    @Path("/sources/{id}")
    @Consumes("application/merge-patch+json")
    @Produces("application/json")
    public JsonNode updateSource(@PathParam("id") UUID id, JsonNode body) {
        return body;
    }

    @DELETE
    @Path("/sources/{id}")
    public void deleteSource(@PathParam("id") UUID id, @QueryParam("reason") String reason) {
    }

    @GET
    @Path("/events")
    @Produces("application/json")
    public Map<String, Object> listEvents() {
        Map<String, Object> seen = new TreeMap<>();
        seen.put("operationId", parameters.operationId());
        seen.put("filters", parameters.filters());
        seen.put("limit", parameters.integer("limit").orElseThrow());
        seen.put("includeTotal", parameters.flag("includeTotal").orElseThrow());
        parameters.day("startFrom").ifPresent(day -> seen.put("startFrom", day));
        parameters.instant("updatedFrom").ifPresent(instant -> seen.put("updatedFrom", instant));
        parameters.acceptLanguage().ifPresent(languages -> seen.put("acceptLanguage", languages));
        return seen;
    }

    @GET
    @Path("/failure")
    @Produces("application/json")
    public String failure() {
        throw new IllegalStateException("secret", new SQLException("select secret from person"));
    }
}
