package org.chancery.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.chancery.problem.ProblemException;

/** Entity tags: {@code "<version>"} or {@code "<version>-<digest of the representation>"} (RFC 9110, strong). */
public final class Versions {
    /** Of the digest, so that equal content is recognized (hexadecimal digits are twice as many). */
    private static final int DIGEST = 8;

    private Versions() {
    }

    /** The tag of a representation that shows no version: a digest of its content alone. */
    public static String tag(String content) {
        return "\"" + digest(content.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    /** The tag of a representation of a version. */
    public static String tag(int version, byte[] content) {
        return "\"" + version + "-" + digest(content) + "\"";
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(DigestUtils.sha256(content), 0, DIGEST);
    }

    /** With or without a digest, or any ({@code *}). */
    private static boolean matches(String ifMatch, int version) {
        String tag = ifMatch.strip();
        return tag.equals("*") || tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + "-");
    }

    /** @throws ProblemException 412 if {@code If-Match} names another version than this one */
    public static void require(String ifMatch, int current) {
        if (!matches(ifMatch, current)) {
            throw ProblemException.stale(current);
        }
    }

    /** Whether {@code If-None-Match} has exactly this tag, or any ({@code *}); a weak tag compares by its value. */
    public static boolean listed(String ifNoneMatch, String tag) {
        for (String candidate : ifNoneMatch.split(",")) {
            String stripped = candidate.strip();
            if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
