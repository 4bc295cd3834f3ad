package org.chancery.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.chancery.api.model.BatchResult;
import org.chancery.api.model.Problem;
import org.chancery.api.model.ProblemError;
import org.chancery.api.model.Tombstone;

/**
 * Writes problem documents (RFC 9457). Whatever a client sent may come back in them, so each text is cut to
 * the length that the contract allows and cleared of what is no Unicode text.
 */
public final class ProblemDocument {
    /** The one media type of all errors, whatever {@code Accept} says. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int MAX_ERRORS = 1000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ProblemDocument() {
    }

    /**
     * The document as UTF-8.
     *
     * @param path path of the request, as the client sent it
     * @param tombstone null for every type but gone
     */
    public static byte[] write(ProblemType type, String detail, List<ProblemError> errors, Tombstone tombstone,
            String path) {
        try {
            return JSON.writeValueAsBytes(problem(type, detail, errors, tombstone, path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The result of an item of a batch that is refused. */
    static BatchResult refused(int index, ProblemException e, String path) {
        return new BatchResult().index(index).status(e.type().status()).problem(problem(e.type(), e.getMessage(), e.errors(), e.tombstone(), path));
    }

    private static Problem problem(ProblemType type, String detail, List<ProblemError> errors, Tombstone tombstone, String path) {
        return new Problem().type(type.uri()).title(type.title()).status(type.status()).code(type.code())
                .detail(text(detail, 2000)).instance(text(path, 2000)).tombstone(tombstone)
                .errors(errors.stream().limit(MAX_ERRORS).map(ProblemDocument::cut).toList());
    }

    private static ProblemError cut(ProblemError error) {
        return new ProblemError().pointer(pointer(error.getPointer()))
                .parameter(text(error.getParameter(), 100)).header(text(error.getHeader(), 100))
                .code(error.getCode()).detail(text(error.getDetail(), 1000)).recordId(error.getRecordId());
    }

    /** The empty pointer is the body itself, so it stays. */
    private static String pointer(String pointer) {
        return "".equals(pointer) ? pointer : text(pointer, 300);
    }

    /** Null for an empty text: the contract's members are not empty. */
    private static String text(String text, int max) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(max).forEach(point -> clean.appendCodePoint(
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE || point == 0 ? 0xFFFD : point));
        return clean.toString();
    }
}
