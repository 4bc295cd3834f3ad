package org.chancery.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;

/** Reads a body of JSON (RFC 8259) and refuses what a lenient reader would guess at. */
public final class StrictJson {
    /** Objects and arrays in one another: the contract nests to less than 10. */
    static final int MAX_DEPTH = 50;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(100)
                    .maxStringLength(2_000_000).build())
            .build());

    private StrictJson() {
    }

    /** @throws ProblemException 400 if the bytes are not one JSON value in UTF-8, or are ambiguous */
    public static JsonNode read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid(Errors.at("", "encoding", "is not UTF-8"));
        }
        if (text.isBlank()) {
            throw ProblemException.invalid(Errors.at("", "required", "must not be empty"));
        }
        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode document = JSON.readTree(parser);
            if (goesOn(parser)) {
                throw ProblemException.invalid(Errors.at("", "trailing-content", "goes on after the JSON value"));
            }
            return finite("", document);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid(error(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows the value need not be JSON to be too much. */
    private static boolean goesOn(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static ProblemError error(JsonProcessingException e) {
        String pointer = e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString() : "";
        String place = e.getLocation() == null ? ""
                : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
        if (e instanceof StreamConstraintsException) {
            return e.getOriginalMessage().contains("nesting")
                    ? Errors.at("", "too-deep", "must not nest deeper than " + MAX_DEPTH)
                    : Errors.at(pointer, "max-length", "is too long" + place);
        }
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return Errors.at(pointer, "duplicate-member", "must not occur twice" + place);
        }
        return Errors.at(pointer, "json", "is not valid JSON" + place);
    }

    /** A number beyond the range of a double was read as infinite. */
    private static JsonNode finite(String pointer, JsonNode node) {
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw ProblemException.invalid(Errors.at(pointer, "number", "is out of range"));
        }
        if (node.isObject()) {
            node.properties().forEach(member -> finite(Errors.pointer(pointer, member.getKey()), member.getValue()));
        } else {
            for (int i = 0; i < node.size(); i++) {
                finite(pointer + "/" + i, node.get(i));
            }
        }
        return node;
    }
}
