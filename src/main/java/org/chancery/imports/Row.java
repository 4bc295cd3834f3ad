package org.chancery.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.api.model.ProblemError;
import org.chancery.contract.StrictJson;
import org.chancery.problem.Errors;
import org.chancery.problem.ProblemException;
import org.chancery.record.RecordType;

/**
 * A row of an import.
 *
 * @param key null where the row has none
 * @param whole with {@code record} and, for a part of an event, {@code eventId}, which may hold references
 */
record Row(RecordType type, String key, ObjectNode whole) {
    private static final int MAX_KEY = 200;
    private static final int MAX_SCHEME = 40;
    private static final int MAX_URL = 2000;
    /** Of a name that is asked for: longer ones are of nothing. */
    private static final int MAX_NAME = 300;
    private static final Set<String> MEMBERS = Set.of("recordType", "key", "eventId", "record");
    static final Set<RecordType> PARTS = Set.of(RecordType.PARTICIPATION, RecordType.SIGNATURE, RecordType.COMMITMENT);

    /** @throws ProblemException 400 with all that is wrong around the document */
    static Row read(String line) {
        JsonNode row = StrictJson.read(line.getBytes(StandardCharsets.UTF_8));
        if (!(row instanceof ObjectNode whole)) {
            throw ProblemException.invalid(Errors.at("", "type", "must be an object"));
        }
        List<ProblemError> errors = new ArrayList<>();
        row.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                errors.add(Errors.at(Errors.pointer("", name), "unknown-member", "is not a member of this object"));
            }
        });
        Optional<RecordType> type = Arrays.stream(RecordType.values()).filter(each -> each.word().equals(row.path("recordType").textValue())).findFirst();
        if (type.isEmpty()) {
            errors.add(Errors.at("/recordType", row.has("recordType") ? "enum" : "required", "must be a record type"));
        }
        JsonNode key = row.get("key");
        if (key != null && !isKey(key)) {
            errors.add(Errors.at("/key", "key", "must be a text of 1 to " + MAX_KEY + " printable characters"));
        }
        if (!row.path("record").isObject()) {
            errors.add(Errors.at("/record", row.has("record") ? "type" : "required", "must be an object"));
        }
        boolean part = type.filter(PARTS::contains).isPresent();
        if (type.isPresent() && part != row.has("eventId")) {
            errors.add(Errors.at("/eventId", part ? "required" : "unknown-member", part ? "is required" : "belongs to parts of events only"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Row(type.get(), key == null ? null : key.textValue(), whole);
    }

    private static boolean isKey(JsonNode key) {
        return key.isTextual() && !key.textValue().isBlank() && key.textValue().codePointCount(0, key.textValue().length()) <= MAX_KEY
                && key.textValue().codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    static String name(String key) {
        return name("key", key);
    }

    static String name(String scheme, String value) {
        String name = (scheme + " " + value).replace('\0', '\uFFFD');
        return name.substring(0, Math.min(MAX_NAME, name.length()));
    }

    ObjectNode document() {
        return (ObjectNode) whole.get("record");
    }

    /** What others may call the record of this row: its key, its identifiers. */
    List<String> names() {
        List<String> names = new ArrayList<>(identifiers());
        if (key != null) {
            names.add(name(key));
        }
        return names;
    }

    List<String> identifiers() {
        List<String> names = new ArrayList<>();
        document().path("identifiers").forEach(identifier -> {
            String scheme = identifier.path("scheme").asText();
            if (identifier.path("value").isTextual() && !scheme.isEmpty() && scheme.length() <= MAX_SCHEME) {
                names.add(name(scheme, identifier.get("value").textValue()));
            }
        });
        return names;
    }

    /** The URL of a source, which names it. */
    Optional<String> url() {
        return Optional.ofNullable(document().path("url").textValue()).filter(url -> type == RecordType.SOURCE && url.length() <= MAX_URL);
    }

    /** All references, with their pointers into the row. */
    List<Placed> references() {
        List<Placed> references = new ArrayList<>();
        Reference.visit(whole, "", (reference, pointer) -> references.add(new Placed(reference, pointer)));
        return references;
    }

    record Placed(Reference reference, String pointer) {
    }
}
