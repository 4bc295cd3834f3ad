package org.chancery.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chancery.api.model.ProblemError;
import org.chancery.problem.Errors;
import org.chancery.problem.PercentEncoding;

/** Reads query and headers of one request as its operation describes them, and says all that is wrong. */
@ApplicationScoped
class ParameterReader {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final ContractValidator validator;
    private final Clock clock;

    ParameterReader(ContractValidator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /** What was read: values by parameter, each list split; all errors. */
    record Parameters(Map<String, List<String>> query, Map<String, String> headers, List<ProblemError> errors) {
    }

    Parameters read(Contract.Operation operation, List<PercentEncoding.Pair> pairs,
            Function<String, List<String>> headers) {
        Parameters read = new Parameters(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        Map<String, List<String>> given = new LinkedHashMap<>();
        pairs.forEach(pair -> given.computeIfAbsent(pair.name(), any -> new ArrayList<>()).add(pair.value()));
        List<Contract.Parameter> known = operation.in("query");
        given.keySet().stream().filter(name -> known.stream().noneMatch(each -> each.name().equals(name)))
                .forEach(name -> read.errors().add(unknown(name)));
        known.forEach(parameter -> readQuery(parameter, given.get(parameter.name()), read));
        checkRanges(read);
        checkPast(read);
        operation.in("header").forEach(header -> readHeader(header, headers.apply(header.name()), read));
        return read;
    }

    /** A range that ends before it begins has nothing in it: whoever asks for it took one end for the other. */
    private static void checkRanges(Parameters read) {
        read.query().forEach((from, first) -> {
            String to = from.replaceFirst("From$", "To");
            List<String> last = to.equals(from) ? null : read.query().get(to);
            if (last != null && moment(last.get(0)).isBefore(moment(first.get(0)))) {
                read.errors().add(Errors.parameter(to, "before-from", "must not be before " + from));
            }
        });
    }

    /** Nobody knows what will be known. */
    private void checkPast(Parameters read) {
        List<String> instants = read.query().get("asKnownAt");
        if (instants != null && moment(instants.get(0)).isAfter(clock.instant())) {
            read.errors().add(Errors.parameter("asKnownAt", "in-the-future", "must not be later than now"));
        }
    }

    /** Of a day, its beginning; the ends of ranges are days or instants, both alike. */
    private static Instant moment(String text) {
        return text.indexOf('T') < 0 && text.indexOf('t') < 0 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static ProblemError unknown(String name) {
        return name.isEmpty() ? new ProblemError().code("unknown-parameter").detail("The query has a value without a name.")
                : Errors.parameter(name, "unknown-parameter", "is not a parameter of this operation");
    }

    private void readQuery(Contract.Parameter parameter, List<String> given, Parameters read) {
        if (given == null) {
            if (parameter.required()) {
                read.errors().add(Errors.parameter(parameter.name(), "required", "is required"));
            }
            return;
        }
        if (given.size() > 1 && !(parameter.isList() && parameter.explode())) {
            read.errors().add(Errors.parameter(parameter.name(), "repeated", parameter.isList()
                    ? "must occur once, its values separated by commas" : "must not occur twice"));
            return;
        }
        List<String> values = parameter.isList() && !parameter.explode()
                ? List.of(given.get(0).split(",", -1)) : given;
        if (values.contains("")) {
            read.errors().add(Errors.parameter(parameter.name(), "empty", "must not be empty"));
            return;
        }
        List<ProblemError> errors = validator.validateAt(parameter.pointer(), node(parameter, values));
        if (errors.isEmpty()) {
            read.query().put(parameter.name(), List.copyOf(values));
        }
        errors.forEach(error -> read.errors().add(
                Errors.parameter(parameter.name(), error.getCode(), which(error, values.size()) + error.getDetail())));
    }

    private static String which(ProblemError error, int values) {
        String pointer = error.getPointer();
        return pointer.isEmpty() || values == 1 ? "" : "value " + (Integer.parseInt(pointer.substring(1)) + 1) + " ";
    }

    private void readHeader(Contract.Parameter header, List<String> given, Parameters read) {
        if (given == null || given.isEmpty()) {
            if (header.required()) {
                read.errors().add(Errors.header(header.name(), "required", "is required"));
            }
            return;
        }
        String value = String.join(", ", given);
        List<ProblemError> errors = validator.validateAt(header.pointer(), TextNode.valueOf(value));
        if (errors.isEmpty()) {
            read.headers().put(header.name(), value);
        }
        errors.forEach(error -> read.errors().add(Errors.header(header.name(), error.getCode(), error.getDetail())));
    }

    /** A path parameter that is against its schema names nothing. */
    boolean isPathValue(Contract.Parameter parameter, String value) {
        return validator.validateAt(parameter.pointer(), node(parameter, List.of(value))).isEmpty();
    }

    private static JsonNode node(Contract.Parameter parameter, List<String> values) {
        if (parameter.isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            values.forEach(list::add);
            return list;
        }
        return switch (parameter.schema().path("type").asText()) {
            case "integer" -> integer(values.get(0));
            case "boolean" -> flag(values.get(0));
            default -> TextNode.valueOf(values.get(0));
        };
    }

    /** What is no integer stays text, so that the schema refuses its type. */
    private static JsonNode integer(String value) {
        if (!INTEGER.matcher(value).matches()) {
            return TextNode.valueOf(value);
        }
        long number = Long.parseLong(value);
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static JsonNode flag(String value) {
        return switch (value) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(value);
        };
    }
}
