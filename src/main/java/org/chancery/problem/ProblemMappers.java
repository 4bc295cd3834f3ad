package org.chancery.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.chancery.api.model.ProblemError;
import org.chancery.api.model.Tombstone;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem document. */
class ProblemMappers {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** Until it is worth trying again where the service had too much to do. */
    private static final int RETRY_SECONDS = 5;

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpServerRequest request) {
        if (e.merged() != null && READING.contains(request.method())) {
            return moved(e.merged(), request);
        }
        Response answer = answer(e.type(), e.getMessage(), e.errors(), e.tombstone(), request);
        return e.retryAfter().map(time -> Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, time.toSeconds()).build()).orElse(answer);
    }

    /** Not to be kept by caches: a merge can be undone. */
    private static Response moved(ProblemException.Merged merged, HttpServerRequest request) {
        String place = request.path().replaceFirst("(?i)" + merged.id(), merged.survivor().toString());
        String query = request.query();
        return Response.status(Response.Status.PERMANENT_REDIRECT).header(HttpHeaders.LOCATION, query == null ? place : place + "?" + query)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Named beside its superclass because Quarkus brings a mapper of its own for exactly this class. */
    @ServerExceptionMapper
    Response notFound(NotFoundException e, HttpServerRequest request) {
        return answer(ProblemType.NOT_FOUND, "Nothing is at this path.", List.of(), null, request);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e, HttpServerRequest request) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (e.getCause() instanceof ProblemException problem) {
            return problem(problem, request);
        }
        if (e.getCause() instanceof JsonProcessingException malformed && status < 500) {
            return json(malformed, request);
        }
        if (status >= 500) {
            return unexpected(e, request);
        }
        ProblemType type = ProblemType.ofStatus(status);
        Response answer = answer(type, detail(type, request), List.of(), null, request);
        // a 405 must list the methods (RFC 9110); what the contract does not describe is only read
        Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return type != ProblemType.METHOD_NOT_ALLOWED ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow == null ? "GET, HEAD, OPTIONS" : allow)
                        .build();
    }

    /** Named beside its superclass because Quarkus brings a mapper of its own for exactly this class. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpServerRequest request) {
        return json(e, request);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e, HttpServerRequest request) {
        if (e instanceof JsonMappingException mapping && !(e instanceof MismatchedInputException)
                && mapping.getProcessor() instanceof com.fasterxml.jackson.core.JsonGenerator) {
            return unexpected(e, request);
        }
        return problem(ProblemException.invalid(error(e)), request);
    }

    private static ProblemError error(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return Errors.at("", "json", "is not valid JSON");
        }
        String pointer = "";
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer = Errors.pointer(pointer, step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return e instanceof UnrecognizedPropertyException
                ? Errors.at(pointer, "unknown-member", "is not a member of this object")
                : Errors.at(pointer, "type", "does not have the right type");
    }

    @ServerExceptionMapper
    Response http(HttpException e, HttpServerRequest request) {
        ProblemType type = ProblemType.ofStatus(e.getStatusCode());
        return type.status() >= 500 ? unexpected(e, request)
                : answer(type, detail(type, request), List.of(), null, request);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, HttpServerRequest request) {
        return answer(ProblemType.INTERNAL_ERROR, Incidents.logged(e, request.method() + " " + request.path()), List.of(), null, request);
    }

    /** What is said of a problem that a library found. */
    static String detail(ProblemType type, HttpServerRequest request) {
        return switch (type) {
            case NOT_FOUND -> "Nothing is at this path.";
            case METHOD_NOT_ALLOWED -> request.method() + " is not possible here; Allow lists what is.";
            case NOT_ACCEPTABLE -> "None of the media types in Accept is available here.";
            case UNSUPPORTED_MEDIA_TYPE -> "The media type in Content-Type is not taken here.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than what is taken here: 1 MiB, 1 GiB of an import.";
            default -> type.title() + ".";
        };
    }

    private static Response answer(ProblemType type, String detail, List<ProblemError> errors, Tombstone tombstone,
            HttpServerRequest request) {
        Response.ResponseBuilder answer = Response.status(type.status()).header(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemDocument.write(type, detail, errors, tombstone, request.path()));
        return (type == ProblemType.SERVICE_UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS) : answer).build();
    }
}
