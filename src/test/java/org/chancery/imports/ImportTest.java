package org.chancery.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.imports.Imports.errors;
import static org.chancery.imports.Imports.identifier;
import static org.chancery.imports.Imports.key;
import static org.chancery.imports.Imports.outcomes;
import static org.chancery.imports.Imports.report;
import static org.chancery.imports.Imports.row;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.junit.jupiter.api.Test;

/** Files of rows become records. */
@QuarkusTest
class ImportTest {
    @Inject
    ImportRunner runner;

    private static Object person(String name, Object... more) {
        return Make.with(Json.of("names", Make.names(name)), more);
    }

    private static JsonNode record(JsonNode reported) {
        return Api.get(reported.get("href").textValue().substring("/v1".length()));
    }

    @Test
    void rows_shouldBecomeRecords_whateverTheirOrder() {
        String wikidata = "Q9" + IntStream.range(0, 8).mapToObj(i -> "7").reduce("", String::concat);
        List<String> rows = List.of(
                row("participation", "a", Json.of("actorId", key("p"), "role", "guest", "attendance", "attended", "onBehalfOfId", identifier("wikidata", wikidata)),
                        "eventId", key("m")),
                row("occupancy", "o", Json.of("personId", key("p"), "positionId", key("office"), "start", "2001")),
                row("membership", null, Json.of("memberId", identifier("wikidata", wikidata), "organizationId", key("g"), "status", "full")),
                row("signature", null, Json.of("actorId", key("p"), "action", "signed"), "eventId", key("d")),
                row("commitment", null, Make.commitment("obligorId", key("s")), "eventId", key("d")),
                row("meeting", "m", Json.of("kind", "bilateral", "status", "held", "participants", List.of(Json.of("actorId", key("s"), "role", "host",
                        "attendance", "attended")), "citations", List.of(Json.of("sourceId", key("b"))))),
                row("declaration", "d", Json.of("kind", "statement", "status", "held", "partOfId", key("m"))),
                row("position", "office", Json.of("names", Make.names("Office"), "actorId", key("s"))),
                row("organization", "g", Json.of("names", Make.names("Group"), "class", "coalition")),
                "",
                row("person", "p", person("Somebody")),
                row("state", "s", Json.of("names", Make.names("Somewhere"), "identifiers", List.of(identifier("wikidata", wikidata)))),
                row("source", "b", Json.of("title", "A book")));

        JsonNode job = Imports.run(runner, rows);

        assertThat(job.get("state").textValue()).as(report(job).toString()).isEqualTo("completed");
        assertThat(job.get("createdRows").intValue()).isEqualTo(12).isEqualTo(job.get("totalRows").intValue());
        assertThat(report(job)).extracting(each -> each.get("row").intValue()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13);
        JsonNode meeting = report(job).get(5);
        JsonNode participants = Api.get(meeting.get("href").textValue().substring(3) + "/participants");
        assertThat(participants.get("items").findValuesAsText("role")).containsExactlyInAnyOrder("host", "guest");
        assertThat(record(report(job).get(1)).get("personId")).isEqualTo(report(job).get(9).get("id"));
    }

    @Test
    void badRow_shouldStopNoOtherOne() {
        List<String> rows = new ArrayList<>(Imports.people(IntStream.range(0, 130).mapToObj(i -> "Good " + i)));
        rows.set(3, "{\"recordType\":\"person\",");
        rows.set(40, row("person", null, person("Born late", "birthDate", "1990", "deathDate", "1980")));
        rows.set(50, row("person", null, Json.of("names", List.of(), "colour", "red")));
        rows.set(60, row("person", null, person("Of nowhere", "citations", List.of(Json.of("sourceId", key("nothing"))))));
        rows.set(99, row("meeting", null, Json.of("kind", "bilateral", "status", "held"), "eventId", UUID.randomUUID()));
        rows.set(100, row("person", "Good 1", person("Another one")));
        rows.set(101, row("participation", null, Json.of("reportedName", "x", "reportedNameLang", "en", "role", "guest", "attendance", "attended"),
                "eventId", UUID.randomUUID()));

        JsonNode job = Imports.run(runner, rows);

        assertThat(job.get("state").textValue()).isEqualTo("completed");
        assertThat(job.get("createdRows").intValue()).isEqualTo(123);
        List<JsonNode> refused = report(job).stream().filter(each -> each.get("outcome").textValue().equals("refused")).toList();
        assertThat(refused).extracting(each -> each.get("row").intValue()).containsExactly(4, 41, 51, 61, 100, 101, 102);
        assertThat(refused).extracting(Imports::errors).containsExactly(List.of("/recordType json"), List.of("/record/deathDate end-before-start"),
                List.of("/record/names min-items", "/record/colour unknown-member"), List.of("/record/citations/0/sourceId reference-not-found"),
                List.of("/eventId unknown-member"), List.of("/key key-taken"), List.of("/eventId reference-not-found"));
        assertThat(refused.get(1).at("/problem/instance").textValue()).isEqualTo(job.get("href").textValue());
    }

    @Test
    void atomicImport_shouldWriteNothing_whenARowIsRefused() {
        String name = Make.unique("Nobody");
        List<String> rows = List.of(row("occupancy", null, Json.of("personId", key("p"), "positionId", key("none"))), row("person", "p", person(name)));

        JsonNode job = Imports.run(runner, rows, "atomic", true);

        assertThat(job.get("state").textValue()).isEqualTo("failed");
        assertThat(outcomes(job)).containsExactly("refused", "valid");
        assertThat(Api.get("/search", "q", name).get("items")).isEmpty();
    }

    @Test
    void atomicImport_shouldWriteAll_whenNoRowIsRefused() {
        List<String> rows = new ArrayList<>(Imports.people(IntStream.range(0, 120).mapToObj(i -> "Atom " + i)));
        rows.add(0, row("occupancy", null, Json.of("personId", key("Atom 100"), "positionId", key("office"))));
        rows.add(row("position", "office", Json.of("names", Make.names("Office"), "actorId", key("s"))));
        rows.add(row("state", "s", Json.of("names", Make.names("Somewhere"))));

        JsonNode job = Imports.run(runner, rows, "atomic", true);

        assertThat(job.get("state").textValue()).as(report(job).toString()).isEqualTo("completed");
        assertThat(job.get("createdRows").intValue()).isEqualTo(123);
        assertThat(job.get("validRows").intValue()).isZero();
        assertThat(record(report(job).get(0)).get("personId")).isEqualTo(report(job).get(101).get("id"));
    }

    @Test
    void atomicImport_shouldWriteNothing_whenOnlyTheWholeIsRefused() {
        String name = Make.unique("Holder");
        UUID office = Make.presidency(Make.state());
        List<String> rows = new ArrayList<>(Imports.people(IntStream.range(0, 150).mapToObj(i -> name + i)));
        // a hundred rows apart, so that no trial sees both
        rows.add(0, row("occupancy", null, Json.of("personId", Make.person(), "positionId", office, "start", "2001-01-01", "end", "2002-01-01")));
        rows.add(row("occupancy", null, Json.of("personId", Make.person(), "positionId", office, "start", "2001-06-01", "end", "2002-01-01")));

        JsonNode job = Imports.run(runner, rows, "atomic", true);

        assertThat(job.get("state").textValue()).isEqualTo("failed");
        assertThat(job.get("createdRows").intValue()).isZero();
        assertThat(job.get("refusedRows").intValue()).isEqualTo(1);
        assertThat(errors(report(job).get(151))).containsExactly("/record/positionId seat-taken");
        assertThat(Api.get("/search", "q", name).get("items")).isEmpty();
    }

    @Test
    void dryRun_shouldSayWhatWouldBecomeOfTheRows_andWriteNothing() {
        String name = Make.unique("Nobody");
        List<String> rows = List.of(row("occupancy", null, Json.of("personId", key("p"), "positionId", key("office"))), row("person", "p", person(name)),
                row("position", "office", Json.of("names", Make.names("Office"), "actorId", key("s"))),
                row("person", "q", person("Born late", "birthDate", "1990", "deathDate", "1980")),
                row("state", "s", Json.of("names", Make.names("Somewhere"))));

        JsonNode job = Imports.run(runner, rows, "dryRun", true);

        assertThat(job.get("state").textValue()).isEqualTo("completed");
        assertThat(outcomes(job)).containsExactly("valid", "valid", "valid", "refused", "valid");
        assertThat(job.get("validRows").intValue()).isEqualTo(4);
        assertThat(Api.get("/search", "q", name).get("items")).isEmpty();
    }

    @Test
    void laterFileOfADataSet_shouldWriteWhatIsNewOnly() {
        String dataset = "d" + UUID.randomUUID();
        JsonNode first = Imports.run(runner, Imports.people(List.of("a", "b").stream()), "dataset", dataset);
        List<String> more = new ArrayList<>(Imports.people(List.of("b", "c").stream()));
        more.add(row("occupancy", null, Json.of("personId", key("a"), "positionId", Make.position(Make.state(), List.of("other")))));

        JsonNode second = Imports.run(runner, more, "dataset", dataset);

        assertThat(outcomes(second)).containsExactly("existing", "created", "created");
        assertThat(report(second).get(0).get("id")).isEqualTo(report(first).get(1).get("id"));
        assertThat(record(report(second).get(2)).get("personId")).isEqualTo(report(first).get(0).get("id"));
    }

    @Test
    void keyOfARetractedRecord_shouldBeRefused() {
        String dataset = "d" + UUID.randomUUID();
        JsonNode first = Imports.run(runner, Imports.people(List.of("a").stream()), "dataset", dataset);
        JsonNode person = record(report(first).get(0));
        Api.delete("/people/" + person.get("id").textValue(), person);

        JsonNode second = Imports.run(runner, Imports.people(List.of("a").stream()), "dataset", dataset);

        assertThat(errors(report(second).get(0))).containsExactly("/key reference-retracted");
    }

    @Test
    void rowWhoseRecordIsThere_shouldNameIt_whenExistingOnesAreUsed() {
        Object identifiers = List.of(identifier("wikidata", "Q955555501"));
        UUID there = Make.person("identifiers", identifiers);
        String url = "https://press.example/" + UUID.randomUUID();
        UUID source = Make.source("url", url);
        List<String> rows = List.of(row("person", "p", person("As called elsewhere", "identifiers", identifiers)), row("source", "b", Json.of("url", url)),
                row("occupancy", null, Json.of("personId", key("p"), "positionId", Make.position(Make.state(), List.of("other")),
                        "citations", List.of(Json.of("sourceId", key("b"))))));

        assertThat(outcomes(Imports.run(runner, rows))).containsExactly("refused", "refused", "refused");
        JsonNode job = Imports.run(runner, rows, "useExisting", true);

        assertThat(outcomes(job)).containsExactly("existing", "existing", "created");
        assertThat(report(job).get(1).get("id").textValue()).isEqualTo(source.toString());
        assertThat(record(report(job).get(2)).get("personId").textValue()).isEqualTo(there.toString());
    }

    @Test
    void trial_shouldSeeAnIdentifierThatTwoRowsHave() {
        Object identifiers = List.of(identifier("wikidata", "Q955555502"));
        List<String> rows = new ArrayList<>(Imports.people(IntStream.range(0, 120).mapToObj(i -> "Twin " + i)));
        rows.add(0, row("person", null, person("First", "identifiers", identifiers)));
        rows.add(row("person", null, person("Second", "identifiers", identifiers)));

        JsonNode dry = Imports.run(runner, rows, "dryRun", true);
        JsonNode real = Imports.run(runner, rows);

        assertThat(outcomes(dry).get(121)).isEqualTo("refused").isEqualTo(outcomes(real).get(121));
        assertThat(outcomes(dry).get(0)).isEqualTo("valid");
    }
}
