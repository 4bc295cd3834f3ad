package org.chancery.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.api.model.ProblemError;

/** Strict percent-encoding (RFC 3986): what the usual decoders repair silently is an error here. */
public final class PercentEncoding {
    /** One {@code name=value} of a query, decoded. */
    public record Pair(String name, String value) {
    }

    private PercentEncoding() {
    }

    /**
     * The text, or nothing where an escape is broken, a byte is outside ASCII or the bytes are not UTF-8.
     *
     * @param form whether {@code +} is a blank, as in a query
     */
    static Optional<String> decode(String encoded, boolean form) {
        if (encoded == null) {
            return Optional.of("");
        }
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
                int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else if (c > 0x7E || c < 0x21) {
                return Optional.empty();
            } else {
                bytes.put((byte) (form && c == '+' ? ' ' : c));
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text of a header that is printable ASCII, its other characters percent-encoded in UTF-8; nothing where an escape is broken. */
    public static Optional<String> header(String value) {
        return decode(value.replace(" ", "%20"), false);
    }

    /** The pairs of a query in their order; one without {@code =} has an empty value. Broken ones are left out. */
    public static List<Pair> pairs(String query) {
        List<Pair> pairs = new ArrayList<>();
        for (String part : parts(query)) {
            Optional<String> name = decode(name(part), true);
            Optional<String> value = decode(value(part), true);
            if (name.isPresent() && value.isPresent()) {
                pairs.add(new Pair(name.get(), value.get()));
            }
        }
        return pairs;
    }

    /** What is broken in a query, by parameter. */
    public static List<ProblemError> errors(String query) {
        List<ProblemError> errors = new ArrayList<>();
        for (String part : parts(query)) {
            Optional<String> name = decode(name(part), true);
            if (name.isEmpty() || decode(value(part), true).isEmpty()) {
                errors.add(Errors.parameter(name.orElse(name(part)), "encoding", "is not percent-encoded UTF-8"));
            }
        }
        return errors;
    }

    private static List<String> parts(String query) {
        List<String> parts = new ArrayList<>();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private static String name(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals);
    }

    private static String value(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? "" : part.substring(equals + 1);
    }
}
