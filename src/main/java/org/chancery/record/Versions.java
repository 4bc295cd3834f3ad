package org.chancery.record;

/** Entity tags: {@code "<version>"} or {@code "<version>-<digest of the representation>"} (RFC 9110, strong). */
public final class Versions {
    private Versions() {
    }

    /** Whether {@code If-Match} names this version, with or without a digest, or any ({@code *}). */
    static boolean matches(String ifMatch, int version) {
        String tag = ifMatch.strip();
        return tag.equals("*") || tag.equals("\"" + version + "\"") || tag.startsWith("\"" + version + "-");
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
