package org.chancery.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaContext;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class ContractValidatorTest {
    private static final Contract CONTRACT = new Contract();
    private static final ContractValidator VALIDATOR = new ContractValidator(CONTRACT);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void validate_shouldAccept_everyExampleOfARequestSchema() {
        int checked = 0;
        for (Contract.Operation operation : CONTRACT.operations()) {
            if (operation.body() != null) {
                JsonNode example = CONTRACT.schema(operation.body().schema()).get("example");
                assertThat(VALIDATOR.validate(operation.body().schema(), example)).as(operation.id()).isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    @Test
    void schemaAt_shouldKeepTheContractOnce_forAllParametersAndBodies() {
        Set<SchemaContext> documents = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Contract.Operation operation : CONTRACT.operations()) {
            operation.parameters().forEach(parameter -> documents.add(VALIDATOR.schemaAt(parameter.pointer()).getSchemaContext()));
            if (operation.body() != null) {
                documents.add(VALIDATOR.schemaAt("/components/schemas/" + operation.body().schema()).getSchemaContext());
            }
        }
        assertThat(documents).hasSize(1);
    }

    @Test
    void validate_shouldReportUnknownMissingAndWrong_together() throws IOException {
        assertThat(errors("PersonCreate", "{\"names\":[{\"lang\":\"uk\",\"kind\":\"nickname\"}],\"colour\":1,\"note\":7}"))
                .contains("/names/0/value required", "/names/0/kind enum", "/colour unknown-member");
    }

    @Test
    void validate_shouldEscapePointers() throws IOException {
        assertThat(errors("SourceCreate", "{\"a/b~c\":1}")).containsExactly("/a~1b~0c unknown-member");
    }

    @Test
    void validate_shouldLetNullClear_openEnumerationOfAPatch() throws IOException {
        assertThat(errors("MeetingPatch", "{\"kind\":\"chat\"}")).containsExactly("/kind enum");
        assertThat(errors("OrganizationPatch", "{\"class\":null}"))
                .isEqualTo(CONTRACT.schema("OrganizationPatch").at("/properties/class/nullable").asBoolean()
                        ? List.of() : List.of("/class null"));
    }

    @Test
    void validate_shouldCountCodePoints() throws IOException {
        assertThat(errors("SourceCreate", "{\"publisher\":\"" + "😀".repeat(300) + "\"}")).isEmpty();
        assertThat(errors("SourceCreate", "{\"publisher\":\"" + "😀".repeat(301) + "\"}"))
                .containsExactly("/publisher max-length");
    }

    @Test
    void validate_shouldRefuse_whatAPatternEndsBefore() throws IOException {
        assertThat(errors("SourceCreate", "{\"lang\":\"uk\\n\"}")).containsExactly("/lang pattern");
    }

    @Test
    void validate_shouldNotKnow_otherSchemas() {
        assertThatThrownBy(() -> VALIDATOR.validate("Nothing", JSON.createObjectNode()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void contract_shouldKnowItsOperations() {
        Contract.Operation operation = CONTRACT.operation("updateSource").orElseThrow();

        assertThat(operation.method()).isEqualTo("PATCH");
        assertThat(operation.path()).isEqualTo("/v1/sources/{id}");
        assertThat(operation.parameters()).extracting(Contract.Parameter::name)
                .containsExactly("id", "If-Match", "lang", "Accept-Language", "X-Change-Comment");
        assertThat(operation.body()).isEqualTo(new Contract.Body("application/merge-patch+json", "SourcePatch"));
    }

    @Test
    void contract_shouldKnowTheMethods_ofAPath() {
        assertThat((SortedSet<String>) CONTRACT.methods("/v1/sources/7")).containsExactly("DELETE", "GET", "HEAD", "OPTIONS", "PATCH");
        assertThat((SortedSet<String>) CONTRACT.methods("/v1/nothing")).isEmpty();
    }

    private static List<String> errors(String schema, String document) throws IOException {
        return VALIDATOR.validate(schema, JSON.readTree(document)).stream()
                .map(error -> error.getPointer() + " " + error.getCode()).toList();
    }
}
