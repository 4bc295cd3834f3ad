package org.chancery.problem;

import java.net.URI;

/** Every sort of problem that the service answers: its stable word, its HTTP status and its title (RFC 9457). */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid credential is needed"),
    INSUFFICIENT_SCOPE("insufficient-scope", 403, "The credential does not allow this"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
    CONFLICT("conflict", 409, "In conflict with another record"),
    GONE("gone", 410, "Retracted"),
    RESYNC_REQUIRED("resync-required", 410, "The log does not reach back so far"),
    PRECONDITION_FAILED("precondition-failed", 412, "The record has changed"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    URI_TOO_LONG("uri-too-long", 414, "The URL is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    RULE_VIOLATED("rule-violated", 422, "Against a rule"),
    PRECONDITION_REQUIRED("precondition-required", 428, "If-Match is required"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
    IN_PROGRESS("in-progress", 409, "The same request is still at work"),
    KEY_REUSED("idempotency-key-reused", 422, "The key belongs to another request"),
    INTERNAL_ERROR("internal-error", 500, "Internal error"),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "Service unavailable");

    private static final String BASE = "https://chancery.example/problems/";

    private final String code;
    private final int status;
    private final String title;

    ProblemType(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The stable word, in kebab-case. */
    public String code() {
        return code;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The sort of problem in English, the same for each occurrence. */
    public String title() {
        return title;
    }

    /** The URI that names the sort of problem. */
    public URI uri() {
        return URI.create(BASE + code);
    }

    /** The type of a status that a library chose; an unlisted one becomes the general type of its hundred. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
