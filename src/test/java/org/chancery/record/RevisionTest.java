package org.chancery.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.RegistryProfile;
import org.junit.jupiter.api.Test;

/** Every write leaves a row in {@code revision}, with the record before and after. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class RevisionTest {
    private static List<Map<String, Object>> revisions(UUID record) throws SQLException {
        List<Map<String, Object>> revisions = new ArrayList<>();
        try (Connection connection = Clones.connect(); PreparedStatement select = connection.prepareStatement(
                "select number, operation, before, after, author, comment from revision where record_id = ? order by number")) {
            select.setObject(1, record);
            for (ResultSet rows = select.executeQuery(); rows.next();) {
                revisions.add(Json.of("number", rows.getInt(1), "operation", rows.getString(2), "before", json(rows.getString(3)),
                        "after", json(rows.getString(4)), "author", rows.getString(5), "comment", rows.getString(6)));
            }
        }
        return revisions;
    }

    private static JsonNode json(String text) {
        return text == null ? null : Json.read(text);
    }

    @Test
    void revision_shouldHaveTheNewRecord_whenCreated() throws SQLException {
        Object names = Make.names("Somebody");
        UUID person = Make.person("names", names, "description", "a person");

        assertThat(revisions(person)).singleElement().satisfies(revision -> {
            assertThat(revision).containsEntry("number", 1).containsEntry("operation", "created").containsEntry("before", null);
            assertThat(revision.get("after")).isEqualTo(Json.read("""
                    {"names": [{"value": "Somebody", "lang": "en", "kind": "common", "display": true}], "description": "a person"}"""));
            assertThat(revision.get("author")).isNotNull();
        });
    }

    @Test
    void revision_shouldHaveBeforeAndAfter_whenPatched() throws SQLException {
        UUID person = Make.person("names", Make.names("Somebody"), "description", "a person");
        Api.patch("/people/" + person, Api.get("/people/" + person), Json.of("description", null, "birthDate", "1978-01-25"));
        List<Map<String, Object>> revisions = revisions(person);

        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(1)).containsEntry("number", 2).containsEntry("operation", "updated")
                .containsEntry("before", revisions.get(0).get("after"));
        assertThat(revisions.get(1).get("after")).isEqualTo(Json.read("""
                {"names": [{"value": "Somebody", "lang": "en", "kind": "common", "display": true}], "birthDate": "1978-01-25"}"""));
    }

    @Test
    void revision_shouldNotBeLeft_whenThePatchChangesNothing() throws SQLException {
        UUID person = Make.person("description", "a person");
        Api.patch("/people/" + person, Api.get("/people/" + person), Json.of("description", "a person"));

        assertThat(revisions(person)).hasSize(1);
    }

    @Test
    void revision_shouldNotBeLeft_whenThePatchIsRefused() throws SQLException {
        UUID person = Make.person("birthDate", "1978");
        Api.error(Api.sendPatch("/people/" + person, Api.get("/people/" + person), Json.of("deathDate", "1970")), 422);

        assertThat(revisions(person)).hasSize(1);
    }

    @Test
    void revision_shouldHaveTheLastRecordAndTheReason_whenRetracted() throws SQLException {
        UUID person = Make.person();
        Api.delete("/people/" + person, Api.get("/people/" + person));
        List<Map<String, Object>> revisions = revisions(person);

        assertThat(revisions.get(1)).containsEntry("operation", "retracted").containsEntry("after", null)
                .containsEntry("before", revisions.get(0).get("after")).containsEntry("comment", "entered by mistake");
    }

    @Test
    void revision_shouldKeepCitations() throws SQLException {
        UUID source = Make.source();
        UUID person = Make.person("citations", List.of(Json.of("sourceId", source, "field", "/names", "quote", "Хтось", "quoteLang", "uk",
                "translation", "Somebody")));

        assertThat(((JsonNode) revisions(person).get(0).get("after")).get("citations")).isEqualTo(Json.read("""
                [{"sourceId": "%s", "field": "/names", "quote": "Хтось", "quoteLang": "uk", "translation": "Somebody"}]""".formatted(source)));
    }

    @Test
    void revision_shouldBeLeftOfEachParticipant_whenWrittenWithTheEvent() throws SQLException {
        JsonNode meeting = Make.meeting("participants", List.of(Make.participant(Make.person()), Make.participant(Make.person())));
        JsonNode participants = Api.get("/meetings/" + Api.id(meeting), "include", "participants").get("participants");

        for (JsonNode participant : participants) {
            assertThat(revisions(Api.id(participant))).hasSize(1);
        }
        assertThat(revisions(Api.id(meeting))).hasSize(1);
    }
}
