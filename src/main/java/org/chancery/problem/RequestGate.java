package org.chancery.problem;

import io.quarkus.arc.All;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.api.model.ProblemError;

/**
 * Stands before all routes: refuses requests that the layers behind it would answer without a problem
 * document, and answers for what no route takes.
 */
@ApplicationScoped
public class RequestGate {
    /** The largest body that is read, in bytes: 1 MiB, as the contract says. */
    public static final int MAX_BODY = 1024 * 1024;

    /** The longest path and query, in bytes: 200 ids with their names need half of it. */
    static final int MAX_URI = 16 * 1024;
    /** All header names and values together, in bytes. */
    static final int MAX_HEADERS = 16 * 1024;

    private static final int MAX_ACCEPT = 1000;

    /** Beyond this the rest of a refused body is not waited for. */
    private static final long MAX_DRAINED = 64L * MAX_BODY;
    /** Before Quarkus' own limit of the body, which is at -2. */
    private static final int BEFORE_LIMITS = -100;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETER = "\\s*;\\s*(" + TOKEN + "\\s*=\\s*(" + TOKEN + "|\"([^\"\\\\]|\\\\.)*+\"))?";
    /** A media range (RFC 9110, 12.5.1). */
    private static final Pattern MEDIA_RANGE = Pattern.compile(
            "\\s*(" + TOKEN + "/" + TOKEN + "(" + PARAMETER + ")*+|\\*(" + PARAMETER + ")*+)?\\s*");

    /** The paths below the root that take larger bodies, and how large, in bytes. */
    private final Map<String, Long> larger;

    RequestGate(@All List<LargeBody> larger) {
        this.larger = larger.stream().collect(Collectors.toMap(LargeBody::path, LargeBody::maximum));
    }

    /** A path that takes a larger body than others. */
    public interface LargeBody {
        String path();

        /** In bytes. */
        long maximum();
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_LIMITS).handler(this::check).failureHandler(this::failed);
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 500}) {
            router.errorHandler(status, this::failed);
        }
    }

    /** What is wrong with the path as it was sent; null for nothing. */
    public static ProblemException problemOfPath(HttpServerRequest request) {
        return PercentEncoding.decode(request.path(), false).isPresent() ? null
                : new ProblemException(ProblemType.INVALID_REQUEST, "The path is not percent-encoded UTF-8.");
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > MAX_URI) {
            refuse(context, ProblemType.URI_TOO_LONG, "Path and query are at most " + MAX_URI + " bytes.");
        } else if (sizeOfHeaders(request) > MAX_HEADERS) {
            refuse(context, ProblemType.HEADERS_TOO_LARGE, "All headers are at most " + MAX_HEADERS + " bytes.");
        } else if (lengthOfBody(request) > larger.getOrDefault(request.path(), (long) MAX_BODY)) {
            refuseBody(context);
        } else {
            List<ProblemError> errors = new ArrayList<>(PercentEncoding.errors(request.query()));
            for (String accept : request.headers().getAll("Accept")) {
                if (!isAccept(accept)) {
                    errors.add(Errors.header("Accept", "format", "must be a list of media ranges (RFC 9110), at most " + MAX_ACCEPT + " characters"));
                }
            }
            if (errors.isEmpty()) {
                context.next();
            } else {
                answer(context, ProblemException.invalid(errors));
            }
        }
    }

    static boolean isAccept(String accept) {
        if (accept.length() > MAX_ACCEPT) {
            return false;
        }
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= accept.length(); i++) {
            if (i < accept.length() && accept.charAt(i) == '"') {
                quoted = !quoted;
            } else if (i == accept.length() || accept.charAt(i) == ',' && !quoted) {
                if (!MEDIA_RANGE.matcher(accept.substring(start, i)).matches()) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static int sizeOfHeaders(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    private static long lengthOfBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The rest of the body is read and dropped: a client that is still sending would else miss the answer. */
    private static void refuseBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (lengthOfBody(request) > MAX_DRAINED) {
            context.response().putHeader("Connection", "close");
        }
        request.handler(dropped -> { });
        request.resume();
        refuse(context, ProblemType.PAYLOAD_TOO_LARGE, ProblemMappers.detail(ProblemType.PAYLOAD_TOO_LARGE, request));
    }

    /** For what fails or ends nowhere between the routes. */
    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof SecurityException) {
            context.next();
        } else if (failure instanceof ProblemException problem) {
            answer(context, problem);
        } else {
            int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
            ProblemType type = ProblemType.ofStatus(status);
            refuse(context, type, type == ProblemType.INTERNAL_ERROR && failure != null
                    ? Incidents.logged(failure, context.request().method() + " " + context.request().path())
                    : ProblemMappers.detail(type, context.request()));
        }
    }

    private static void refuse(RoutingContext context, ProblemType type, String detail) {
        answer(context, new ProblemException(type, detail));
    }

    /** Ends a request that has not reached a resource; headers that the caller set on the response stay. */
    public static void answer(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        byte[] document = ProblemDocument.write(problem.type(), problem.getMessage(), problem.errors(),
                problem.tombstone(), context.request().path());
        response.setStatusCode(problem.type().status()).putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store").end(Buffer.buffer(document));
    }
}
