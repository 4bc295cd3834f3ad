package org.chancery.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class StarterLeadersTest {
    @Test
    void leadersOfNato_shouldBeStoltenberg_whenAskedFor2023() {
        JsonNode page = Api.get("/leaders", "asOf", "2023-07-10", "ofActorId", Starter.id("organization:nato"));

        Json.assertEquals(page, "leaders-nato-2023-07-10");
    }

    @Test
    void leadersOfNato_shouldBeRutte_whenAskedFor2026() {
        JsonNode page = Api.get("/leaders", "asOf", "2026-01-06", "ofActorId", Starter.id("organization:nato"));

        Json.assertEquals(page, "leaders-nato-2026-01-06");
    }

    @Test
    void leaders_shouldBeThoseInOffice_whenAskedFor2026() {
        List<String> leaders = Api.names(Api.get("/leaders", "asOf", "2026-01-06", "limit", 200, "sort", "created"));

        assertThat(leaders).contains("Volodymyr Zelensky", "Emmanuel Macron", "Donald Trump", "Keir Starmer", "Friedrich Merz",
                "Donald Tusk", "Karol Nawrocki", "Vladimir Putin", "Mark Rutte");
        assertThat(leaders).doesNotContain("Joe Biden", "Andrzej Duda", "Jens Stoltenberg", "Olaf Scholz", "Rishi Sunak",
                "Mateusz Morawiecki", "Kyrylo Budanov");
    }

    @Test
    void leaders_shouldBeThoseInOffice_whenAskedFor2023() {
        List<String> leaders = Api.names(Api.get("/leaders", "asOf", "2023-07-10", "limit", 200, "sort", "created"));

        assertThat(leaders).contains("Volodymyr Zelensky", "Emmanuel Macron", "Joe Biden", "Andrzej Duda", "Jens Stoltenberg",
                "Olaf Scholz", "Rishi Sunak", "Mateusz Morawiecki");
        assertThat(leaders).doesNotContain("Donald Trump", "Keir Starmer", "Friedrich Merz", "Donald Tusk", "Mark Rutte", "Karol Nawrocki");
    }

    @Test
    void leadersOfFrance_shouldBeMacron_whenAskedFor2023() {
        JsonNode page = Api.get("/leaders", "asOf", "2023-07-11", "ofActorId", Starter.id("state:FR"));

        Json.assertEquals(page, "leaders-france-2023-07-11");
    }

    @Test
    void leadersOfFrance_shouldBeMacron_whenAskedFor2026() {
        JsonNode page = Api.get("/leaders", "asOf", "2026-01-06", "ofActorId", Starter.id("state:FR"));

        assertThat(Api.names(page)).containsExactly("Emmanuel Macron");
    }

    @Test
    void leadersOfTheUnitedStates_shouldBeNobody_whenNoSourceSpeaksOfTheYear() {
        JsonNode page = Api.get("/leaders", "asOf", "1999-07-11", "ofActorId", Starter.id("state:US"));

        assertThat(Api.names(page)).isEmpty();
    }
}
