package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Starter;
import org.chancery.fixture.Statements;
import org.chancery.fixture.Volume;
import org.chancery.record.NameIndex;
import org.chancery.volume.Generator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The starter data among 250 states, 12,000 persons and 8,000 events more: found first, by indexes, in as many statements as ever. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class SearchVolumeTest {
    private static final int STATEMENTS = 12;
    private static boolean filled;

    @Inject
    NameIndex index;

    @BeforeEach
    void fill() throws SQLException {
        if (!filled) {
            filled = true;
            try (Connection connection = Clones.connect()) {
                Generator.fill(connection, Generator.Size.SMALL);
            }
            index.complete(() -> false);
            try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
                sql.execute("analyze name_key");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> eachSpelling_shouldFindItsRecordFirst() {
        return Spellings.ALL.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(typed -> dynamicTest(typed, () -> {
            JsonNode hits = Api.get("/search", "q", typed).get("items");

            assertThat(hits.at("/0/id").textValue()).as(hits.toString()).isEqualTo(Starter.id(entry.getKey()).toString());
        })));
    }

    @Test
    void search_shouldTakeTheSameFewStatements_whateverItFinds() {
        for (String typed : List.of("Zelensky", "a", "meeting", "summit of", "zelnski macrno", "xyzzy")) {
            for (int limit : List.of(1, 200)) {
                List<String> statements = Statements.of(() -> Api.get("/search", "q", typed, "limit", limit));
                assertThat(statements).as(typed + "\n" + String.join("\n", statements)).hasSizeLessThanOrEqualTo(STATEMENTS);
            }
            assertThat(Statements.of(() -> Api.get("/suggest", "q", typed))).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void search_shouldUseAnIndexForEachSortOfLikeness() throws SQLException {
        List<String> statements = Statements.of(() -> Api.get("/search", "q", "Zelensky Macron"));
        String search = statements.stream().filter(sql -> sql.contains("name_key")).findFirst().orElseThrow();
        JsonNode plan = plan(search);
        Set<String> indexes = new HashSet<>();
        for (JsonNode node : Volume.nodes(plan)) {
            assertThat(node.path("Node Type").asText().equals("Seq Scan") && List.of("name_key", "name", "record").contains(node.path("Relation Name").asText()))
                    .as(node.toString()).isFalse();
            indexes.add(node.path("Index Name").asText());
        }
        assertThat(indexes).contains("name_key_by_key", "name_key_by_entity_word", "name_key_by_event_word", "name_key_by_entity_likeness",
                "name_key_by_event_likeness");
    }

    /** With the arrays that a query of two words makes. */
    private static JsonNode plan(String search) throws SQLException {
        List<String> values = new ArrayList<>(List.of("{0,0}", "{zelensky macron,zelenski makron}", "{person,meeting}", "{0,0}", "{zelensky macron,zelenski makron}",
                "{person,meeting}", "{0}", "{\"('zelenski':* & 'makron':*)\"}", "{person,meeting}", "{0}", "{\"('zelenski':* & 'makron':*)\"}", "{person,meeting}",
                "{0}", "{zelenski makron}", "{person,meeting}", "{0}", "{zelenski makron}", "{person,meeting}"));
        StringBuilder sql = new StringBuilder("explain (format json) ");
        int next = 0;
        for (int i = 0; i < search.length(); i++) {
            char c = search.charAt(i);
            if (c == '?') {
                String value = next < values.size() ? "'" + values.get(next).replace("'", "''") + "'" : "null";
                boolean number = value.startsWith("'{0");
                sql.append(next >= values.size() ? value : "cast(" + value + " as " + (number ? "integer[]" : "text[]") + ")");
                next++;
            } else {
                sql.append(c);
            }
        }
        try (Connection connection = Clones.connect(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql.toString())) {
            rows.next();
            return Json.read(rows.getString(1)).at("/0/Plan");
        }
    }
}
