package org.chancery.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The contract with an operation and some parameters of it deprecated: v1 itself deprecates nothing. */
@Alternative
@ApplicationScoped
public class DeprecatedContract extends Contract {

    public DeprecatedContract() {
        super(deprecated());
    }

    static JsonNode deprecated() {
        JsonNode document = read("v1.json");
        deprecate(document.at("/paths/~1sources/get"), """
                {"since": "2026-01-01", "sunset": "2027-01-01", "link": "https://chancery.example/changes#sources", "successor": "/v1/references"}""");
        deprecate(document.at("/components/parameters/EventCity"), """
                {"since": "2026-03-01", "link": "https://chancery.example/changes#city"}""");
        deprecate(document.at("/components/parameters/EventKind"), """
                {"since": "2026-02-01", "sunset": "2026-12-06", "link": "https://chancery.example/changes#kind"}""");
        deprecate(document.at("/components/parameters/IfNoneMatch"), """
                {"since": "2026-04-01", "link": "https://chancery.example/changes#if-none-match"}""");
        return document;
    }

    static void deprecate(JsonNode node, String extension) {
        try {
            ((ObjectNode) node).put("deprecated", true).set("x-deprecation", new ObjectMapper().readTree(extension));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
