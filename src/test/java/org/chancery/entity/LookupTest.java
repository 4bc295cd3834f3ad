package org.chancery.entity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class LookupTest {
    private static ValidatableResponse lookup(String scheme, String value) {
        return given().header("Accept-Language", "uk").queryParam("scheme", scheme).queryParam("value", value).get("/v1/lookup").then();
    }

    @ParameterizedTest
    @CsvSource({"iso3166-1-alpha2,UA", "iso3166-1-alpha2,ua", "iso3166-1-alpha3,UKR", "un-m49,804"})
    void lookup_shouldFindTheEntity(String scheme, String value) {
        String ukraine = Starter.id("state:UA").toString();

        lookup(scheme, value).statusCode(200).body("id", equalTo(ukraine)).body("recordType", equalTo("state"))
                .body("name.value", equalTo("Україна")).body("href", equalTo("/v1/states/" + ukraine)).header("Content-Language", "uk");
    }

    @ParameterizedTest
    @CsvSource({"iso3166-1-alpha2,ZZ", "wikidata,UA", "nothing,UA"})
    void lookup_shouldNotFind_whatNoEntityHas(String scheme, String value) {
        lookup(scheme, value).statusCode(404).body("code", equalTo("not-found")).body("instance", equalTo("/v1/lookup"));
    }

    @Test
    void lookup_shouldAskForSchemeAndValue() {
        given().get("/v1/lookup").then().statusCode(400).body("errors.parameter", org.hamcrest.Matchers.containsInAnyOrder("scheme", "value"));
    }

    @Test
    void lookup_shouldTakeThreeStatements() {
        assertThat(Statements.of(() -> lookup("iso3166-1-alpha2", "FR").statusCode(200))).hasSize(3);
    }
}
