package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.verify.ContractDocument.Operation;
import org.chancery.verify.ContractDocument.Parameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the contract's parameters are true of the starter data: whoever tries an operation with the ids that it shows,
 * alone or with any other of its examples, is shown something.
 */
@QuarkusTest
class ExampleTest {
    /** What finds nothing, and why; the name of an operation, or of one of its parameters. */
    private static final Map<String, String> EMPTY = Map.ofEntries(
            Map.entry("listImports", "the starter data are no import"), Map.entry("getImport", "the starter data are no import"),
            Map.entry("getImportReport", "the starter data are no import"),
            Map.entry("listSignatures", "no source of the starter data reports a signature"),
            Map.entry("listWebhooks", "nobody is told of the starter data"), Map.entry("getWebhook", "nobody is told of the starter data"),
            Map.entry("listWebhookDeliveries", "nobody is told of the starter data"),
            Map.entry("getWebhookDelivery", "nobody is told of the starter data"),
            Map.entry("getApiKey", "there is no key that everybody knows"),
            Map.entry("getSignature", "no source of the starter data reports a signature"),
            Map.entry("tabulateDeclarationSignatures", "no source of the starter data reports a signature"),
            Map.entry("listSignatureRevisions", "no source of the starter data reports a signature"),
            Map.entry("getSignatureRevision", "no source of the starter data reports a signature"),
            Map.entry("tabulateSignatureRevisions", "no source of the starter data reports a signature"),
            Map.entry("listDeclarationSignaturesLinkedData", "no source of the starter data reports a signature"),
            Map.entry("getSignatureLinkedData", "no source of the starter data reports a signature"),
            Map.entry("listCommitments dueFrom", "the draft of Paris has no dates"),
            Map.entry("listCommitments dueTo", "the draft of Paris has no dates"),
            Map.entry("tabulateDeclarationCommitments dueFrom", "the draft of Paris has no dates"),
            Map.entry("tabulateDeclarationCommitments dueTo", "the draft of Paris has no dates"),
            Map.entry("listDeclarationCommitmentsLinkedData dueFrom", "the draft of Paris has no dates"),
            Map.entry("listDeclarationCommitmentsLinkedData dueTo", "the draft of Paris has no dates"),
            Map.entry("listMemberships positionId", "no source of the starter data names a member by an office"),
            Map.entry("tabulateMemberships positionId", "no source of the starter data names a member by an office"),
            Map.entry("listMembershipsLinkedData positionId", "no source of the starter data names a member by an office"),
            Map.entry("listSummits partOfId", "no summit of the starter data is part of another event"),
            Map.entry("tabulateSummits partOfId", "no summit of the starter data is part of another event"),
            Map.entry("listSummitsLinkedData partOfId", "no summit of the starter data is part of another event"),
            Map.entry("listDeclarations seriesId", "no declaration of the starter data is one of a series"),
            Map.entry("tabulateDeclarations seriesId", "no declaration of the starter data is one of a series"),
            Map.entry("listDeclarationsLinkedData seriesId", "no declaration of the starter data is one of a series"),
            Map.entry("getSeriesCalendar recordType", "the series is one of talks, not of summits"),
            Map.entry("getSeriesCalendar kind", "the series is one of negotiation rounds"));
    private static int shown;

    static Stream<Operation> reads() {
        return ContractDocument.operations().stream().filter(operation -> operation.method().equals("GET"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void read_shouldShowSomething_whenAskedAsTheContractShows(Operation operation) {
        List<String> wrong = new ArrayList<>();

        hold(operation.id(), bare(operation), wrong);
        if (!EMPTY.containsKey(operation.id())) {
            // what a registry knew at an instant depends on when it began
            operation.parameters().stream().filter(parameter -> !parameter.required() && !parameter.name().equals("asKnownAt"))
                    .forEach(parameter -> example(parameter).ifPresent(value ->
                            hold(operation.id() + " " + parameter.name(), with(bare(operation), parameter, value), wrong)));
        }

        assertThat(wrong).isEmpty();
    }

    /** With nothing but what it must have. */
    private static Call bare(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.in("path")) {
            path = path.replace("{" + parameter.name() + "}", example(parameter).orElseThrow().asText());
        }
        Call call = Call.get(path);
        operation.in("query").stream().filter(Parameter::required)
                .forEach(parameter -> with(call, parameter, example(parameter).orElseThrow()));
        return call;
    }

    private static Call with(Call call, Parameter parameter, JsonNode value) {
        if (parameter.in().equals("header")) {
            return call.header(parameter.name(), value.asText());
        }
        List<String> values = value.isArray() ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(value.asText());
        if (parameter.explode()) {
            values.forEach(each -> call.query(parameter.name(), each));
        } else {
            call.query(parameter.name(), String.join(",", values));
        }
        return call;
    }

    private static Optional<JsonNode> example(Parameter parameter) {
        return Stream.of(parameter.node().path("example"), parameter.schema().path("example")).filter(node -> !node.isMissingNode()).findFirst();
    }

    private static void hold(String what, Call call, List<String> wrong) {
        Call.Answer answer = call.send();
        boolean something = answer.status() == 200 && rows(call.path(), answer) > 0;
        if (something == EMPTY.containsKey(what)) {
            wrong.add(what + (something ? ": finds something, though " + EMPTY.get(what) : ": finds nothing: ") + " " + answer);
        }
        if (something) {
            shown++;
        }
    }

    /** How many records the answer shows. */
    private static long rows(String path, Call.Answer answer) {
        String format = path.endsWith("/stream") ? "stream" : path.substring(path.lastIndexOf('/')).replaceFirst("^[^.]*\\.?", "");
        return switch (format) {
            case "csv" -> answer.body().lines().count() - 1;
            // where it begins, as long as nothing happens
            case "stream" -> answer.body().lines().filter(line -> line.startsWith("id: ")).count();
            case "ndjson" -> answer.body().lines().count();
            case "ics" -> answer.body().lines().filter("BEGIN:VEVENT"::equals).count();
            case "atom" -> answer.body().split("<entry", -1).length - 1;
            case "jsonld" -> answer.json().has("itemListElement") ? answer.json().get("itemListElement").size() : 1;
            default -> answer.json().has("items") ? answer.json().get("items").size() : 1;
        };
    }

    @AfterAll
    static void report() {
        System.out.println(shown + " requests of the contract's examples show something; nothing is found by: "
                + EMPTY.entrySet().stream().map(each -> each.getKey() + " (" + each.getValue() + ")").sorted().collect(Collectors.joining(", ")));
    }
}
