package org.chancery.linkeddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A node of a JSON-LD document while it is written. What is absent is passed over; a term that is set again has several values. */
final class Node {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VOCABULARIES = "https://chancery.example/vocabularies/";

    /** EDTF that ISO 8601 without extensions writes alike, but for parts that are left unspecified. */
    private static final Pattern PLAIN = Pattern.compile("([0-9]{4}(-[0-9]{2}){0,2})(-XX)*");

    private final ObjectNode json = JSON.objectNode();

    /** @param id null for a node without a name */
    Node(String id, String... types) {
        if (id != null) {
            json.put("@id", id);
        }
        for (String type : types) {
            add("@type", JSON.textNode(type));
        }
    }

    ObjectNode json() {
        return json;
    }

    Node value(String term, JsonNode value) {
        if (!value.isMissingNode()) {
            add(term, value);
        }
        return this;
    }

    Node node(String term, Node other) {
        if (other != null) {
            add(term, other.json);
        }
        return this;
    }

    /** Said of this node by the other one. */
    Node reverse(String term, Node other) {
        if (other != null) {
            append(json.withObject("/@reverse"), term, other.json);
        }
        return this;
    }

    Node iri(String term, String iri) {
        add(term, JSON.objectNode().put("@id", iri));
        return this;
    }

    /** A text in a language. */
    Node text(String term, JsonNode text, String lang) {
        if (text.isTextual()) {
            add(term, JSON.objectNode().put("@value", text.textValue()).put("@language", lang));
        }
        return this;
    }

    /** A name with its language. */
    Node name(String term, JsonNode name) {
        return text(term, name.path("value"), name.path("lang").asText());
    }

    /** A word of one of the service's vocabularies. */
    Node word(String term, String vocabulary, JsonNode code) {
        return code.isTextual() ? iri(term, concept(vocabulary, code.textValue())) : this;
    }

    static String scheme(String vocabulary) {
        return VOCABULARIES + vocabulary;
    }

    static String concept(String vocabulary, String code) {
        return scheme(vocabulary) + "/" + code;
    }

    /** A date in EDTF. */
    Node edtf(String term, JsonNode date) {
        JsonNode text = date.path("edtf");
        if (text.isTextual()) {
            add(term, JSON.objectNode().put("@value", text.textValue()).put("@type", "edtf:EDTF"));
        }
        return this;
    }

    /** A date in ISO 8601 as precise as it is known, and in EDTF where that says more. */
    Node date(String term, String exact, JsonNode date) {
        String edtf = date.path("edtf").asText();
        boolean plain = PLAIN.matcher(edtf).matches();
        if (plain) {
            add(term, JSON.textNode(date.has("utc") ? local(date) : PLAIN.matcher(edtf).replaceAll("$1")));
        }
        return plain && !edtf.endsWith("X") ? this : edtf(exact, date);
    }

    private static String local(JsonNode time) {
        return Instant.parse(time.get("utc").textValue()).atZone(ZoneId.of(time.get("zone").textValue()))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private void add(String term, JsonNode value) {
        append(json, term, value);
    }

    private static void append(ObjectNode target, String term, JsonNode value) {
        JsonNode before = target.get(term);
        if (before == null) {
            target.set(term, value);
        } else if (before instanceof ArrayNode several) {
            several.add(value);
        } else {
            target.set(term, JSON.arrayNode().add(before).add(value));
        }
    }
}
