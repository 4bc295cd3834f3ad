package org.chancery.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tags that clients keep stay what they are from release to release. */
class VersionsTest {
    private static final String CONTENT = "{\"id\":\"1\"}";

    @Test
    void tag_shouldBeginWithTheVersion_andEndWithTheDigest() {
        assertThat(Versions.tag(3, CONTENT.getBytes(StandardCharsets.UTF_8))).isEqualTo("\"3-5811967f540d300d\"");
    }

    @Test
    void tag_shouldBeTheDigest_ofWhatHasNoVersion() {
        assertThat(Versions.tag(CONTENT)).isEqualTo("\"5811967f540d300d\"");
    }
}
