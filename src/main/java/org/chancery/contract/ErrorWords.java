package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;

/** Says in the service's own words what a schema found wrong. */
final class ErrorWords {
    private static final int MAX_LISTED = 30;

    private ErrorWords() {
    }

    static ProblemError of(Error error) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> Errors.at(Errors.pointer(pointer, error.getProperty()), "required", "is required");
            case "additionalProperties" -> Errors.at(Errors.pointer(pointer, error.getProperty()), "unknown-member",
                    "is not a member of this object");
            case "type" -> error.getInstanceNode().isNull()
                    ? Errors.at(pointer, "null", "must not be null")
                    : Errors.at(pointer, "type", "must be " + withArticle(rule.asText()));
            case "enum" -> error.getInstanceNode().isNull()
                    ? Errors.at(pointer, "null", "must not be null")
                    : Errors.at(pointer, "enum", oneOf(rule));
            case "pattern" -> Errors.at(pointer, "pattern", rule.asText().length() > 100
                    ? "does not have the required form" : "must match " + rule.asText());
            case "format" -> format(pointer, rule.asText());
            case "minLength" -> Errors.at(pointer, "min-length", rule.asInt() == 1
                    ? "must not be empty" : "must have at least " + rule.asText() + " characters");
            case "maxLength" -> Errors.at(pointer, "max-length", "must have at most " + rule.asText() + " characters");
            case "minimum" -> Errors.at(pointer, "minimum", "must be at least " + rule.asText());
            case "maximum" -> Errors.at(pointer, "maximum", "must be at most " + rule.asText());
            case "minItems" -> Errors.at(pointer, "min-items", "must have at least " + rule.asText() + " items");
            case "maxItems" -> Errors.at(pointer, "max-items", "must have at most " + rule.asText() + " items");
            case "minProperties" -> Errors.at(pointer, "min-properties",
                    "must have at least " + rule.asText() + " members");
            case "maxProperties" -> Errors.at(pointer, "max-properties",
                    "must have at most " + rule.asText() + " members");
            default -> Errors.at(pointer, "schema", "is against the schema of the contract");
        };
    }

    private static ProblemError format(String pointer, String format) {
        return switch (format) {
            case Formats.DAY -> Errors.at(pointer, "date", "is not a day of the calendar");
            case "int32" -> Errors.at(pointer, "format", "must fit into 32 bits");
            case "uuid" -> Errors.at(pointer, "format", "must be a UUID (RFC 9562)");
            case "date-time" -> Errors.at(pointer, "format", "must be a date and time with offset (RFC 3339)");
            case Formats.PERCENT_ENCODED -> Errors.at(pointer, "format", "must be text in UTF-8, percent-encoded, not blank, without NUL, of at most "
                    + Formats.MAX_DECODED + " characters");
            case "uri" -> Errors.at(pointer, "format", "must be an absolute URI (RFC 3986)");
            default -> Errors.at(pointer, "format", "must be " + withArticle(format));
        };
    }

    private static String withArticle(String word) {
        return ("aeio".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    private static String oneOf(JsonNode allowed) {
        List<String> words = new ArrayList<>();
        for (JsonNode word : allowed) {
            if (!word.isNull()) {
                words.add(word.asText());
            }
        }
        return words.size() > MAX_LISTED ? "is not one of the allowed words" : "must be one of " + String.join(", ", words);
    }
}
