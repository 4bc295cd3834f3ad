package org.chancery.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.api.model.BatchResult;
import org.chancery.api.model.ProblemError;
import org.chancery.api.model.Tombstone;

/**
 * Ends a request with a problem document. Thrown anywhere below a resource; a transaction that it leaves is
 * rolled back. It has no stack trace: it is an answer, not a defect.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<ProblemError> errors;
    private final transient Tombstone tombstone;
    private final transient Merged merged;
    private final Duration retryAfter;

    /** What was asked for, and the record into which it was merged. */
    public record Merged(UUID id, UUID survivor) {
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null, null);
    }

    public ProblemException(ProblemType type, String detail, List<ProblemError> errors) {
        this(type, detail, errors, null, null, null);
    }

    private ProblemException(ProblemType type, String detail, List<ProblemError> errors, Tombstone tombstone, Merged merged, Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.tombstone = tombstone;
        this.merged = merged;
        this.retryAfter = retryAfter;
    }

    /** 404: no such record. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    /** 400: malformed or against the schema of the contract. */
    public static ProblemException invalid(List<ProblemError> errors) {
        return new ProblemException(ProblemType.INVALID_REQUEST, count(errors), errors);
    }

    /** 400 with one error. */
    public static ProblemException invalid(ProblemError error) {
        return invalid(List.of(error));
    }

    /** 422: well-formed, but against a rule of the domain. */
    public static ProblemException violated(List<ProblemError> errors) {
        return new ProblemException(ProblemType.RULE_VIOLATED, count(errors), errors);
    }

    /** 422 with one error. */
    public static ProblemException violated(ProblemError error) {
        return violated(List.of(error));
    }

    /** 409: in conflict with another record, which the errors name as {@code recordId}. */
    public static ProblemException conflict(String detail, List<ProblemError> errors) {
        return new ProblemException(ProblemType.CONFLICT, detail, errors);
    }

    /** 409 with one error. */
    public static ProblemException conflict(ProblemError error) {
        return conflict("1 conflict", List.of(error));
    }

    /** 409: the same request is at work; it may be sent again after this time. */
    public static ProblemException inProgress(String detail, Duration retryAfter) {
        return new ProblemException(ProblemType.IN_PROGRESS, detail, List.of(), null, null, retryAfter);
    }

    /** 410: the record was retracted. */
    public static ProblemException gone(Tombstone tombstone) {
        return new ProblemException(ProblemType.GONE, "The record was retracted.", List.of(), tombstone, null, null);
    }

    /** The record was merged into another one: who reads is sent there (308), who writes is refused (409) and told of it. */
    public static ProblemException merged(UUID id, UUID survivor) {
        return new ProblemException(ProblemType.CONFLICT, "The record was merged into another one.",
                List.of(Errors.at("", "merged", "was merged into another record").recordId(survivor)), null, new Merged(id, survivor), null);
    }

    /** 412: {@code If-Match} names another version than the current one. */
    public static ProblemException stale(int currentVersion) {
        return new ProblemException(ProblemType.PRECONDITION_FAILED,
                "The record is at version " + currentVersion + ".");
    }

    /** The same problem of a document that stands inside another one: its pointers begin with where it stands. */
    public ProblemException under(String pointer) {
        return new ProblemException(type, getMessage(), errors.stream().map(error -> error.getPointer() == null ? error
                : Errors.at(pointer + error.getPointer(), error.getCode(), error.getDetail()).recordId(error.getRecordId())).toList(), tombstone, merged, retryAfter);
    }

    /**
     * As the result of an item of a batch.
     *
     * @param path of the request
     */
    public BatchResult result(int index, String path) {
        return ProblemDocument.refused(index, this, path);
    }

    /**
     * The problem document.
     *
     * @param path of what it is a part of
     */
    public String document(String path) {
        return new String(ProblemDocument.write(type, getMessage(), errors, tombstone, path), StandardCharsets.UTF_8);
    }

    private static String count(List<ProblemError> errors) {
        return errors.size() == 1 ? "1 error" : errors.size() + " errors";
    }

    /** When to try again ({@code Retry-After}, RFC 9110). */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public ProblemType type() {
        return type;
    }

    /** All that is wrong; empty where the type says it all. */
    public List<ProblemError> errors() {
        return errors;
    }

    /** What remains of a retracted record; null for every type but {@link ProblemType#GONE}. */
    public Tombstone tombstone() {
        return tombstone;
    }

    /** Where the record is now; null for every other problem. */
    public Merged merged() {
        return merged;
    }
}
