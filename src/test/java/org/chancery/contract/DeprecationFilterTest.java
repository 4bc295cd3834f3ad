package org.chancery.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DeprecationFilterTest.Profile.class)
class DeprecationFilterTest {

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(DeprecatedContract.class);
        }
    }

    @Test
    void operation_shouldAnnounceItsEnd_besideItsOwnLinks() {
        createSource("One");
        createSource("Two");

        Response answer = RestAssured.get("/v1/sources?limit=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isEqualTo("@1767225600");
        assertThat(answer.header("Sunset")).isEqualTo("Fri, 01 Jan 2027 00:00:00 GMT");
        assertThat(answer.headers().getValues("Link")).hasSize(4).contains("<https://chancery.example/changes#sources>; rel=\"deprecation\"",
                "<https://chancery.example/changes#sources>; rel=\"sunset\"", "</v1/references>; rel=\"successor-version\"")
                .anyMatch(link -> link.endsWith("rel=\"next\""));
    }

    @Test
    void parameter_shouldAnnounceItsEnd_whenUsed() {
        Response answer = RestAssured.get("/v1/events?city=Paris");

        assertThat(answer.header("Deprecation")).isEqualTo("@1772323200");
        assertThat(answer.header("Sunset")).isNull();
        assertThat(answer.headers().getValues("Link")).contains("<https://chancery.example/changes#city>; rel=\"deprecation\"")
                .noneMatch(link -> link.contains("sunset") || link.contains("successor"));
    }

    @Test
    void parameters_shouldAnnounceTheEarliestEnd_andAllLinks() {
        Response answer = RestAssured.get("/v1/events?city=Paris&kind=bilateral");

        assertThat(answer.header("Deprecation")).isEqualTo("@1769904000");
        assertThat(answer.header("Sunset")).isEqualTo("Sun, 06 Dec 2026 00:00:00 GMT");
        assertThat(answer.headers().getValues("Link")).contains("<https://chancery.example/changes#city>; rel=\"deprecation\"",
                "<https://chancery.example/changes#kind>; rel=\"deprecation\"", "<https://chancery.example/changes#kind>; rel=\"sunset\"");
    }

    @Test
    void headerParameter_shouldAnnounceItsEnd_whenUsed() {
        String source = createSource("Three");

        assertThat(RestAssured.get(source).header("Deprecation")).isNull();
        assertThat(given().header("If-None-Match", "\"0\"").get(source).header("Deprecation")).isEqualTo("@1775001600");
    }

    @Test
    void answer_shouldAnnounceNothing_whenNothingDeprecatedIsUsed() {
        Response answer = RestAssured.get("/v1/events?status=held");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertNothingAnnounced(answer);
    }

    /** Problems and 304 are shared by all operations and do not declare the headers. */
    @Test
    void answer_shouldAnnounceNothing_whenItIsNoSuccess() {
        Response refused = RestAssured.get("/v1/sources?limit=0");
        String source = createSource("Four");
        String tag = RestAssured.get(source).header("ETag");
        Response unchanged = given().header("If-None-Match", tag).get(source);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertNothingAnnounced(refused);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertNothingAnnounced(unchanged);
    }

    private static void assertNothingAnnounced(Response answer) {
        assertThat(answer.header("Deprecation")).isNull();
        assertThat(answer.header("Sunset")).isNull();
        assertThat(answer.headers().getValues("Link")).noneMatch(link -> link.contains("deprecation"));
    }

    private static String createSource(String title) {
        return given().contentType("application/json").body("{\"title\":\"" + title + "\",\"reference\":\"synthetic " + title + "\"}")
                .post("/v1/sources").header("Location");
    }
}
