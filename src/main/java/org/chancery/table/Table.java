package org.chancery.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The columns of one table, made from the JSON of a record or row. What is absent there is an empty cell. */
final class Table {
    private static final String SEPARATOR = "; ";

    private final List<Column> columns = new ArrayList<>();

    /** @param value gives a cell; a text may be anything that a record says */
    record Column(String header, Function<JsonNode, JsonNode> value) {
    }

    List<Column> columns() {
        return columns;
    }

    Table plain(String... members) {
        for (String member : members) {
            at(member, "/" + member);
        }
        return this;
    }

    Table at(String header, String pointer) {
        columns.add(new Column(header, record -> record.at(pointer)));
        return this;
    }

    /** A name and its language. */
    Table name(String member) {
        return at(member, "/" + member + "/value").at(member + "Lang", "/" + member + "/lang");
    }

    /** Dates in EDTF. */
    Table dates(String... members) {
        for (String member : members) {
            at(member, "/" + member + "/edtf");
        }
        return this;
    }

    /** A date in EDTF, and what is known of the time of the day. */
    Table time(String member) {
        String place = "/" + member;
        return dates(member).at(member + "Time", place + "/time").at(member + "DayPart", place + "/dayPart").at(member + "Zone", place + "/zone")
                .at(member + "Utc", place + "/utc");
    }

    Table place() {
        return at("venue", "/place/venue").at("city", "/place/city").at("placeStateId", "/place/stateId").at("placeStateName", "/place/stateName/value")
                .at("online", "/place/online");
    }

    /** Several texts in one cell. */
    Table joined(String header, String array, Function<JsonNode, String> text) {
        columns.add(new Column(header, record -> {
            String cell = StreamSupport.stream(record.at(array).spliterator(), false).map(text).filter(each -> !each.isEmpty()).distinct()
                    .collect(Collectors.joining(SEPARATOR));
            return TextNode.valueOf(cell);
        }));
        return this;
    }

    /** {@code scheme:value}. */
    Table identifiers() {
        return joined("identifiers", "/identifiers", each -> each.path("scheme").asText() + ":" + each.path("value").asText());
    }
}
