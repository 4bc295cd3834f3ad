package org.chancery.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** What a client sends as {@code X-API-Key}: {@code chk_<id>_<secret>}, the id in hexadecimal, 32 random bytes in base64url. */
record ApiKeySecret(UUID id, String secret) {
    private static final Pattern FORM = Pattern.compile("chk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKeySecret of(UUID id) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new ApiKeySecret(id, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Empty for what is no key. */
    static Optional<ApiKeySecret> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long high = HexFormat.fromHexDigitsToLong(parts.group(1), 0, 16);
        long low = HexFormat.fromHexDigitsToLong(parts.group(1), 16, 32);
        return Optional.of(new ApiKeySecret(new UUID(high, low), parts.group(2)));
    }

    /** What the database keeps of it. */
    byte[] hash() {
        return DigestUtils.sha256(secret);
    }

    /** The whole of it, as sent. */
    String text() {
        return "chk_" + id.toString().replace("-", "") + "_" + secret;
    }

    /** Never the secret: what is printed by mistake stays harmless. */
    @Override
    public String toString() {
        return "chk_" + id.toString().replace("-", "") + "_…";
    }
}
