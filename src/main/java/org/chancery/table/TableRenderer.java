package org.chancery.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.chancery.http.Renderer;

/** Writes lists as comma-separated values (RFC 4180). */
@ApplicationScoped
class TableRenderer implements Renderer {
    private final CsvMapper csv = new CsvMapper();

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public boolean nested() {
        return false;
    }

    @Override
    public String render(String schema, JsonNode page, URI address) {
        Table table = Tables.of(schema);
        CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        table.columns().forEach(column -> columns.addColumn(column.header()));
        ObjectWriter writer = csv.writer(columns.build());
        List<List<Object>> rows = new ArrayList<>();
        page.get("items").forEach(row -> rows.add(table.columns().stream().map(column -> cell(column.value().apply(row))).toList()));
        try {
            return writer.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object cell(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.intValue();
        }
        return value.isTextual() ? Formulas.defused(value.textValue()) : value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
