package org.chancery.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Clones;
import org.chancery.fixture.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was made in bulk is what the service would have made. */
@QuarkusTest
@TestProfile(VolumeProfile.class)
class GeneratorTest {
    /** Tables of a type, its collection, and a member that may be changed and changed back. */
    private static final String TYPES = """
            person people description
            state states capital
            organization organizations description
            position positions description
            occupancy occupancies endReason
            membership memberships role
            series series description
            source sources note
            event,meeting meetings summary
            event,summit summits summary
            event,declaration declarations summary
            """;
    private static final int SAMPLE = 12;

    @BeforeEach
    void fill() throws SQLException {
        VolumeProfile.fill();
    }

    @TestFactory
    Stream<DynamicTest> columns_shouldStay_whenTheServiceWritesThemAnew() {
        return TYPES.lines().map(line -> line.split(" ")).map(type -> dynamicTest(type[1], () -> {
            String[] tables = type[0].split(",");
            String table = tables[tables.length - 1];
            for (UUID id : ids("select id from " + table + " order by hashtext(cast(id as text)) limit " + SAMPLE)) {
                List<String> before = rows(id, tables);
                changeAndBack("/" + type[1] + "/" + id, type[2], type[2].equals("endReason") ? "other" : "Changed.");
                assertThat(rows(id, tables)).isEqualTo(before);
            }
        }));
    }

    /** What triggers keep was filled in at once. */
    @Test
    void eventsOfActors_shouldFollowFromTheOthers() throws SQLException {
        assertThat(ids("select event_id from (table event_actor except select * from event_actors()) a limit 1")).isEmpty();
        assertThat(ids("select event_id from (select * from event_actors() except table event_actor) a limit 1")).isEmpty();
    }

    /** Acting in another name and then in the first one again has the service work the capacity out anew. */
    @TestFactory
    Stream<DynamicTest> capacity_shouldStay_whenTheServiceWorksItOutAnew() {
        return Stream.of("participation event_id participants", "signature declaration_id signatures").map(line -> line.split(" "))
                .map(type -> dynamicTest(type[0], () -> {
                    UUID state = ids("select id from state order by id limit 1").get(0);
                    for (String standing : List.of("leader", "official", "none")) {
                        String chosen = " from " + type[0] + " where capacity_standing = '" + standing + "' and on_behalf_of_id is distinct from '" + state
                                + "' order by hashtext(cast(id as text)) limit " + SAMPLE;
                        List<UUID> parts = ids("select id" + chosen);
                        List<UUID> wholes = ids("select " + type[1] + chosen);
                        assertThat(parts).hasSize(SAMPLE);
                        for (int i = 0; i < SAMPLE; i++) {
                            List<String> before = rows(parts.get(i), type[0]);
                            String collection = rows(wholes.get(i), "record").get(0).replaceAll(".*\"record_type\": \"(\\w+)\".*", "$1s");
                            changeAndBack("/" + collection + "/" + wholes.get(i) + "/" + type[2] + "/" + parts.get(i), "onBehalfOfId",
                                    state);
                            assertThat(rows(parts.get(i), type[0])).isEqualTo(before);
                        }
                    }
                }));
    }

    private static void changeAndBack(String path, String member, Object value) {
        JsonNode record = Api.get(path);
        Api.patch(path, Api.patch(path, record, Json.of(member, value)), Json.of(member, record.get(member)));
    }

    @Test
    void page_shouldFollowPage_withoutGapOrRepetition() throws SQLException {
        JsonNode page = Api.get("/events", "includeTotal", true, "limit", 200);
        assertThat(page.get("total").intValue()).isEqualTo(numbers("select count(*) from event").get(0).intValue())
                .isGreaterThan(Generator.Size.LARGE.events());
        Set<UUID> seen = new HashSet<>(Api.ids(page));
        for (int i = 1; i < 10; i++) {
            page = Api.get("/events", "limit", 200, "cursor", page.get("nextCursor").textValue());
            seen.addAll(Api.ids(page));
        }
        assertThat(seen).hasSize(2_000);
    }

    /** Few take part in very much, most in little: what makes queries about some of them costly. */
    @Test
    void participation_shouldBeSkewed() throws SQLException {
        List<Long> counts = numbers("select count(*) from participation where actor_type = 'person' group by actor_id order by 1 desc");
        assertThat(counts.get(0)).isGreaterThan(2_000);
        assertThat(counts.get(counts.size() / 2)).isLessThan(40);
        // those of the starter data were written by the service, which leaves revisions
        List<Long> sizes = numbers("select count(*) from participation n where not exists (select from revision v where v.record_id = n.event_id)"
                + " group by event_id order by 1 desc");
        assertThat(sizes.get(0)).isEqualTo(60);
        assertThat(sizes.get(sizes.size() - 1)).isEqualTo(2);
        assertThat(sizes.get(sizes.size() / 2)).isLessThan(4);
    }

    private static List<String> rows(UUID id, String... tables) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            rows.addAll(strings("select cast(to_jsonb(t) as text) from " + table + " t where id = '" + id + "'"));
        }
        rows.addAll(strings("select sort_name from record where id = '" + id + "'"));
        rows.addAll(strings("select cast(to_jsonb(t) as text) from name t where record_id = '" + id + "' order by ordinal"));
        return rows;
    }

    private static List<UUID> ids(String query) throws SQLException {
        return strings(query).stream().map(UUID::fromString).toList();
    }

    private static List<Long> numbers(String query) throws SQLException {
        return strings(query).stream().map(Long::valueOf).toList();
    }

    private static List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
