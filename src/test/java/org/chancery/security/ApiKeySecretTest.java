package org.chancery.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeySecretTest {
    /** Or no key that was given out would be known after the next release. */
    @Test
    void hash_shouldStayWhatTheDatabaseKeeps() {
        ApiKeySecret key = new ApiKeySecret(new UUID(0, 1), "t".repeat(43));

        assertThat(HexFormat.of().formatHex(key.hash())).isEqualTo("80383f974f22964fd6b7ae851b6ccc9180ed4e6fcb2e415bafcab6d822139238");
    }
}
