package org.chancery.table;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import org.chancery.fixture.Make;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TableTest {
    private static final String SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";
    private static final String ZELENSKY = "019b95c0-d000-735c-be9d-ec82bb3a0f08";
    private static final String MACRON = "019b95c0-d000-7f52-9028-3b7329304988";
    private static final String COALITION = "019b95c0-d000-71ef-96e9-7ff3013ff9fe";
    private static final String FRANCE = "019b95c0-d000-7a7d-8da4-12f60b30655f";

    @ParameterizedTest
    @ValueSource(strings = {"events", "entities", "people", "states", "organizations", "positions", "occupancies", "memberships", "meetings", "summits",
        "declarations", "series", "sources"})
    void table_shouldHaveTheRowsOfTheList_andTheColumnsThatTheContractNames(String collection) throws IOException {
        Response answer = given().queryParam("limit", 30).get("/v1/" + collection + ".csv");
        List<String> listed = given().queryParam("limit", 30).get("/v1/" + collection).path("items.id");

        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(rows(answer.asString())).extracting(row -> row.get("id")).isEqualTo(listed);
        assertThat(Arrays.asList(answer.asString().split("\r\n", 2)[0].split(","))).isEqualTo(documented(collection));
    }

    @Test
    void cells_shouldSayWhatTheRecordSays() throws IOException {
        Map<String, String> summit = rows(given().queryParam("ids", SUMMIT).get("/v1/events.csv").asString()).get(0);

        assertThat(summit).containsEntry("recordType", "summit").containsEntry("name", "Paris summit of the Coalition of the Willing")
                .containsEntry("nameLang", "en").containsEntry("start", "2026-01-06").containsEntry("startTime", "15:00")
                .containsEntry("startZone", "Europe/Paris").containsEntry("startUtc", "2026-01-06T14:00:00Z").containsEntry("end", "")
                .containsEntry("href", "/v1/summits/" + SUMMIT);
    }

    @Test
    void cells_shouldSayInWhoseNameAndCapacitySomebodyTookPart() throws IOException {
        assertThat(rows(given().get("/v1/summits/" + SUMMIT + "/participants.csv").asString())).filteredOn(row -> row.get("name").equals("Keir Starmer"))
                .singleElement().satisfies(starmer -> assertThat(starmer).containsEntry("role", "principal").containsEntry("attendance", "expected")
                        .containsEntry("onBehalfOfName", "United Kingdom").containsEntry("capacityTitle", "prim-ministrul britanic")
                        .containsEntry("capacityTitleLang", "ro").containsEntry("capacityFunctions", "head-of-government")
                        .containsEntry("capacityStanding", "leader"));
    }

    @Test
    void cells_shouldSayWhoMetWhom_whoOwesWhat_andWhoSaysSo() throws IOException {
        Map<String, String> met = rows(given().queryParam("actorId", ZELENSKY).queryParam("withId", MACRON).queryParam("kind", "bilateral")
                .get("/v1/encounters.csv").asString()).get(0);
        List<Map<String, String>> owed = rows(given().queryParam("beneficiaryId", COALITION).get("/v1/commitments.csv").asString());
        List<Map<String, String>> said = rows(given().get("/v1/summits/" + SUMMIT + "/evidence.csv").asString());

        assertThat(met).containsEntry("met", "true").containsEntry("inPerson", "true").containsEntry("city", "Paris").containsEntry("start", "2026-01-06")
                .containsEntry("actorCapacities", "президент України").containsEntry("status", "held");
        assertThat(owed).extracting(row -> row.get("obligorName")).contains("United States");
        assertThat(said).anySatisfy(row -> assertThat(row).containsEntry("field", "/countriesReported").containsEntry("independentOrigins", "1")
                .containsEntry("quotes", "Summitul reuneşte 35 de ţări"));
    }

    @Test
    void cells_shouldSayWhichNameWasFound() throws IOException {
        Map<String, String> found = rows(given().queryParam("q", "Зеленського").queryParam("recordType", "person").get("/v1/search.csv").asString()).get(0);

        assertThat(found).containsEntry("id", ZELENSKY).containsEntry("name", "Volodymyr Zelensky").doesNotContainEntry("matchedName", "")
                .doesNotContainEntry("how", "").hasEntrySatisfying("score", score -> assertThat(Double.parseDouble(score)).isBetween(0.0, 1.0));
    }

    /** Nobody comes back to the end of the log without where it was. */
    @Test
    void changes_shouldGoOnBehindTheLastRow() throws IOException {
        List<Map<String, String>> first = rows(given().queryParam("limit", 3).get("/v1/changes.csv").asString());
        List<Map<String, String>> next = rows(given().queryParam("limit", 1).queryParam("cursor", first.get(2).get("cursor")).get("/v1/changes.csv").asString());
        List<String> listed = given().queryParam("limit", 4).get("/v1/changes").jsonPath().getList("items.recordId");

        assertThat(Stream.concat(first.stream(), next.stream()).map(row -> row.get("recordId"))).containsExactlyElementsOf(listed);
        assertThat(first.get(0)).containsEntry("author", "starter data").containsEntry("operation", "created");
    }

    @Test
    void cells_shouldSayWhatHappened_whomOneMet_andWhoLeads() throws IOException {
        List<Map<String, String>> happened = rows(given().get("/v1/people/" + ZELENSKY + "/timeline.csv").asString());
        List<Map<String, String>> counterparts = rows(given().get("/v1/people/" + ZELENSKY + "/counterparts.csv").asString());
        List<Map<String, String>> leaders = rows(given().queryParam("asOf", "2026-01-06").get("/v1/states/" + FRANCE + "/leaders.csv").asString());
        List<Map<String, String>> counted = rows(given().queryParam("groupBy", "year").get("/v1/events/summary.csv").asString());

        assertThat(happened).anySatisfy(row -> assertThat(row).containsEntry("positionName", "President of Ukraine").containsEntry("at", "2019-05-20"));
        assertThat(happened).anySatisfy(row -> assertThat(row).containsEntry("kind", "bilateral").doesNotContainEntry("eventName", ""));
        assertThat(counterparts).anySatisfy(row -> assertThat(row).containsEntry("name", "Emmanuel Macron").containsEntry("last", "2026-01-06"));
        assertThat(leaders).anySatisfy(row -> assertThat(row).containsEntry("personName", "Emmanuel Macron").containsEntry("since", "2017-05-14")
                .containsEntry("functions", "head-of-state"));
        assertThat(counted).anySatisfy(row -> assertThat(row).containsEntry("key", "2026"));
    }

    @Test
    void cells_shouldHoldSeveralValues_andNamesInTheLanguageAskedFor() throws IOException {
        Response answer = given().queryParam("ids", FRANCE).header("Accept-Language", "uk").get("/v1/states.csv");

        assertThat(rows(answer.asString()).get(0)).containsEntry("name", "Франція").containsEntry("nameLang", "uk")
                .hasEntrySatisfying("identifiers", cell -> assertThat(cell).contains("iso3166-1-alpha2:FR; iso3166-1-alpha3:FRA"));
        assertThat(answer.header("Content-Language")).isEqualTo("uk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x.example\",\"a\")", "+1", "-1+2", "@SUM(A1)", "  =1+1", "＝1+1"})
    void formula_shouldBeDefused(String name) throws IOException {
        String id = Make.person("names", List.of(Make.name(name, "en"))).toString();

        assertThat(rows(given().queryParam("ids", id).get("/v1/people.csv").asString()).get(0).get("name")).isEqualTo("'" + name);
    }

    @ParameterizedTest
    @CsvSource(value = {"O'Neill, \"Tip\"", "a, b", "José-María = X", "Ім'я; друге"}, delimiter = '|')
    void text_shouldBeKept_whenItIsNoFormula(String name) throws IOException {
        String id = Make.person("names", List.of(Make.name(name, "en"))).toString();

        assertThat(rows(given().queryParam("ids", id).get("/v1/people.csv").asString()).get(0).get("name")).isEqualTo(name);
    }

    @Test
    void table_shouldHaveTheFiltersAndTheOrderOfTheList() throws IOException {
        assertThat(rows(given().queryParam("asOf", "2023-07-10").queryParam("standing", "leader").queryParam("sort", "-name").get("/v1/people.csv").asString()))
                .extracting(row -> row.get("name")).contains("Jens Stoltenberg").doesNotContain("Mark Rutte");
        assertThat(given().queryParam("colour", "red").get("/v1/people.csv").statusCode()).isEqualTo(400);
    }

    @Test
    void table_shouldNameTheRest_whenThereIsMore() throws IOException {
        Response first = given().queryParam("limit", 2).get("/v1/states.csv");
        String link = first.header("Link");
        List<Map<String, String>> next = rows(given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>'))).asString());

        List<String> listed = given().queryParam("limit", 4).get("/v1/states").path("items.id");
        assertThat(next).extracting(row -> row.get("id")).isEqualTo(listed.subList(2, 4));
    }

    @Test
    void table_shouldBeItsHeaderAlone_whenThereAreNoRows() throws IOException {
        assertThat(given().queryParam("updatedFrom", "2999-01-01T00:00:00Z").get("/v1/series.csv").asString())
                .isEqualTo(String.join(",", documented("series")) + "\r\n");
    }

    @Test
    void table_shouldAnswerNotModified_whenTheClientHasIt() {
        String tag = given().queryParam("ids", FRANCE).get("/v1/states.csv").header("ETag");

        assertThat(given().queryParam("ids", FRANCE).header("If-None-Match", tag).get("/v1/states.csv").statusCode()).isEqualTo(304);
    }

    private static List<Map<String, String>> rows(String text) throws IOException {
        return new CsvMapper().readerFor(Map.class).with(CsvSchema.emptySchema().withHeader()).<Map<String, String>>readValues(text).readAll();
    }

    private static List<String> documented(String collection) throws IOException {
        try (InputStream in = TableTest.class.getResourceAsStream("/contract/v1.json")) {
            JsonNode contract = new ObjectMapper().readTree(in);
            String text = contract.at("/paths/~1" + collection + ".csv/get/description").textValue();
            return Pattern.compile("`([^`]+)`").matcher(text.substring(text.indexOf("Columns:"))).results().map(match -> match.group(1)).toList();
        }
    }
}
