package org.chancery.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class StarterDayTest {
    @Test
    void eventsOfZelensky_shouldComeInOrderWithPlaces_whenAskedForADay() {
        JsonNode page = Api.get("/events", "participantId", Starter.id("person:volodymyr-zelensky"), "startFrom", "2026-01-06",
                "startTo", "2026-01-06");

        Json.assertEquals(page, "events-zelensky-2026-01-06");
    }
}
