package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The announcement that something of the contract goes away, from its extension {@code x-deprecation}.
 *
 * @param since from when clients should no longer use it: the beginning of a day in UTC
 * @param sunset from when it may be gone: the beginning of a later day in UTC; null where that is not decided
 * @param link what to read about it
 * @param successor path or URL of what to use instead; null where there is nothing
 */
public record Deprecation(Instant since, Instant sunset, URI link, URI successor) {
    private static final Set<String> MEMBERS = Set.of("since", "sunset", "link", "successor");

    public Deprecation {
        if (sunset != null && !sunset.isAfter(since)) {
            throw new IllegalArgumentException("x-deprecation: sunset is not after since");
        }
        if (!link.isAbsolute()) {
            throw new IllegalArgumentException("x-deprecation: link is no URL: " + link);
        }
    }

    /**
     * @param node an operation, a parameter or a schema
     * @return empty where it is not deprecated
     * @throws IllegalArgumentException if it is deprecated without a valid extension, or has the extension without being deprecated
     */
    static Optional<Deprecation> of(JsonNode node) {
        JsonNode extension = node.path("x-deprecation");
        boolean deprecated = node.path("deprecated").asBoolean();
        if (deprecated == extension.isMissingNode()) {
            throw new IllegalArgumentException(deprecated ? "deprecated without x-deprecation" : "x-deprecation without deprecated: true");
        }
        if (!deprecated) {
            return Optional.empty();
        }
        extension.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("x-deprecation: unknown member " + name);
            }
        });
        if (!extension.path("since").isTextual() || !extension.path("link").isTextual()) {
            throw new IllegalArgumentException("x-deprecation: needs since and link");
        }
        return Optional.of(new Deprecation(day(extension.get("since")), extension.has("sunset") ? day(extension.get("sunset")) : null,
                URI.create(extension.get("link").asText()), extension.has("successor") ? URI.create(extension.get("successor").asText()) : null));
    }

    private static Instant day(JsonNode date) {
        return LocalDate.parse(date.asText()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
