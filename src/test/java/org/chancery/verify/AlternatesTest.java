package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.verify.ContractDocument.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the path or {@code Accept} asks for a format, the answer is the same; the contract says which formats there are. */
@QuarkusTest
class AlternatesTest {
    /** The events of one record, of which there is no list in JSON; what became of the rows of a file. */
    private static final Set<String> ALONE = Set.of("getPersonCalendar", "getStateCalendar", "getOrganizationCalendar", "getSeriesCalendar",
            "getImportReport");

    static Stream<Arguments> alternates() {
        return ContractDocument.operations().stream().flatMap(operation -> operation.alternates().entrySet().stream()
                .map(alternate -> Arguments.of(operation, alternate.getKey(), ContractDocument.operation(alternate.getValue()))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("alternates")
    void negotiatedAnswer_shouldBeThatOfTheSuffix(Operation operation, String mediaType, Operation alternate) {
        assertThat(operation.answerType()).isEqualTo("application/json");
        assertThat(alternate.answerType()).isEqualTo(mediaType);
        Call call = World.valid(operation);
        String suffixed = at(alternate, operation, call.path());

        Call.Answer json = call.send().with(200);
        Call.Answer bySuffix = call.at(suffixed).send().with(200);
        Call.Answer byAccept = call.at(call.path()).header("Accept", mediaType).send().with(200);

        assertThat(byAccept.body()).isEqualTo(bySuffix.body());
        assertThat(byAccept.header("Content-Type")).isEqualTo(bySuffix.header("Content-Type")).startsWith(mediaType);
        assertThat(byAccept.header("ETag")).isEqualTo(bySuffix.header("ETag"));
        assertThat(byAccept.header("Content-Location").split("\\?")[0]).isEqualTo(suffixed);
        assertThat(bySuffix.headers()).doesNotContainKey("content-location");
        assertThat(varies(byAccept)).contains("Accept");
        assertThat(varies(json)).contains("Accept");
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.headers()).doesNotContainKey("content-location");
    }

    private static List<String> varies(Call.Answer answer) {
        return answer.headers().getOrDefault("vary", List.of()).stream().flatMap(Pattern.compile(", *")::splitAsStream).toList();
    }

    static Stream<Arguments> validated() {
        return alternates().filter(alternate -> ((Operation) alternate.get()[2]).statuses().contains(304));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("validated")
    void entityTag_shouldBeOfTheFormat(Operation operation, String mediaType, Operation alternate) {
        Call call = World.valid(operation);
        String json = call.send().with(200).header("ETag");
        String other = call.at(call.path()).header("Accept", mediaType).send().with(200).header("ETag");

        assertThat(other).isNotEmpty().isNotEqualTo(json);
        Call.Answer unchanged = call.at(call.path()).header("Accept", mediaType).header("If-None-Match", other).send().with(304);
        assertThat(unchanged.header("ETag")).isEqualTo(other);
        assertThat(unchanged.header("Content-Location")).startsWith(at(alternate, operation, call.path()));
        call.at(call.path()).header("If-None-Match", other).send().with(200);
        if (!json.isEmpty()) {
            call.at(call.path()).header("Accept", mediaType).header("If-None-Match", json).send().with(200);
        }
    }

    @Test
    void everyOtherFormat_shouldBeTheAlternateOfOneOperation() {
        List<String> named = alternates().map(alternate -> ((Operation) alternate.get()[2]).id()).toList();
        Set<String> others = ContractDocument.operations().stream().filter(operation -> operation.answerType() != null
                && !operation.answerType().equals("application/json")).map(Operation::id).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(ALONE);

        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(others);
    }

    static Stream<Operation> tables() {
        return ContractDocument.operations().stream().filter(operation -> "text/csv".equals(operation.answerType()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_shouldHaveTheColumnsThatTheContractNames(Operation table) {
        String description = ContractDocument.node(table).get("description").textValue();
        List<String> columns = Pattern.compile("`([^`]+)`").matcher(description.substring(description.indexOf("Columns:"))).results()
                .map(column -> column.group(1)).toList();

        String header = World.valid(table).send().with(200).body().lines().findFirst().orElseThrow();
        assertThat(header.split(",")).containsExactlyElementsOf(columns);
    }

    /** But imports, whose reports are lines, whom else the service tells, and credentials, which no spreadsheet should gather. */
    @Test
    void everyList_shouldBeATable() {
        assertThat(ContractDocument.operations().stream().filter(Operation::isList).filter(list -> !list.alternates().containsKey("text/csv"))
                .map(Operation::id)).containsExactlyInAnyOrder("listImports", "listWebhooks", "listWebhookDeliveries", "listApiKeys");
    }

    /** But what is about the registry, not about the world: its history, its evidence, what it counts and what it offers to a typing hand. */
    @Test
    void everyListOfRecords_shouldBeLinkedData() {
        assertThat(ContractDocument.operations().stream().filter(Operation::isList).filter(list -> !list.alternates().containsKey("application/ld+json"))
                .map(Operation::path)).allMatch(path -> path.matches(".*/(revisions|evidence|changes|imports|events/summary|suggest|webhooks|deliveries|api-keys)"));
    }

    /** The alternate's path for the same record. */
    private static String at(Operation alternate, Operation operation, String path) {
        String[] template = operation.path().split("/");
        String[] steps = path.split("/");
        String found = alternate.path();
        for (int i = 0; i < template.length; i++) {
            found = found.replace(template[i].startsWith("{") ? template[i] : "{}", steps[i]);
        }
        return found;
    }
}
