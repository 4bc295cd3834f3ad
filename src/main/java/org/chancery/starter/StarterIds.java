package org.chancery.starter;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Ids of the starter data: UUIDv7 (RFC 9562) of one fixed instant whose random bits are a digest of the document's key, so
 * that every installation has the same ones and a link to a starter record works everywhere.
 */
public final class StarterIds {
    private static final long INSTANT = Instant.parse("2026-01-07T00:00:00Z").toEpochMilli();

    private StarterIds() {
    }

    public static UUID of(String key) {
        ByteBuffer digest = ByteBuffer.wrap(DigestUtils.sha256("chancery:starter:" + key));
        long high = INSTANT << 16 | 0x7000L | digest.getLong() & 0xfffL;
        long low = 0x8000000000000000L | digest.getLong() & 0x3fffffffffffffffL;
        return new UUID(high, low);
    }
}
