package org.chancery.problem;

import org.chancery.api.model.ProblemError;

/**
 * What is wrong with a request, each with its place. Codes are kebab-case words that stay; details are English and begin
 * with a verb ("must be …"), as the place stands beside them.
 */
public final class Errors {
    private Errors() {
    }

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
}
