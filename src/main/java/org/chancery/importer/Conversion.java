package org.chancery.importer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes rows in the import format, each with the line of the table that says so, and counts them. */
final class Conversion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_QUOTE = 2000;

    private final Writer out;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Integer> made = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> noted = new TreeMap<>();
    private int read;

    Conversion(Writer out) {
        this.out = out;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode key(String key) {
        return object().put("key", key);
    }

    static ObjectNode identifier(String scheme, String value) {
        return object().put("scheme", scheme).put("value", value);
    }

    static ArrayNode names(String value, String lang) {
        ArrayNode names = JSON.createArrayNode();
        names.addObject().put("value", value).put("lang", lang).put("kind", "common").put("display", true);
        return names;
    }

    /** A line of a table was taken up. */
    void read() {
        read++;
    }

    void refuse(String why) {
        refused.merge(why, 1, Integer::sum);
    }

    void note(String what) {
        noted.merge(what, 1, Integer::sum);
    }

    boolean has(String key) {
        return keys.contains(key);
    }

    /** Writes a row unless there is one with this key. */
    void row(String type, String key, ObjectNode record) {
        if (!keys.add(key)) {
            return;
        }
        made.merge(type, 1, Integer::sum);
        try {
            out.write(object().put("recordType", type).put("key", key).set("record", record).toString());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the line that bears it out. */
    void row(String type, String key, ObjectNode record, String source, CsvFile.Line line) {
        cite(record, source, line);
        row(type, key, record);
    }

    /** The same where two lines are two facts. */
    void fact(String type, String key, ObjectNode record, String source, CsvFile.Line line) {
        if (has(key)) {
            refuse("said by another line already");
        } else {
            row(type, key, record, source, line);
        }
    }

    static void cite(ObjectNode record, String source, CsvFile.Line line) {
        ObjectNode citation = record.withArray("citations").addObject();
        citation.set("sourceId", key(source));
        citation.put("quote", line.text().substring(0, Math.min(MAX_QUOTE, line.text().length()))).put("quoteLang", "en");
    }

    void source(String key, String title, String publisher, String url, String note) {
        row("source", key, object().put("title", title).put("publisher", publisher).put("url", url).put("lang", "en").put("note", note));
    }

    /** Rows in, records made, refused and why. */
    String summary() {
        StringBuilder summary = new StringBuilder(read + " rows in\n");
        made.forEach((type, count) -> summary.append("made: ").append(count).append(' ').append(type).append('\n'));
        refused.forEach((why, count) -> summary.append("refused: ").append(count).append(" (").append(why).append(")\n"));
        noted.forEach((what, count) -> summary.append(what).append(": ").append(count).append('\n'));
        return summary.toString();
    }
}
