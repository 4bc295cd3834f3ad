package org.chancery.record;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** New ids: UUIDv7 (RFC 9562), opaque to clients and never used twice. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {
    }

    /** A new id. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
