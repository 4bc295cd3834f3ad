package org.chancery.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.junit.jupiter.api.Test;

/** What OpenRefine asks, from the registration of the service to a new column, with a column of names as articles write them. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class OpenRefineTest {
    private static final List<String> CELLS = List.of("Emmanuel Macron", "Стів Віткофф", "Джаред Кушнер", "Чарльз Кушнер", "Алексус Гринкевич",
            "Keir Starmer", "Friedrich Merz", "Rustem Umerov", "Donald Tusk", "Володимир Зеленський");

    @Test
    void column_shouldBeReconciledAndExtended() {
        // the dialog registers the service
        JsonNode manifest = Protocol.valid("Manifest", "openrefine-manifest", Protocol.get(""));
        String endpoint = manifest.at("/suggest/entity/service_url").textValue();

        // which types may the first ten cells have?
        ObjectNode guess = Protocol.object();
        CELLS.forEach(cell -> guess.set("q" + guess.size(), Protocol.object().put("query", cell).put("limit", 3)));
        JsonNode guessed = Protocol.results("openrefine-guess", guess);
        guessed.forEach(result -> assertThat(result.at("/result/0/type/0/id").textValue()).isEqualTo("person"));

        // the user chooses one, and a property for another column
        assertThat(given().queryParam("prefix", "pers").queryParam("callback", "jQuery3_1").queryParam("_", "1").get(endpoint + "/suggest/type").asString())
                .startsWith("/**/jQuery3_1(").contains("\"person\"");
        assertThat(given().queryParam("prefix", "off").queryParam("type", "person").get(endpoint + "/suggest/property").jsonPath().getList("result.id"))
                .contains("office");

        // batches of ten
        ObjectNode batch = Protocol.object();
        CELLS.forEach(cell -> {
            ObjectNode query = Protocol.object().put("query", cell).put("type", "person").put("type_strict", "should").put("limit", 5);
            query.putArray("properties");
            batch.set("q" + batch.size(), query);
        });
        JsonNode matched = Protocol.results("openrefine-match", batch);
        List<String> ids = new ArrayList<>();
        matched.forEach(result -> {
            assertThat(result.at("/result/0/match").booleanValue()).as(result.toPrettyString()).isTrue();
            ids.add(result.at("/result/0/id").textValue());
        });
        assertThat(ids).doesNotHaveDuplicates().startsWith(Starter.id("person:emmanuel-macron").toString(), Starter.id("person:steve-witkoff").toString(),
                Starter.id("person:jared-kushner").toString(), Starter.id("person:charles-kushner").toString());

        // hovers over a candidate, and looks for another one
        assertThat(given().get(manifest.at("/preview/url").textValue().replace("{{id}}", ids.get(0))).statusCode()).isEqualTo(200);
        assertThat(given().queryParam("prefix", "Kush").queryParam("type", "person").get(endpoint + "/suggest/entity").jsonPath().getList("result.id", String.class))
                .contains(ids.get(2), ids.get(3));

        // adds a column from the values
        assertThat(Protocol.get("/properties", "type", "person").jsonPath().getList("properties.id")).contains("office");
        ObjectNode extend = Protocol.object();
        ids.forEach(extend.putArray("ids")::add);
        extend.putArray("properties").addObject().put("id", "office").putObject("settings");
        JsonNode extension = Protocol.valid("ExtendAnswer", "openrefine-data-extension-response", Protocol.post("extend", extend.toString()));
        assertThat(extension.at("/rows/" + ids.get(0) + "/office").findValuesAsText("name")).contains("President of the French Republic");
    }
}
