package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.chancery.time.PartialDate;
import org.junit.jupiter.api.Test;

/** One word in one place is the same word in all: contract, labels, database, code. */
@QuarkusTest
class VocabularyConventionTest {
    /** Columns whose words are all those of an enumeration of the contract. */
    private static final Map<String, String> ENUMERATIONS = Map.ofEntries(
            Map.entry("record.record_type", "RecordType"), Map.entry("name.kind", "NameKind"), Map.entry("citation.stance", "Stance"),
            Map.entry("citation.confidence", "Confidence"), Map.entry("state.un_status", "UnStatus"),
            Map.entry("organization.class", "OrganizationClass"), Map.entry("position_function.function", "PositionFunction"),
            Map.entry("occupancy.selection", "Selection"), Map.entry("occupancy.end_reason", "EndReason"),
            Map.entry("membership.member_type", "ActorType"), Map.entry("membership.status", "MembershipStatus"),
            Map.entry("event.event_type", "EventType"), Map.entry("event.start_day_part", "DayPart"),
            Map.entry("event.end_day_part", "DayPart"), Map.entry("event.status", "EventStatus"),
            Map.entry("event.visibility", "Visibility"), Map.entry("revision.operation", "ChangeOperation"), Map.entry("declaration.text_status", "TextStatus"),
            Map.entry("event_relation.relation", "EventRelationType"), Map.entry("participation.actor_type", "ActorType"),
            Map.entry("participation.role", "ParticipationRole"), Map.entry("participation.attendance", "Attendance"),
            Map.entry("participation.mode", "ParticipationMode"), Map.entry("participation.capacity_basis", "CapacityBasis"),
            Map.entry("participation.capacity_standing", "StandingKind"), Map.entry("signature.actor_type", "ActorType"),
            Map.entry("signature.action", "SignatureAction"), Map.entry("signature.capacity_basis", "CapacityBasis"),
            Map.entry("signature.capacity_standing", "StandingKind"), Map.entry("commitment.obligor_type", "ActorType"),
            Map.entry("commitment.beneficiary_type", "ActorType"), Map.entry("commitment.status", "CommitmentStatus"),
            Map.entry("webhook.disabled_reason", "WebhookDisabledReason"), Map.entry("webhook_delivery.state", "WebhookDeliveryState"),
            Map.entry("event.kind of meeting", "MeetingKind"), Map.entry("event.kind of declaration", "DeclarationKind"));
    /** Answered or asked for, not stored. */
    private static final Set<String> COMPUTED = Set.of("AsOfMode", "Certainty", "DatePrecision", "EntityType", "EventGrouping", "ImportState", "MatchFeature",
            "MatchOutcome", "NameRelation", "SearchableType", "Phase", "RelationDirection", "TimelineEntryKind");
    /** Stored, not answered. */
    private static final Set<String> INTERNAL = Set.of("record.record_state", "name_key.method", "import_job.state", "import_result.outcome", "import_row.wrong");

    private static final Pattern LIST = Pattern.compile("\\(?\\(?(\\w+)\\)?::text = ANY \\(+ARRAY\\[([^]]*)]");
    private static final Pattern WORD = Pattern.compile("'([^']*)'");

    @Inject
    DataSource database;

    @Test
    void vocabularies_shouldBeTheEnumerationsOfTheContract() throws SQLException {
        Map<String, List<String>> expected = new TreeMap<>();
        enumerations().forEach((schema, words) -> expected.put(kebab(schema), words));
        expected.put("identifier-scheme", Fingerprint.query(database, "select scheme from identifier_scheme order by ctid"));

        Map<String, List<String>> served = new TreeMap<>();
        for (JsonNode vocabulary : Call.get("/v1/vocabularies").send().with(200).json().get("items")) {
            served.put(vocabulary.get("id").textValue(), vocabulary.get("terms").findValuesAsText("code"));
            for (JsonNode term : vocabulary.get("terms")) {
                assertThat(term.get("labels").findValuesAsText("lang")).as(vocabulary.get("id") + " " + term).containsExactly("en", "uk", "ro");
                assertThat(term.get("labels").findValuesAsText("value")).as(vocabulary.get("id") + " " + term).noneMatch(String::isBlank);
            }
        }

        assertThat(served).isEqualTo(expected);
    }

    @Test
    void enumerations_shouldBeWrittenOutAsTheyAreNamed() {
        Set<List<String>> named = Set.copyOf(enumerations().values());

        ContractDocument.schemas().properties().forEach(schema -> {
            for (JsonNode member : schema.getValue().path("properties")) {
                List<String> words = words(member);
                assertThat(words.isEmpty() || named.contains(words)).as(schema.getKey() + " " + member).isTrue();
            }
        });
    }

    @Test
    void kindsOfEvents_shouldBeThoseOfMeetingsAndOfDeclarations() {
        List<String> both = new ArrayList<>(enumerations().get("MeetingKind"));
        both.addAll(enumerations().get("DeclarationKind"));

        List<ContractDocument.Operation> ofAll = ContractDocument.operations().stream()
                .filter(operation -> operation.path().startsWith("/v1/events") && operation.query("kind").isPresent()).toList();
        assertThat(ofAll).isNotEmpty().allSatisfy(operation -> assertThat(words(operation.query("kind").orElseThrow().schema().get("items"))).isEqualTo(both));
    }

    @Test
    void database_shouldKnowTheWordsOfTheContract() throws SQLException {
        Map<String, Set<String>> checked = checkedWords();
        Map<String, List<String>> enumerations = enumerations();

        ENUMERATIONS.forEach((column, schema) -> assertThat(checked.get(column)).as(column).isEqualTo(new TreeSet<>(enumerations.get(schema))));
        Set<String> types = Set.copyOf(enumerations.get("RecordType"));
        checked.forEach((column, words) -> assertThat(ENUMERATIONS.containsKey(column) || INTERNAL.contains(column) || types.containsAll(words))
                .as("a list of words that is not in the contract: " + column + " " + words).isTrue());
        Set<String> known = new TreeSet<>(ENUMERATIONS.values());
        known.addAll(COMPUTED);
        assertThat(enumerations.keySet()).isEqualTo(known);
    }

    /** By table and column, the words that a CHECK allows. */
    private Map<String, Set<String>> checkedWords() throws SQLException {
        Map<String, Set<String>> words = new TreeMap<>();
        for (String row : Fingerprint.query(database, """
                select c.conrelid::regclass || '|' || pg_get_constraintdef(c.oid) from pg_constraint c
                 where c.contype = 'c' and c.connamespace = 'public'::regnamespace""")) {
            String table = row.substring(0, row.indexOf('|'));
            String[] cases = row.split("WHEN ");
            for (String part : cases) {
                String of = cases.length > 1 ? " of " + part.replaceFirst("(?s)^'(\\w+)'.*$", "$1") : "";
                Matcher list = LIST.matcher(part);
                while (list.find()) {
                    Set<String> found = WORD.matcher(list.group(2)).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
                    words.put(table + "." + list.group(1) + of, found);
                }
            }
        }
        return words;
    }

    @Test
    void dates_shouldHaveThePatternOfTheParser() {
        String pattern = ContractDocument.schema("EdtfDate").get("pattern").textValue();

        assertThat(pattern).isEqualTo(PartialDate.PATTERN);
        ContractDocument.schemas().properties().forEach(schema -> {
            for (JsonNode member : schema.getValue().path("properties")) {
                String own = member.path("pattern").asText();
                assertThat(own.contains("XX") && !own.equals(pattern)).as(schema.getKey() + " " + member).isFalse();
            }
        });
    }

    /** Words by the name of the schema, in its order. */
    private static Map<String, List<String>> enumerations() {
        Map<String, List<String>> enumerations = new LinkedHashMap<>();
        ContractDocument.schemas().properties().forEach(schema -> {
            List<String> words = words(schema.getValue());
            if (!words.isEmpty()) {
                enumerations.put(schema.getKey(), words);
            }
        });
        return enumerations;
    }

    private static List<String> words(JsonNode schema) {
        JsonNode words = schema.has("enum") ? schema.get("enum") : schema.path("x-extensible-enum");
        return new ArrayList<>(StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).toList());
    }

    private static String kebab(String schema) {
        return schema.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
