package org.chancery.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.contract.Contract;
import org.chancery.contract.Contract.Operation;
import org.chancery.contract.Contract.Read;
import org.chancery.contract.Representation;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.record.Versions;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Leads a read to the format that its path or its header {@code Accept} asks for. The contract says which there are
 * ({@code x-alternates}): some have resources of their own, the others write what the resource answers in JSON.
 */
class Negotiation {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Contract contract;
    private final Representation representation;
    private final Map<String, Renderer> renderers;
    private final ObjectMapper json;
    private final UriInfo uri;

    Negotiation(Contract contract, Representation representation, @All List<Renderer> renderers, ObjectMapper json, UriInfo uri) {
        this.uri = uri;
        this.contract = contract;
        this.representation = representation;
        this.renderers = renderers.stream().collect(Collectors.toMap(Renderer::mediaType, Function.identity()));
        this.json = json;
    }

    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext context, HttpServerRequest request) {
        Optional<Read> found = READS.contains(context.getMethod()) ? contract.readAt(request.path()) : Optional.empty();
        if (found.isEmpty() || found.get().operation().answerType() == null) {
            return;
        }
        Read read = found.get();
        Operation asked = read.operation();
        if (!asked.alternates().isEmpty()) {
            representation.vary();
        }
        Acceptance accepted = new Acceptance(context.getAcceptableMediaTypes());
        String type = accepted.choose(asked.answerType(), asked.alternates());
        if (type == null) {
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, "None of the media types in Accept is available here.");
        }
        boolean other = !type.equals(asked.answerType());
        Operation answering = other ? contract.operation(asked.alternates().get(type)).orElseThrow() : asked;
        Operation main = contract.mainOf(answering).orElse(answering);
        if (other || main != answering) {
            representation.at(read.at(answering), other);
            Operation resource = renderers.containsKey(type) ? write(context, answering, main) : answering;
            context.setRequestUri(UriBuilder.fromPath(read.at(resource)).replaceQuery(query(request)).build());
            context.getHeaders().putSingle(HttpHeaders.ACCEPT, resource.answerType());
        }
    }

    private Operation write(ContainerRequestContext context, Operation answering, Operation main) {
        // an entity tag of this format says nothing about the resource's JSON
        representation.write(answering, renderers.get(answering.answerType()).nested(), context.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        context.getHeaders().remove(HttpHeaders.IF_NONE_MATCH);
        return main;
    }

    /** The query without what {@link UriBuilder} takes for a template; it encodes what else a URI must not have. */
    private static String query(HttpServerRequest request) {
        return request.query() == null ? null : request.query().replace("{", "%7B").replace("}", "%7D");
    }

    @ServerResponseFilter
    void write(ContainerResponseContext response, HttpServerRequest request) {
        Optional<Operation> written = representation.operation();
        if (written.isPresent() && response.getStatus() == 200) {
            render(renderers.get(written.get().answerType()), response);
        }
        if (representation.varies()) {
            String vary = response.getHeaderString(HttpHeaders.VARY);
            response.getHeaders().putSingle(HttpHeaders.VARY, vary == null ? HttpHeaders.ACCEPT : HttpHeaders.ACCEPT + ", " + vary);
        }
        if (response.getStatus() < 400) {
            String query = request.query() == null ? "" : "?" + request.query();
            representation.chosenPath().ifPresent(path -> response.getHeaders().putSingle(HttpHeaders.CONTENT_LOCATION, path + query));
        }
    }

    private void render(Renderer renderer, ContainerResponseContext response) {
        URI address = uri.getBaseUri().resolve(representation.path().orElseThrow());
        String content = renderer.render(response.getEntityClass().getSimpleName(), json.valueToTree(response.getEntity()), address);
        String tag = Versions.tag(content);
        boolean known = representation.ifNoneMatch().filter(header -> Versions.listed(header, tag)).isPresent();
        response.setEntity(known ? null : content, new Annotation[0], MediaType.valueOf(renderer.mediaType() + ";charset=UTF-8"));
        if (known) {
            response.setStatus(304);
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    }
}
