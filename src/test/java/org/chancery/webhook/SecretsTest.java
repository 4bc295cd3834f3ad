package org.chancery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example that the libraries of Standard Webhooks test themselves with. */
class SecretsTest {
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void signature_shouldBeThatOfTheStandard() {
        String signatures = Secrets.signatures(List.of(SECRET, Secrets.fresh()), "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}");

        assertThat(signatures).matches("\\Q" + SIGNATURE + "\\E v1,[A-Za-z0-9+/]{43}=");
    }
}
