package org.chancery.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NegotiationTest {
    private static final String SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "*/*|application/json", "application/json|application/json", "application/*|application/json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8|application/json",
        "text/calendar, application/json|application/json", "application/ld+json;q=0.3, */*;q=0.3|application/json",
        "text/calendar|text/calendar", "text/csv|text/csv", "application/atom+xml|application/atom+xml", "application/ld+json|application/ld+json",
        "APPLICATION/LD+JSON|application/ld+json", "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"|application/ld+json",
        "application/json;q=0.5, text/csv|text/csv", "text/csv;q=0.5, application/ld+json;q=0.6, */*;q=0.1|application/ld+json",
        "text/*, application/json;q=0.9|text/calendar", "text/calendar;q=0, text/*|text/csv", "text/html, text/csv;q=0.001|text/csv"})
    void answer_shouldBeInTheFormatThatTheClientPrefers(String accept, String mediaType) {
        Response answer = given().header("Accept", accept).queryParam("ids", SUMMIT).get("/v1/events");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType().split(";")[0]).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "*/*;q=0", "application/x-ndjson", "text/calendar;q=0.0"})
    void answer_shouldBe406_whenNoFormatIsAccepted(String accept) {
        Response answer = given().header("Accept", accept).get("/v1/events");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"/v1/events.ics, application/json", "/v1/events.csv, application/json", "/v1/events.jsonld, application/json",
        "/v1/people.csv, text/csv;q=0", "/v1/summits/" + SUMMIT + ".jsonld, text/csv"})
    void suffix_shouldDecide_whateverAccept(String path, String accept) {
        assertThat(given().header("Accept", accept).get(path).statusCode()).isEqualTo(406);
        assertThat(given().header("Accept", "*/*").get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void answer_shouldHaveTheFiltersOfTheRequest_andLeadToTheRestInItsFormat() {
        Response first = given().header("Accept", "text/csv").queryParam("limit", 2).queryParam("sort", "-name").get("/v1/states");
        String link = first.header("Link");
        Response rest = given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));

        List<String> listed = given().queryParam("limit", 4).queryParam("sort", "-name").get("/v1/states").path("items.id");
        assertThat(first.header("Content-Location")).isEqualTo("/v1/states.csv?limit=2&sort=-name");
        assertThat(link).startsWith("</v1/states.csv?");
        assertThat(ids(first)).isEqualTo(listed.subList(0, 2));
        assertThat(ids(rest)).isEqualTo(listed.subList(2, 4));
    }

    private static List<String> ids(Response table) {
        return table.asString().lines().skip(1).map(line -> line.split(",")[0].replace("\"", "")).toList();
    }

    @Test
    void parameter_shouldBeRefused_whenTheFormatHasNoUseForIt() {
        Response answer = given().header("Accept", "text/csv").queryParam("include", "names").get("/v1/people");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<List<String>>path("errors.parameter")).containsExactly("include");
        assertThat(answer.<String>path("instance")).isEqualTo("/v1/people");
    }

    @Test
    void head_shouldSayWhatGetWould() {
        Response answer = given().header("Accept", "application/ld+json").head("/v1/summits/" + SUMMIT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/ld+json");
        assertThat(answer.header("Content-Location")).isEqualTo("/v1/summits/" + SUMMIT + ".jsonld");
        assertThat(answer.header("ETag")).isEqualTo(given().get("/v1/summits/" + SUMMIT + ".jsonld").header("ETag"));
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void query_shouldReachTheFormatAsSent() {
        assertThat(given().urlEncodingEnabled(false).header("Accept", "text/csv").get("/v1/entities?name=%7Ba%7D%20%26%20%C8%9B+b").statusCode()).isEqualTo(200);
        assertThat(given().urlEncodingEnabled(false).get("/v1/states.csv?name=Fran%C8%9Ba").asString()).contains("019b95c0-d000-7a7d-8da4-12f60b30655f");
    }

    @Test
    void method_shouldBeRefused_whereOnlyTheRecordItselfHasIt() {
        Response answer = given().delete("/v1/summits/" + SUMMIT + ".jsonld");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
