package org.chancery.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class CommitmentSearchTest {
    private static final String COALITION = Starter.id("organization:coalition-of-the-willing").toString();
    private static final String UKRAINE = Starter.id("state:UA").toString();
    private static final String DRAFT = Starter.id("declaration:2026-01-06-paris-draft").toString();

    private static JsonPath search(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/commitments").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void commitments_shouldBeFoundByWhoOwesThemToWhom() {
        JsonPath answer = search("obligorId", COALITION, "beneficiaryId", UKRAINE, "include", "obligor");

        assertThat(answer.getList("items.id")).contains(Starter.id("commitment:2026-01-06-paris-draft-military-capabilities").toString());
        assertThat(answer.getList("items.obligorName.value")).containsOnly("coalition of the willing");
        assertThat(answer.getList("items.beneficiaryName.value")).containsOnly("Ukraine");
        assertThat(answer.getList("items.declarationId")).contains(DRAFT);
        assertThat(answer.getList("items.obligor.href")).containsOnly("/v1/organizations/" + COALITION);
        assertThat(search("obligorId", UKRAINE, "beneficiaryId", UKRAINE).getList("items")).isEmpty();
    }

    @Test
    void commitments_shouldBeFoundByStatus() {
        int all = search("includeTotal", "true").getInt("total");
        int pending = search("includeTotal", "true", "status", "pending").getInt("total");
        int others = search("includeTotal", "true", "status", "breached").getInt("total")
                + search("includeTotal", "true", "status", "unknown").getInt("total")
                + search("includeTotal", "true", "status", "fulfilled").getInt("total")
                + search("includeTotal", "true", "status", "partial").getInt("total")
                + search("includeTotal", "true", "status", "in-progress").getInt("total")
                + search("includeTotal", "true", "status", "superseded").getInt("total");

        assertThat(pending).isPositive();
        assertThat(all).isEqualTo(pending + others);
    }

    /** Due some day in March 2031: found by any time that touches it. */
    @Test
    void commitments_shouldBeFoundByWhenTheyMayBeDue() {
        String place = "/v1/declarations/" + given().contentType("application/json").body(Map.of("kind", "statement", "status", "held",
                "names", java.util.List.of(Map.of("value", "A pledge", "lang", "en", "kind", "common", "display", true))))
                .post("/v1/declarations").then().statusCode(201).extract().path("id") + "/commitments";
        String id = given().contentType("application/json").body(Map.of("obligorId", UKRAINE, "text", "a bridge", "lang", "en", "due", "2031-03",
                "status", "pending")).post(place).then().statusCode(201).extract().path("id");

        assertThat(search("dueFrom", "2031-03-31").getList("items.id")).containsExactly(id);
        assertThat(search("dueFrom", "2030-01-01", "dueTo", "2031-03-01").getList("items.id")).containsExactly(id);
        assertThat(search("dueFrom", "2031-04-01").getList("items.id")).doesNotContain(id);
        assertThat(search("dueTo", "2031-02-28").getList("items.id")).doesNotContain(id);
    }

    @Test
    void commitments_shouldTakeTheSameNumberOfStatements_howeverMany() {
        // the first cursor of all makes the key that signs it
        search("limit", "1");
        assertThat(Statements.of(() -> search("limit", "1"))).hasSize(3);
        assertThat(Statements.of(() -> search("limit", "200"))).hasSize(3);
    }
}
