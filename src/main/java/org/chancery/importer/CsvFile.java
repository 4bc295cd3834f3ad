package org.chancery.importer;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table with a header, one record a line (RFC 4180 without line breaks in a value). */
final class CsvFile {
    private static final ObjectReader READER = new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

    private CsvFile() {
    }

    /** A record: its values by their columns, empty where there is none, and the line as it stands in the file. */
    record Line(int number, String text, Map<String, String> values) {
        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> texts = Files.readAllLines(file);
        String[] header = values(texts.get(0));
        for (int i = 1; i < texts.size(); i++) {
            String[] values = values(texts.get(i));
            if (values.length != header.length) {
                throw new IOException(file + ", line " + (i + 1) + ": " + values.length + " values under " + header.length + " columns");
            }
            Map<String, String> byColumn = new HashMap<>();
            for (int column = 0; column < header.length; column++) {
                byColumn.put(header[column], values[column].strip());
            }
            lines.add(new Line(i + 1, texts.get(i), byColumn));
        }
        return lines;
    }

    private static String[] values(String text) throws IOException {
        try (MappingIterator<String[]> values = READER.readValues(text)) {
            return values.next();
        }
    }
}
