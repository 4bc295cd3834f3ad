package org.chancery.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import org.chancery.api.model.SourceCreate;
import org.chancery.api.model.Tombstone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrictJacksonTest {
    @Inject
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(strings = {"{\"colour\":1}", "{\"title\":5}", "{\"title\":true}", "{\"title\":\"a\",\"title\":\"b\"}", "{} {}"})
    void read_shouldRefuse_whatNeedsGuessing(String document) {
        assertThatThrownBy(() -> json.readValue(document, SourceCreate.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5.0", "true"})
    void read_shouldRefuse_whatIsNoInteger(String number) {
        assertThatThrownBy(() -> json.readValue(number, Integer.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void write_shouldHaveIsoDatesAndNoNulls() throws JsonProcessingException {
        Tombstone tombstone = new Tombstone().retractedAt(OffsetDateTime.parse("2026-01-07T08:00:00Z"));

        assertThat(json.writeValueAsString(tombstone)).isEqualTo("{\"retractedAt\":\"2026-01-07T08:00:00Z\"}");
    }
}
