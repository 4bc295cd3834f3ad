package org.chancery.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.chancery.api.model.ProblemError;

/**
 * Collects all that is wrong with one request, so that the client hears of it at once. Codes are kebab-case
 * words that stay; details are English and begin with a verb ("must be …"), as the place stands beside them.
 */
public final class Errors {
    private final List<ProblemError> found = new ArrayList<>();

    /** An error at a member of the body; {@code ""} is the body itself (RFC 6901). */
    public static ProblemError at(String pointer, String code, String detail) {
        return new ProblemError().pointer(pointer).code(code).detail(detail);
    }

    /** An error in a query or path parameter. */
    public static ProblemError parameter(String name, String code, String detail) {
        return new ProblemError().parameter(name).code(code).detail(detail);
    }

    /** An error in a header. */
    public static ProblemError header(String name, String code, String detail) {
        return new ProblemError().header(name).code(code).detail(detail);
    }

    /** The JSON Pointer (RFC 6901) to a member or element: {@code pointer("/names", 0, "value")} is /names/0/value. */
    public static String pointer(String parent, Object... steps) {
        StringBuilder pointer = new StringBuilder(parent);
        for (Object step : steps) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    public Errors add(ProblemError error) {
        found.add(error);
        return this;
    }

    public Errors addAll(Collection<ProblemError> errors) {
        found.addAll(errors);
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<ProblemError> list() {
        return List.copyOf(found);
    }

    /** @throws ProblemException 400 with all that was collected, if anything was */
    public void throwIfInvalid() {
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }

    /** @throws ProblemException 422 with all that was collected, if anything was */
    public void throwIfViolated() {
        if (!found.isEmpty()) {
            throw ProblemException.violated(found);
        }
    }
}
