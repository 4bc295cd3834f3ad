package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;

/** Finds what JSON can carry and neither UTF-8 nor PostgreSQL can: unpaired surrogates and NUL. */
final class TextCheck {
    private static final String DETAIL = "must not contain NUL or unpaired surrogates";

    private TextCheck() {
    }

    static List<ProblemError> errors(JsonNode document) {
        List<ProblemError> errors = new ArrayList<>();
        walk("", document, errors);
        return errors;
    }

    private static void walk(String pointer, JsonNode node, List<ProblemError> errors) {
        if (node.isTextual()) {
            if (!isText(node.textValue())) {
                errors.add(Errors.at(pointer, "text", DETAIL));
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String place = Errors.pointer(pointer, member.getKey());
                if (!isText(member.getKey())) {
                    errors.add(Errors.at(place, "text", "must not have NUL or unpaired surrogates in its name"));
                }
                walk(place, member.getValue(), errors);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), errors);
            }
        }
    }

    static boolean isText(String text) {
        return text.codePoints().noneMatch(
                point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
