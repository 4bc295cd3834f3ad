package org.chancery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AtomTest {
    private static final String SUMMIT = "019b95c0-d000-7eb0-a9b6-29cd4e285ec5";

    @Test
    void entry_shouldSayWhatTheEventIs() throws FeedException {
        Response answer = given().queryParam("ids", SUMMIT).header("Accept-Language", "uk").get("/v1/events.atom");

        SyndFeed feed = read(answer.asString());
        SyndEntry entry = feed.getEntries().get(0);
        String title = given().header("Accept-Language", "uk").get("/v1/summits/" + SUMMIT).path("name.value");
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).hasSize(1);
        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + SUMMIT);
        assertThat(entry.getTitle()).isEqualTo(title);
        assertThat(answer.asString()).contains("xml:lang=\"" + answer.header("Content-Language").split(",")[0] + "\"");
        assertThat(entry.getLink()).startsWith("http://").endsWith("/v1/summits/" + SUMMIT);
        assertThat(entry.getCategories()).extracting(category -> category.getName()).containsExactly("summit", "held");
        assertThat(entry.getDescription().getValue()).startsWith("2026-01-06 15:00 Europe/Paris · ").contains("Paris");
    }

    @Test
    void feed_shouldBeginWithWhatChangedLast() throws FeedException {
        String id = meeting("A <b>name</b> & \"signs\"\u0001");

        SyndFeed feed = read(given().queryParam("limit", 20).get("/v1/events.atom").asString());
        assertThat(feed.getEntries().get(0).getUri()).isEqualTo("urn:uuid:" + id);
        assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("A <b>name</b> & \"signs\"\uFFFD");
        List<Date> changes = feed.getEntries().stream().map(SyndEntry::getUpdatedDate).toList();
        assertThat(changes).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(feed.getPublishedDate()).isEqualTo(changes.get(0));
    }

    @Test
    void feed_shouldLinkToItselfAndToTheRest() throws FeedException {
        SyndFeed feed = read(given().queryParam("limit", 2).get("/v1/events.atom").asString());
        String next = feed.getLinks().stream().filter(link -> link.getRel().equals("next")).map(SyndLink::getHref).findFirst().orElseThrow();

        SyndFeed rest = read(given().urlEncodingEnabled(false).get(next).asString());
        assertThat(feed.getLinks()).extracting(SyndLink::getRel).contains("self");
        assertThat(feed.getEntries()).hasSize(2).extracting(SyndEntry::getUri)
                .doesNotContainAnyElementsOf(rest.getEntries().stream().map(SyndEntry::getUri).toList());
    }

    @Test
    void feed_shouldHaveTheFiltersOfTheList_andBeEmptyWhereNothingFits() throws FeedException {
        assertThat(read(given().queryParam("recordType", "summit").queryParam("city", "paris").get("/v1/events.atom").asString()).getEntries())
                .extracting(SyndEntry::getUri).contains("urn:uuid:" + SUMMIT);
        assertThat(read(given().queryParam("city", "Nowhere").get("/v1/events.atom").asString()).getEntries()).isEmpty();
    }

    @Test
    void feed_shouldAnswerNotModified_untilAnEventChanges() {
        String id = meeting("Talks");
        String tag = given().queryParam("ids", id).get("/v1/events.atom").header("ETag");

        assertThat(given().queryParam("ids", id).header("If-None-Match", tag).get("/v1/events.atom").statusCode()).isEqualTo(304);

        given().contentType("application/merge-patch+json").header("If-Match", "*").body(Map.of("status", "held")).patch("/v1/meetings/" + id)
                .then().statusCode(200);

        assertThat(given().queryParam("ids", id).header("If-None-Match", tag).get("/v1/events.atom").statusCode()).isEqualTo(200);
    }

    private static String meeting(String name) {
        return given().contentType("application/json").body(Map.of("kind", "session", "status", "announced", "start", Map.of("date", "2026-12-06"),
                "names", List.of(Map.of("value", name, "lang", "en", "kind", "common")))).post("/v1/meetings").then().statusCode(201).extract().path("id");
    }

    private static SyndFeed read(String text) throws FeedException {
        return new SyndFeedInput().build(new StringReader(text));
    }
}
