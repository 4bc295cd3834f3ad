package org.chancery.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/**
 * Opaque cursors: the sort values of the last row, bound to the request's filters and order and signed (HMAC-SHA-256), so
 * that a cursor made up or used with other filters is refused.
 */
@ApplicationScoped
class Cursors {
    private static final int SIGNATURE = 16;

    /** @param query digest of filters and order */
    record Position(String query, List<String> values) {
    }

    private final ObjectMapper json;
    private final ServiceKeys keys;

    Cursors(ObjectMapper json, ServiceKeys keys) {
        this.json = json;
        this.keys = keys;
    }

    String write(String query, List<String> values) {
        try {
            byte[] text = json.writeValueAsBytes(new Position(digest(query), values));
            byte[] signed = Arrays.copyOf(text, text.length + SIGNATURE);
            System.arraycopy(sign(text), 0, signed, text.length, SIGNATURE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param queries any of which the cursor may belong to */
    List<String> read(String cursor, String... queries) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            if (signed.length <= SIGNATURE) {
                throw refused("is not a cursor of this service");
            }
            byte[] text = Arrays.copyOf(signed, signed.length - SIGNATURE);
            byte[] signature = Arrays.copyOfRange(signed, text.length, signed.length);
            if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(text), SIGNATURE))) {
                throw refused("is not a cursor of this service");
            }
            Position position = json.readValue(text, Position.class);
            if (Arrays.stream(queries).map(Cursors::digest).noneMatch(position.query()::equals)) {
                throw refused("belongs to other filters or another order");
            }
            return position.values();
        } catch (IllegalArgumentException | IOException e) {
            throw refused("is not a cursor of this service");
        }
    }

    private static ProblemException refused(String why) {
        return ProblemException.invalid(Errors.parameter("cursor", "cursor", why));
    }

    private byte[] sign(byte[] text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, keys.cursorKey()).hmac(text);
    }

    private static String digest(String query) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(DigestUtils.sha256(query), 12));
    }
}
