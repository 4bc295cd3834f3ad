package org.chancery.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Starter;

/** Asks the service which records descriptions mean. */
final class Matches {
    private Matches() {
    }

    static Map<String, Object> named(String name, Object... more) {
        Map<String, Object> description = Json.of(more);
        description.put("names", List.of(Json.of("value", name)));
        return description;
    }

    /** The candidates for one description. */
    static JsonNode candidates(String path, Map<String, Object> description) {
        return Api.body(Api.post(path, Json.of("descriptions", List.of(description), "limit", 10)), 200).at("/items/0/candidates");
    }

    static UUID id(JsonNode candidate) {
        return UUID.fromString((candidate.has("entity") ? candidate.get("entity") : candidate.get("event")).get("id").textValue());
    }

    /** The candidate that is this starter record; a missing node where it is none. */
    static JsonNode of(JsonNode candidates, String key) {
        for (JsonNode candidate : candidates) {
            if (id(candidate).equals(Starter.id(key))) {
                return candidate;
            }
        }
        return candidates.path("none");
    }

    /** The outcomes of the reasons of a feature. */
    static List<String> reasons(JsonNode candidate, String feature) {
        List<String> reasons = new ArrayList<>();
        candidate.get("reasons").forEach(reason -> {
            if (reason.get("feature").textValue().equals(feature)) {
                reasons.add(reason.get("outcome").textValue());
            }
        });
        return reasons;
    }
}
