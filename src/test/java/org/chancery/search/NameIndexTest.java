package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.chancery.fixture.Make;
import org.chancery.fixture.Statements;
import org.chancery.record.NameIndex;
import org.junit.jupiter.api.Test;

/** The keys of names follow the names, whoever wrote them. */
@QuarkusTest
class NameIndexTest {
    @Inject
    NameIndex index;

    private static List<String> keys(UUID record) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = Clones.connect(); PreparedStatement select = connection.prepareStatement(
                "select ordinal || ' ' || method || ' ' || key from name_key where record_id = ? order by ordinal, position")) {
            select.setObject(1, record);
            for (ResultSet rows = select.executeQuery(); rows.next();) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Clones.connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static UUID person(String... names) {
        return Make.person("names", IntStream.range(0, names.length).mapToObj(i -> Make.name(names[i], "e" + (char) ('n' + i))).toList());
    }

    @Test
    void keys_shouldBeWrittenWithTheRecord() throws SQLException {
        assertThat(keys(person("Jean-Noël Șmîhal"))).containsExactly("0 as-written jean noel smihal", "0 sound ean noel smihal");
    }

    @Test
    void keys_shouldFollowChangesAndGoWithTheRecord() throws SQLException {
        UUID id = person("Anna Alpha", "Berta Beta");

        JsonNode renamed = Api.patch("/people/" + id, Api.get("/people/" + id), Json.of("names", List.of(Make.name("Clara Gamma", "en"))));
        assertThat(keys(id)).containsExactly("0 as-written clara gamma", "0 sound klara gama");

        Api.delete("/people/" + id, renamed);
        assertThat(keys(id)).isEmpty();
    }

    @Test
    void keys_shouldTakeTheSameNumberOfStatements_whateverTheNumberOfNames() {
        int one = writes(1);

        assertThat(writes(10)).isEqualTo(one);
    }

    private static int writes(int names) {
        List<String> statements = Statements.of(() -> person(IntStream.range(0, names).mapToObj(i -> "Nomen " + i).toArray(String[]::new)));
        return (int) statements.stream().filter(sql -> sql.contains("name_key")).count();
    }

    @Test
    void everyNameOfTheStarterData_shouldHaveKeys() throws SQLException {
        try (Connection connection = Clones.connect(); PreparedStatement select = connection.prepareStatement("""
                select count(*) from name n where not exists
                    (select 1 from name_key k where k.record_id = n.record_id and k.ordinal = n.ordinal)""")) {
            ResultSet row = select.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void complete_shouldGiveKeysToNamesWithoutAndWithOldOnes() throws SQLException {
        UUID without = person("Dora Delta");
        UUID old = person("Emil Epsilon");
        List<String> keysOfWithout = keys(without);
        List<String> keysOfOld = keys(old);
        index.complete(() -> false);
        execute("delete from name_key where record_id = '" + without + "'");
        execute("update name_key set version = 99, key = 'x' where record_id = '" + old + "'");

        assertThat(index.complete(() -> false)).isEqualTo(2);
        assertThat(keys(without)).isEqualTo(keysOfWithout);
        assertThat(keys(old)).isEqualTo(keysOfOld);
        assertThat(index.complete(() -> false)).isZero();
    }

    @Test
    void complete_shouldStopWhenAskedTo_andGoOnLater() throws SQLException {
        index.complete(() -> false);
        execute("delete from name_key where record_id = '" + person("Fritz Zeta") + "'");

        assertThat(index.complete(() -> true)).isZero();
        assertThat(index.complete(() -> false)).isOne();
    }

    @Test
    void complete_shouldShareTheWork_whenSeveralInstancesStart() throws SQLException {
        index.complete(() -> false);
        List<UUID> people = IntStream.range(0, 30).mapToObj(i -> person("Gerda " + i)).toList();
        execute("delete from name_key where record_id in ('" + String.join("', '", people.stream().map(UUID::toString).toList()) + "')");

        List<CompletableFuture<Integer>> instances = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> index.complete(() -> false))).toList();

        assertThat(instances.stream().mapToInt(CompletableFuture::join).sum()).isGreaterThanOrEqualTo(people.size());
        for (UUID person : people) {
            assertThat(keys(person)).hasSizeBetween(2, 3);
        }
    }

    @Test
    void complete_shouldPassOverARecordThatIsBeingChanged() throws SQLException {
        index.complete(() -> false);
        UUID busy = person("Hanna Eta");
        UUID idle = person("Ivo Theta");
        execute("delete from name_key where record_id in ('" + busy + "', '" + idle + "')");
        try (Connection connection = Clones.connect()) {
            connection.setAutoCommit(false);
            connection.prepareStatement("select 1 from record where id = '" + busy + "' for no key update").execute();

            assertThat(index.complete(() -> false)).isOne();
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(keys(idle)).isNotEmpty();
        assertThat(keys(busy)).isEmpty();
        assertThat(index.complete(() -> false)).isOne();
    }
}
