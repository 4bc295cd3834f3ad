package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.PercentEncoding;
import org.chancery.problem.ProblemException;
import org.chancery.problem.ProblemType;
import org.chancery.problem.RequestGate;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Holds every request against its operation in the contract before the resource sees it: parameters,
 * headers and body, all errors in one answer. A resource method is an operation by its name.
 */
class ContractFilter {
    /** A body that is too large is read up to here, so that a client that is still sending hears why. */
    private static final int MAX_DRAINED = 8 * RequestGate.MAX_BODY;

    private final Contract contract;
    private final ContractValidator validator;
    private final ParameterReader reader;
    private final RequestParameters parameters;
    private final Representation representation;

    ContractFilter(Contract contract, ContractValidator validator, ParameterReader reader, RequestParameters parameters,
            Representation representation) {
        this.contract = contract;
        this.validator = validator;
        this.reader = reader;
        this.parameters = parameters;
        this.representation = representation;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext context, SimpleResourceInfo resource, HttpServerRequest request)
            throws IOException {
        Optional<Contract.Operation> found = contract.operation(resource.getMethodName());
        if (found.isEmpty()) {
            return;
        }
        Contract.Operation operation = representation.operation().orElse(found.get());
        checkPath(operation, context.getUriInfo().getPathParameters());
        if (operation.body() != null) {
            checkMediaType(operation.body(), request);
        }
        ParameterReader.Parameters read = reader.read(operation, PercentEncoding.pairs(request.query()),
                request.headers()::getAll);
        List<ProblemError> errors = new ArrayList<>(read.errors());
        byte[] body = {};
        if (operation.body() != null && !operation.body().isStreamed()) {
            body = read(context.getEntityStream());
            context.setEntityStream(new ByteArrayInputStream(body));
            errors.addAll(checkBody(operation.body(), body));
        }
        if (errors.size() == 1 && "If-Match".equals(errors.get(0).getHeader())
                && "required".equals(errors.get(0).getCode())) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED,
                    "Send the ETag of the version that you change.", errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        parameters.accept(found.get(), operation, read, body);
        if (representation.nested()) {
            parameters.includeAll();
        }
    }

    private void checkPath(Contract.Operation operation, MultivaluedMap<String, String> values) {
        for (Contract.Parameter parameter : operation.in("path")) {
            String value = values.getFirst(parameter.name());
            if (value != null && !reader.isPathValue(parameter, value)) {
                throw ProblemException.notFound("Nothing is at this path: " + parameter.name() + " names no record.");
            }
        }
    }

    /** JAX-RS takes a missing Content-Type and wildcards for the right one. */
    private static void checkMediaType(Contract.Body body, HttpServerRequest request) {
        String given = request.getHeader("Content-Type");
        String encoding = request.getHeader("Content-Encoding");
        if (given == null || !isMediaType(given, body.mediaType())
                || encoding != null && !"identity".equalsIgnoreCase(encoding)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send " + body.mediaType() + " in UTF-8, not compressed.");
        }
    }

    /** A charset has no effect on JSON (RFC 8259), so it is not looked at: the bytes must be UTF-8. */
    private static boolean isMediaType(String given, String wanted) {
        MediaType type = MediaType.valueOf(given);
        return wanted.equalsIgnoreCase(type.getType() + "/" + type.getSubtype());
    }

    private List<ProblemError> checkBody(Contract.Body body, byte[] bytes) {
        try {
            JsonNode document = StrictJson.read(bytes);
            return validator.validate(body.schema(), document);
        } catch (ProblemException e) {
            return e.errors();
        }
    }

    private static byte[] read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(RequestGate.MAX_BODY + 1);
        if (bytes.length > RequestGate.MAX_BODY) {
            stream.skip(MAX_DRAINED);
            throw new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, "At most 1 MiB.");
        }
        return bytes;
    }
}
