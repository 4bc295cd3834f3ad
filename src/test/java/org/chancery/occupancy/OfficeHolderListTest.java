package org.chancery.occupancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(RegistryProfile.class)
class OfficeHolderListTest {
    private static JsonPath list(String path, String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(path).then().statusCode(200).extract().jsonPath();
    }

    private static String of(String collection, String key, String list) {
        return "/v1/" + collection + "/" + Starter.id(key) + "/" + list;
    }

    /** Question 1: who led France, and who led NATO, on 2023-07-11? And on 2026-01-06? */
    @ParameterizedTest
    @CsvSource({"states,state:FR,2023-07-11,Emmanuel Macron", "states,state:FR,2026-01-06,Emmanuel Macron",
        "organizations,organization:nato,2023-07-11,Jens Stoltenberg", "organizations,organization:nato,2026-01-06,Mark Rutte"})
    void leaders_shouldBeThoseOfTheDate(String collection, String key, String day, String name) {
        JsonPath answer = list(of(collection, key, "leaders"), "asOf", day);

        assertThat(answer.getList("items.personName.value")).containsExactly(name);
        assertThat(answer.getList("items.since")).hasSize(1);
        assertThat(list(of(collection, key, "officials"), "asOf", day).getList("items.personName.value")).doesNotContain(name);
    }

    @Test
    void officials_shouldHoldOfficesOfTheStateAndItsBodies() {
        JsonPath answer = list(of("states", "state:UA", "officials"), "asOf", "2026-01-06", "sort", "name");

        assertThat(answer.getList("items.personName.value")).contains("Kyrylo Budanov", "Rustem Umerov").doesNotContain("Volodymyr Zelensky")
                .isSorted();
        assertThat(list(of("states", "state:UA", "officials"), "asOf", "2026-01-06", "function", "chief-of-defence")
                .getList("items.personName.value")).containsExactly("Andrii Hnatov");
    }

    @Test
    void officials_shouldBePaged() {
        String path = of("states", "state:UA", "officials");
        JsonPath all = list(path, "asOf", "2026-01-06", "includeTotal", "true");
        JsonPath first = list(path, "asOf", "2026-01-06", "limit", "1");
        JsonPath second = list(path, "asOf", "2026-01-06", "limit", "1", "cursor", first.getString("nextCursor"));

        assertThat(all.getInt("total")).isEqualTo(all.getList("items").size()).isGreaterThan(1);
        assertThat(first.getList("items")).containsExactly(all.getList("items").get(0));
        assertThat(second.getList("items")).containsExactly(all.getList("items").get(1));
    }

    @Test
    void members_shouldBeThoseOfTheDate() {
        String nato = of("organizations", "organization:nato", "members");
        JsonPath answer = list(nato, "asOf", "2023-07-09", "sort", "name", "include", "member");

        assertThat(answer.getList("items.memberName.value")).contains("United Kingdom", "Germany", "France", "Canada", "Spain", "Portugal")
                .isSorted();
        assertThat(answer.getList("items.certainty")).isSubsetOf("certain", "possible").hasSameSizeAs(answer.getList("items"));
        assertThat(answer.getList("items.member.recordType")).containsOnly("state");
        assertThat(list(nato, "asOf", "1990-01-01").getList("items")).isEmpty();
        // without a date: today
        assertThat(list(nato).getList("items.certainty")).containsOnly("possible");
        assertThat(list(nato, "asOf", "2023-07-09", "memberType", "person").getList("items")).isEmpty();
        assertThat(list(nato, "asOf", "2023-07-09", "status", "observer").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"states,leaders", "states,officials", "organizations,leaders", "organizations,officials", "organizations,members"})
    void list_shouldNotBeFound_whenItsOwnerIsOfAnotherKind(String collection, String list) {
        given().get(of(collection, "person:emmanuel-macron", list)).then().statusCode(404);
    }

    @Test
    void lists_shouldTakeTheSameNumberOfStatements_howeverMany() {
        String officials = of("states", "state:UA", "officials");
        String members = of("organizations", "organization:nato", "members");
        // the first cursor of all makes the key that signs it
        list(officials, "asOf", "2026-01-06", "limit", "1");

        for (String limit : List.of("1", "200")) {
            assertThat(Statements.of(() -> list(officials, "asOf", "2026-01-06", "limit", limit))).hasSize(4);
            assertThat(Statements.of(() -> list(members, "asOf", "2023-07-09", "limit", limit))).hasSize(4);
        }
    }
}
