package org.chancery.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * All that can be wrong with a body by its schema: from one valid document, one document for each member and each rule, with
 * nothing else wrong in it.
 */
final class BadBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Stand for what no JSON library writes. */
    private static final String SURROGATE = "a lone surrogate";
    private static final String HUGE = "a huge number";

    private final List<Bad> found = new ArrayList<>();

    private BadBodies() {
    }

    /**
     * A body that must be refused.
     *
     * @param status 400 against the schema, 422 against what there is
     * @param place the pointer that the answer must name
     */
    record Bad(String what, byte[] bytes, int status, String place) {
        Bad(String what, String text, int status, String place) {
            this(what, text.getBytes(StandardCharsets.UTF_8), status, place);
        }
    }

    static List<Bad> of(String schema, ObjectNode valid) {
        BadBodies bodies = new BadBodies();
        bodies.text(valid);
        bodies.object("", ContractDocument.schema(schema), valid, document -> document);
        return bodies.found;
    }

    private void text(ObjectNode valid) {
        String text = valid.toString();
        String first = valid.fieldNames().next();
        add("empty body", "", "");
        add("blank body", " \n", "");
        add("no JSON", "title=x&y", "");
        add("a bare word", "nothing", "");
        add("null", "null", "");
        add("a number", "5", "");
        add("a text", "\"x\"", "");
        add("a list", "[]", "");
        add("trailing document", text + " {}", "");
        add("trailing bracket", text + "]", "");
        add("trailing garbage", text + " x", "");
        found.add(new Bad("cut off", text.substring(0, text.length() - 1), 400, null));
        found.add(new Bad("trailing comma", text.substring(0, text.length() - 1) + ",}", 400, null));
        found.add(new Bad("single quotes", "{'" + first + "':1}", 400, null));
        found.add(new Bad("comment", "/* */" + text, 400, null));
        found.add(new Bad("not UTF-8", text.getBytes(StandardCharsets.UTF_16LE), 400, null));
        found.add(new Bad("half a character", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, 400, null));
        found.add(new Bad("nested too deep", "[".repeat(50_000), 400, null));
        add("duplicate member", "{\"" + first + "\":" + valid.get(first) + "," + text.substring(1), "/" + first);
    }

    private void object(String pointer, JsonNode schema, ObjectNode valid, UnaryOperator<JsonNode> place) {
        add("unknown member", place.apply(valid.deepCopy().put("colour", "red")), pointer + "/colour");
        add("unknown member with a lone surrogate", place.apply(valid.deepCopy().put(SURROGATE, "red")), null);
        for (JsonNode required : schema.path("required")) {
            ObjectNode without = valid.deepCopy();
            without.remove(required.textValue());
            add("missing", place.apply(without), pointer + "/" + required.textValue());
        }
        for (Map.Entry<String, JsonNode> member : schema.get("properties").properties()) {
            String name = member.getKey();
            value(pointer + "/" + name, ContractDocument.resolve(member.getValue()), valid.get(name),
                    value -> place.apply(valid.deepCopy().set(name, value)));
        }
    }

    private void value(String pointer, JsonNode schema, JsonNode present, UnaryOperator<JsonNode> place) {
        badValues(schema).forEach((what, value) -> add(what, place.apply(value), pointer));
        if (!schema.path("nullable").asBoolean()) {
            add("null", place.apply(NODES.nullNode()), pointer);
        }
        JsonNode valid = present == null || present.isEmpty() ? sample(schema) : present;
        switch (schema.path("type").asText()) {
            case "object" -> object(pointer, schema, (ObjectNode) valid, place);
            case "array" -> {
                JsonNode item = ContractDocument.resolve(schema.get("items"));
                add("too many", place.apply(many(valid.get(0), schema.get("maxItems").intValue() + 1)), pointer);
                value(pointer + "/0", item, valid.get(0), value -> place.apply(withFirst((ArrayNode) valid, value)));
            }
            case "string" -> {
                if (schema.path("format").asText().equals("uuid")) {
                    found.add(new Bad("no such record", raw(place.apply(NODES.textNode(World.randomId()))), 422, pointer));
                }
            }
            default -> { }
        }
    }

    /** By what is wrong with it, a value that the schema refuses. */
    private static Map<String, JsonNode> badValues(JsonNode schema) {
        Map<String, JsonNode> bad = new LinkedHashMap<>();
        String type = schema.path("type").asText();
        if (!type.equals("string")) {
            bad.put("a text", NODES.textNode("x"));
        }
        if (!type.equals("integer")) {
            bad.put("a number", NODES.numberNode(5));
        }
        if (!type.equals("boolean")) {
            bad.put("a truth value", NODES.booleanNode(true));
        }
        if (!type.equals("array")) {
            bad.put("a list", NODES.arrayNode());
        }
        if (!type.equals("object")) {
            bad.put("an object", NODES.objectNode());
        }
        switch (type) {
            case "string" -> texts(schema).forEach((what, text) -> bad.put(what, NODES.textNode(text)));
            case "integer" -> {
                bad.put("a number as text", NODES.textNode("5"));
                bad.put("a fraction", DoubleNode.valueOf(1.5));
                bad.put("a huge number", NODES.textNode(HUGE));
                bad.put("more than 32 bits", LongNode.valueOf(3_000_000_000L));
                bad.put("below the minimum", IntNode.valueOf(schema.get("minimum").intValue() - 1));
                bad.put("above the maximum", IntNode.valueOf(schema.get("maximum").intValue() + 1));
            }
            case "boolean" -> bad.put("a truth value as text", NODES.textNode("true"));
            case "array" -> {
                if (schema.path("minItems").asInt() > 0) {
                    bad.put("too few", NODES.arrayNode());
                }
            }
            default -> { }
        }
        return bad;
    }

    /** Texts that the schema refuses; used for query parameters too. */
    static Map<String, String> texts(JsonNode schema) {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("NUL", "a\u0000b");
        bad.put("lone surrogate", SURROGATE);
        String pattern = schema.path("pattern").asText(".*");
        if (schema.path("minLength").asInt() > 0 || schema.has("enum") || schema.has("x-extensible-enum") || schema.has("format")
                || !"".matches(pattern)) {
            bad.put("empty text", "");
        }
        if (schema.has("maxLength")) {
            bad.put("too long", "a".repeat(schema.get("maxLength").intValue() + 1));
        }
        if (schema.has("enum") || schema.has("x-extensible-enum")) {
            bad.put("not in the enumeration", "no-such-word");
            bad.put("a word in capitals", "HELD");
        }
        for (String text : List.of(" ", "!", "2026-13-01", "yesterday", "2026-01-06T10:00:00Z", "UK_ua", "25:61")) {
            if (!text.matches(pattern)) {
                bad.put("against the pattern: " + text, text);
            }
        }
        if ("2026-01-06".matches(pattern) && !"some-word".matches(pattern)) {
            // what the pattern of a date cannot tell
            bad.put("impossible day", "2026-02-30");
            bad.put("no leap year", "2025-02-29");
            bad.put("interval backwards", "2026-01-06/2026-01-05");
        }
        switch (schema.path("format").asText()) {
            case "uuid" -> List.of("7", "1-1-1-1-1", "019b95c0-d000-735c-be9d-ec82bb3a0f0", "019b95c0d000735cbe9dec82bb3a0f08",
                    "{019b95c0-d000-735c-be9d-ec82bb3a0f08}", "g19b95c0-d000-735c-be9d-ec82bb3a0f08")
                    .forEach(text -> bad.put("no UUID: " + text, text));
            case "date-time" -> List.of("2026-01-06", "2026-01-06T10:00:00", "2026-13-06T10:00:00Z", "2026-02-30T10:00:00Z", "now",
                    "2026-01-06T25:00:00Z", "1767657600").forEach(text -> bad.put("no date-time: " + text, text));
            case "uri" -> List.of("x", "//host/path", "https://", "https://a b/", "http://[/").forEach(text -> bad.put("no URI: " + text, text));
            default -> { }
        }
        return bad;
    }

    /** A valid value: the schema's example, else one with as little in it as can be. */
    private static JsonNode sample(JsonNode schema) {
        if (schema.has("example")) {
            return schema.get("example").deepCopy();
        }
        return switch (schema.get("type").textValue()) {
            case "array" -> NODES.arrayNode().add(sample(ContractDocument.resolve(schema.get("items"))));
            case "integer" -> schema.get("minimum");
            case "boolean" -> NODES.booleanNode(true);
            default -> TextNode.valueOf(schema.path("format").asText().equals("uuid") ? World.randomId() : "x");
        };
    }

    private static ArrayNode withFirst(ArrayNode items, JsonNode first) {
        ArrayNode copy = items.deepCopy();
        copy.set(0, first);
        return copy;
    }

    private static ArrayNode many(JsonNode item, int count) {
        ArrayNode items = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            items.add(item);
        }
        return items;
    }

    private void add(String what, JsonNode document, String place) {
        add(what, raw(document), place);
    }

    private void add(String what, String text, String place) {
        found.add(new Bad(what, text, 400, place));
    }

    private static String raw(JsonNode document) {
        return document.toString().replace("\"" + HUGE + "\"", "1e999").replace(SURROGATE, "\\ud800");
    }

    /** How a text goes into a query: percent-encoded, what has no UTF-8 as the bytes that stand for it. */
    static String encoded(String text) {
        return text.equals(SURROGATE) ? "%ED%A0%80" : Call.encode(text);
    }
}
