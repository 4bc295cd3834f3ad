package org.chancery.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.RegistryProfile;
import org.chancery.fixture.Statements;
import org.chancery.fixture.Volume;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every filter finds its rows by an index: the statement of each is explained among some thousands of records. */
@QuarkusTest
@TestProfile(RegistryProfile.class)
class FilterIndexTest {
    private static final String ID = "019b95c0-d000-7dfa-afe0-db9ece9d5161";
    private static final String OTHER = "019b95c0-d000-7a7d-8da4-12f60b30655f";

    /** Path and filter, the indexes of which at least one takes the filter's condition. */
    private static final String FILTERS = """
            /people?standing=leader occupancy_by_period occupancy_by_person
            /people?standing=official occupancy_by_period occupancy_by_person
            /people?standing=none occupancy_by_period occupancy_by_person
            /people?ofActorId=ID position_by_actor
            /people?positionId=ID occupancy_by_position occupancy_seat_taken
            /people?function=minister position_function_by_function
            /people?name=x name_by_folded
            /people?ids=ID record_pkey person_pkey
            /people?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /people?updatedTo=2020-01-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /leaders?ofActorId=ID position_by_actor
            /leaders?positionId=ID occupancy_by_position occupancy_seat_taken
            /leaders?function=head-of-state position_function_by_function
            /leaders?name=x name_by_folded
            /leaders?ids=ID record_pkey person_pkey
            /leaders?asOfMode=certain occupancy_by_certain_period occupancy_by_person
            /officials?ofActorId=ID position_by_actor
            /officials?positionId=ID occupancy_by_position occupancy_seat_taken
            /officials?function=minister position_function_by_function
            /officials?name=x name_by_folded
            /officials?ids=ID record_pkey person_pkey
            /states?code=FR identifier_taken
            /states?name=x name_by_folded
            /states?ids=ID record_pkey state_pkey
            /states?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /organizations?class=igo organization_by_class
            /organizations?parentId=ID organization_by_parent
            /organizations?stateId=ID organization_by_state
            /organizations?memberId=ID membership_by_member
            /organizations?memberId=ID&asOf=2024-01-01 membership_by_member
            /organizations?name=x name_by_folded
            /organizations?ids=ID record_pkey organization_pkey
            /organizations?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /positions?actorId=ID position_by_actor
            /positions?function=minister position_function_by_function
            /positions?function=minister&asOf=2024-01-01 position_function_by_function
            /positions?name=x name_by_folded
            /positions?ids=ID record_pkey position_pkey
            /positions?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /occupancies?personId=ID occupancy_by_person
            /occupancies?positionId=ID occupancy_by_position occupancy_seat_taken
            /occupancies?actorId=ID position_by_actor
            /occupancies?asOf=2024-01-01 occupancy_by_period
            /occupancies?asOf=2024-01-01&asOfMode=certain occupancy_by_certain_period
            /occupancies?heldFrom=2024-01-01 occupancy_by_period
            /occupancies?heldTo=2024-01-01 occupancy_by_period
            /occupancies?ids=ID record_pkey occupancy_pkey
            /occupancies?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /memberships?personId=ID membership_by_member
            /memberships?actorId=ID membership_by_member
            /memberships?organizationId=ID membership_by_organization
            /memberships?positionId=ID occupancy_by_position occupancy_seat_taken
            /memberships?asOf=2024-01-01 membership_by_period
            /memberships?asOf=2024-01-01&asOfMode=certain membership_by_certain_period
            /memberships?heldFrom=2024-01-01 membership_by_period
            /memberships?heldTo=2024-01-01 membership_by_period
            /memberships?ids=ID record_pkey membership_pkey
            /memberships?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /events?recordType=summit event_by_type event_id_event_type_key
            /events?kind=speech event_by_kind
            /meetings?kind=visit event_by_kind
            /declarations?kind=speech event_by_kind
            EVENTS?status=postponed event_by_status
            EVENTS?phase=upcoming event_by_begin event_by_order event_by_type
            EVENTS?phase=past event_by_finish event_unconfirmed
            EVENTS?phase=ongoing event_by_begin event_by_finish
            EVENTS?startFrom=2024-01-01 event_by_period event_by_order event_by_type
            EVENTS?startTo=2024-01-01 event_by_period
            EVENTS?startFrom=2024-01-01&startTo=2024-01-02 event_by_period
            EVENTS?participantId=ID event_actor_by_start event_actor_by_name event_actor_by_creation event_actor_by_update
            EVENTS?participantId=ID&role=principal event_actor_by_start event_actor_by_name event_actor_by_creation event_actor_by_update
            EVENTS?participantId=ID&participantId=OTHER participation_by_actor
            EVENTS?participantId=ID&participantId=OTHER participation_by_behalf
            EVENTS?participantId=ID&participantId=OTHER&role=principal participation_by_actor
            EVENTS?role=host participation_by_role
            EVENTS?placeStateId=ID event_by_place_state
            EVENTS?city=x event_by_city
            EVENTS?seriesId=ID event_by_series
            EVENTS?partOfId=ID event_by_whole
            EVENTS?sourceId=ID citation_by_source
            EVENTS?needsConfirmation=true event_unconfirmed
            EVENTS?ids=ID record_pkey event_pkey
            EVENTS?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /meetings/MEETING/participants?role=host participation_by_event participation_taken participation_by_role
            /meetings/MEETING/participants?attendance=absent participation_by_event participation_taken
            /declarations/DECLARATION/signatures?ids=ID signature_by_declaration signature_taken signature_pkey record_pkey
            /declarations/DECLARATION/commitments?ids=ID commitment_by_declaration commitment_pkey record_pkey
            /series?organizationId=ID series_by_organization
            /series?name=x name_by_folded
            /series?ids=ID record_pkey series_pkey
            /series?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /sources?url=https://news.example/1 source_url_taken
            /sources?originId=ID source_by_origin
            /sources?ids=ID record_pkey source_pkey
            /sources?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            /entities?recordType=person record_by_name record_by_update record_by_creation
            /entities?name=x name_by_folded
            /entities?ids=ID record_pkey
            /entities?updatedFrom=2027-12-01T00:00:00Z record_by_update event_record_by_update entity_record_by_update
            """;

    /** Parameters by their columns, where these have other names. */
    private static final Map<String, String> WORDS = Map.of("record_type", "recordType", "event_type", "recordType", "value", "code");

    private static final Set<String> LARGE = Set.of("record", "event", "event_actor", "occupancy", "membership", "participation", "citation", "name",
            "identifier", "person", "state", "organization", "position", "position_function", "source", "series", "signature", "commitment");

    @TestFactory
    Stream<DynamicTest> filter_shouldUseAnIndex() throws SQLException {
        return tests(1);
    }

    /** Of what was known at an instant, rows as they are and rows as they were. */
    @TestFactory
    Stream<DynamicTest> filter_shouldUseTheIndexesOfFormerRowsToo() throws SQLException {
        return tests(2, "set local chancery.known_at = '2026-11-24T00:00:00Z'", "set local search_path = known, public");
    }

    private static Stream<DynamicTest> tests(int times, String... settings) throws SQLException {
        Map<String, Set<String>> indexes = new LinkedHashMap<>();
        Map<String, String> statements = new LinkedHashMap<>();
        String meeting = Api.get("/meetings", "limit", 1).at("/items/0/id").textValue();
        String declaration = Api.get("/declarations", "limit", 1).at("/items/0/id").textValue();
        FILTERS.replace("MEETING", meeting).replace("DECLARATION", declaration).replace("ID", ID).replace("OTHER", OTHER).lines()
                .flatMap(line -> line.startsWith("EVENTS") ? Stream.of("/events", "/meetings", "/summits", "/declarations")
                        .map(path -> line.replace("EVENTS", path)) : Stream.of(line))
                .forEach(line -> {
                    String[] words = line.split(" ");
                    indexes.put(line, Stream.of(words).filter(word -> !word.startsWith("/"))
                            .collect(Collectors.toSet()));
                    statements.put(line, counting(words[0]));
                });
        Map<String, JsonNode> plans = Volume.plans(statements, FilterIndexTest::value, settings);
        return plans.entrySet().stream().map(plan -> dynamicTest(plan.getKey(), () -> assertIndexed(plan.getValue(), indexes.get(plan.getKey()), times)));
    }

    /** The statement that counts the rows: all conditions, without order or limit that might suggest another index. */
    private static String counting(String request) {
        return Statements.of(() -> assertThat(Api.fetch(request + (request.contains("?") ? "&" : "?") + "includeTotal=true").statusCode())
                .isEqualTo(200)).stream().filter(sql -> sql.startsWith("select cast(count(*)")).findFirst().orElseThrow();
    }

    /** What the request asks for where the text before a parameter says so, else a date that few rows fit. */
    private static String value(String line, String before) {
        String request = line.split(" ")[0];
        Matcher column = Pattern.compile("(\\w+)(?: collate \"C\")? = (any\\()?$").matcher(before);
        if (column.find()) {
            String word = WORDS.getOrDefault(column.group(1), column.group(1));
            Matcher asked = Pattern.compile("[?&]" + word + "=([^&]*)").matcher(request);
            String value = word.endsWith("id") ? ID : asked.find() ? asked.group(1) : "x";
            return column.group(2) == null ? value : "{" + value + "}";
        }
        if (before.endsWith("cast(")) {
            boolean byOffice = request.matches("/(people|leaders|officials|organizations)\\?(ofActorId|positionId|function|memberId)=.*");
            return byOffice ? "2025-01-01" : "1990-01-01";
        }
        Matcher updated = Pattern.compile("updated(?:From|To)=([^&]*)").matcher(request);
        return updated.find() ? updated.group(1) : request.contains("upcoming") ? "2032-02-20T00:00:00Z" : "2031-01-02T00:00:00Z";
    }

    private static void assertIndexed(JsonNode plan, Set<String> indexes, int times) {
        List<JsonNode> nodes = Volume.nodes(plan);

        assertThat(nodes).as(() -> text(nodes)).noneMatch(node -> node.path("Node Type").asText().equals("Seq Scan")
                // the parents in which there is nothing
                && !node.path("Schema").asText().equals("versions")
                && LARGE.contains(node.path("Relation Name").asText()));
        // that of the key serves as well as another one that begins with it, and where nothing was changed any
        assertThat(nodes).as(() -> text(nodes)).filteredOn(node -> node.has("Index Cond")
                && (times > 1 || indexes.contains(node.path("Index Name").asText()))).hasSizeGreaterThanOrEqualTo(times);
    }

    private static String text(List<JsonNode> nodes) {
        return nodes.stream().map(node -> Stream.of("Node Type", "Relation Name", "Index Name", "Index Cond", "Filter")
                .filter(node::has).map(member -> node.get(member).asText()).collect(Collectors.joining(" "))).collect(Collectors.joining("\n"));
    }
}
