package org.chancery.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.chancery.entity.EntityService;
import org.chancery.event.TimelineService;
import org.chancery.http.Answers;
import org.chancery.paging.Page;
import org.chancery.paging.Where;
import org.chancery.record.RecordType;
import org.chancery.record.ServiceRegistry;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists as comma-separated values (RFC 4180). */
@ApplicationScoped
class TableService {
    /** Binds cursors to the format, so that none is taken for one of the list in JSON. */
    private static final String SCOPE = ".csv";

    private final TimelineService timeline;
    private final EntityService entities;
    private final ServiceRegistry services;
    private final Answers answers;
    private final ObjectMapper json;
    private final CsvMapper csv = new CsvMapper();

    TableService(TimelineService timeline, EntityService entities, ServiceRegistry services, Answers answers, ObjectMapper json) {
        this.timeline = timeline;
        this.entities = entities;
        this.services = services;
        this.answers = answers;
        this.json = json;
    }

    RestResponse<String> records(RecordType type, String ifNoneMatch) {
        return answer(Tables.of(type), services.of(type).list(new Where(), SCOPE), ifNoneMatch);
    }

    RestResponse<String> events(String ifNoneMatch) {
        return answer(Tables.EVENTS, timeline.list(new Where(), SCOPE), ifNoneMatch);
    }

    RestResponse<String> entities(String ifNoneMatch) {
        return answer(Tables.ENTITIES, entities.list(SCOPE), ifNoneMatch);
    }

    private RestResponse<String> answer(Table table, Page<?> page, String ifNoneMatch) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        table.columns().forEach(column -> schema.addColumn(column.header()));
        ObjectWriter writer = csv.writer(schema.build());
        List<List<Object>> rows = new ArrayList<>();
        for (Object each : page.items()) {
            JsonNode record = json.valueToTree(each);
            rows.add(table.columns().stream().map(column -> cell(column.value().apply(record))).toList());
        }
        try {
            return answers.content(writer.writeValueAsString(rows), page, ifNoneMatch);
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
