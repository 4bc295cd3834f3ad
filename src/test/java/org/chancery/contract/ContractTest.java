package org.chancery.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContractTest {
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new YAMLMapper();

    @ParameterizedTest
    @CsvSource({"v1.yaml, application/yaml", "v1.json, application/json"})
    void contract_shouldBeServedByteForByte(String name, String mediaType) throws IOException {
        Response response = RestAssured.get("/openapi/" + name);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(mediaType);
        assertThat(response.asByteArray()).isEqualTo(resource("/contract/" + name));
    }

    @Test
    void contract_shouldAnswerNotModified_whenClientHasIt() {
        String tag = RestAssured.get("/openapi/v1.yaml").header("ETag");

        Response response = given().header("If-None-Match", tag).get("/openapi/v1.yaml");

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.asByteArray()).isEmpty();
    }

    @Test
    void contract_shouldBeTheSameTree_inYamlAndJson() throws IOException {
        assertThat(yaml.readTree(resource("/contract/v1.yaml"))).isEqualTo(json.readTree(resource("/contract/v1.json")));
    }

    @Test
    void contract_shouldBeTheSameTree_whereTheFrameworkServesIt() throws IOException {
        String served = RestAssured.get("/q/openapi?format=json").asString();

        assertThat(json.readTree(served)).isEqualTo(json.readTree(resource("/contract/v1.json")));
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
