package org.chancery.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The database promises what the contract promises, and the migrations alone make it. */
@QuarkusTest
class SchemaConventionTest {
    /** Schemas whose members are columns, with the table and what the columns' names begin with. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("PersonCreate", "person"), Map.entry("StateCreate", "state"), Map.entry("OrganizationCreate", "organization"),
            Map.entry("PositionCreate", "position"), Map.entry("PositionFunctionInput", "position_function"),
            Map.entry("OccupancyCreate", "occupancy"), Map.entry("OccupancyOfPersonInput", "occupancy"),
            Map.entry("MembershipCreate", "membership"), Map.entry("MeetingCreate", "event"), Map.entry("SummitCreate", "event summit"),
            Map.entry("DeclarationCreate", "event declaration"), Map.entry("SeriesCreate", "series"), Map.entry("SourceCreate", "source"),
            Map.entry("ParticipantCreate", "participation"), Map.entry("SignatureCreate", "signature"),
            Map.entry("CommitmentCreate", "commitment"), Map.entry("CitationInput", "citation"), Map.entry("NameInput", "name"),
            Map.entry("IdentifierInput", "identifier"), Map.entry("ExcerptInput", "excerpt"), Map.entry("EventRelationInput", "event_relation"),
            Map.entry("PlaceInput", "event"), Map.entry("EventTimeInput", "event:start_ event:end_ schedule_revision:start_"),
            Map.entry("CapacityInput", "participation:capacity_ signature:capacity_"));
    /** Members of another name than their columns. */
    private static final Map<String, String> RENAMED = Map.of("EventRelationInput.eventId", "target_id", "PlaceInput.stateId", "place_state_id",
            "EventTimeInput.date", "edtf");

    @Inject
    DataSource database;
    @Inject
    EntityManager entities;

    static Stream<Arguments> members() {
        return TABLES.keySet().stream().sorted().flatMap(schema -> StreamSupport
                .stream(((Iterable<String>) ContractDocument.schema(schema).get("properties")::fieldNames).spliterator(), false)
                .filter(member -> isScalar(member(schema, member))).map(member -> Arguments.of(schema, member)));
    }

    @ParameterizedTest
    @MethodSource("members")
    void column_shouldPromiseWhatTheMemberPromises(String schema, String name) throws SQLException {
        JsonNode member = member(schema, name);
        boolean required = StreamSupport.stream(ContractDocument.schema(schema).path("required").spliterator(), false)
                .anyMatch(each -> each.textValue().equals(name));
        List<Column> columns = columns(schema, name);

        assertThat(columns).as("columns for the member").isNotEmpty();
        for (Column column : columns) {
            if (required && !TABLES.get(schema).contains(":")) {
                assertThat(isRequired(column)).as(column + " is never null").isTrue();
            }
            if (member.path("format").asText().equals("uuid")) {
                assertThat(column.type()).isEqualTo("uuid");
                assertThat(isReference(column)).as(column + " is a foreign key").isTrue();
            } else if (member.has("enum") || member.has("x-extensible-enum")) {
                assertThat(column.length()).as(column + " holds the longest word").isGreaterThanOrEqualTo(longest(member));
            } else if (member.has("maxLength") && column.type().equals("character varying")) {
                assertThat(column.length()).as(column.toString()).isEqualTo(member.get("maxLength").intValue());
            }
        }
    }

    private record Column(String table, String name, String type, int length, boolean nullable) {
    }

    /** In each of the schema's tables the column of this member. */
    private List<Column> columns(String schema, String member) throws SQLException {
        List<Column> found = new ArrayList<>();
        String snake = RENAMED.getOrDefault(schema + "." + member, member.replaceAll("([A-Z])", "_$1").toLowerCase());
        for (String place : TABLES.get(schema).split(" ")) {
            String table = place.split(":")[0];
            String prefix = place.contains(":") ? place.split(":")[1] : "";
            for (String column : List.of(prefix + snake, prefix + snake + "_edtf", prefix + snake.replaceFirst("_date$", "") + "_edtf")) {
                List<String> rows = Fingerprint.query(database, "select data_type || '|' || coalesce(character_maximum_length, 0) || '|' || is_nullable"
                        + " from information_schema.columns where table_schema = 'public' and table_name = '" + table + "' and column_name = '"
                        + column + "'");
                if (!rows.isEmpty()) {
                    String[] parts = rows.get(0).split("\\|");
                    found.add(new Column(table, column, parts[0], Integer.parseInt(parts[1]), parts[2].equals("YES")));
                    break;
                }
            }
        }
        return found;
    }

    /** Not null, or by a rule for the rows of the type. */
    private boolean isRequired(Column column) throws SQLException {
        return !column.nullable() || !Fingerprint.query(database, "select conname from pg_constraint where contype = 'c' and conrelid = '"
                + column.table() + "'::regclass and pg_get_constraintdef(oid) like '%(" + column.name() + " IS NOT NULL)%'").isEmpty();
    }

    private boolean isReference(Column column) throws SQLException {
        return !Fingerprint.query(database, "select c.conname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)"
                + " where c.contype = 'f' and c.conrelid = '" + column.table() + "'::regclass and a.attname = '" + column.name() + "'").isEmpty();
    }

    private static int longest(JsonNode member) {
        JsonNode words = member.has("enum") ? member.get("enum") : member.get("x-extensible-enum");
        return StreamSupport.stream(words.spliterator(), false).mapToInt(word -> word.textValue().length()).max().orElseThrow();
    }

    private static JsonNode member(String schema, String name) {
        return ContractDocument.resolve(ContractDocument.schema(schema).at("/properties/" + name));
    }

    private static boolean isScalar(JsonNode member) {
        return !Set.of("array", "object").contains(member.get("type").textValue());
    }

    /** Whatever is below a record that can be merged, and can be gone, can be at its survivor. */
    @Test
    void everyRead_shouldLeadToTheSurvivor_whereRecordsAreMerged() {
        Set<String> merged = ContractDocument.operations().stream().filter(Unions::isMerge).map(operation -> operation.path().split("/")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        merged.addAll(List.of("leaders", "officials"));

        assertThat(ContractDocument.operations().stream().filter(operation -> operation.method().equals("GET") && operation.path().contains("/{id}")
                && merged.contains(operation.path().split("/")[2]) && operation.statuses().contains(410) && !operation.statuses().contains(308))
                .map(ContractDocument.Operation::id)).isEmpty();
    }

    @Test
    void database_shouldBeTheJudge_whereTwoWritersComeAtOnce() throws SQLException {
        Set<String> unique = new TreeSet<>(Fingerprint.query(database, """
                select c.conrelid::regclass || ' ' || string_agg(a.attname, ', ' order by array_position(c.conkey, a.attnum))
                  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
                 where c.contype in ('u', 'x') and c.connamespace = 'public'::regnamespace group by c.oid, c.conrelid"""));

        assertThat(unique).contains("identifier scheme, value", "source url", "occupancy position_id, certain_period",
                "participation event_id, actor_id, role", "signature declaration_id, actor_id, action, date_edtf");
    }

    @Test
    void migrations_shouldMakeTheWholeSchema_onAnEmptyDatabase() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String password = ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class);
        String server = url.substring(0, url.lastIndexOf('/') + 1);
        execute(server + "postgres", "postgres", password, "drop database if exists empty_database");
        execute(server + "postgres", "postgres", password, "create database empty_database owner chancery");
        String empty = server + "empty_database";

        int applied = Flyway.configure().dataSource(empty, "chancery", password).locations("db-migrations").load().migrate().migrationsExecuted;

        assertThat(applied).isGreaterThanOrEqualTo(2);
        validate(empty, password);
        execute(empty, "chancery", password, "select registry_suspend_history('person'); alter table person drop column description");
        assertThatThrownBy(() -> validate(empty, password)).isInstanceOf(SchemaManagementException.class)
                .hasMessageContaining("missing column [description] in table [person]");
        execute(server + "postgres", "postgres", password, "drop database empty_database");
    }

    /** Builds a session factory of the service's entities, which validates the schema. */
    private void validate(String url, String password) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder().applySettings(Map.of(
                "jakarta.persistence.jdbc.url", url, "jakarta.persistence.jdbc.user", "chancery", "jakarta.persistence.jdbc.password", password,
                "hibernate.hbm2ddl.auto", "validate",
                "hibernate.physical_naming_strategy", ConfigProvider.getConfig()
                        .getValue("quarkus.hibernate-orm.physical-naming-strategy", String.class))).build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.getMetamodel().getManagedTypes().forEach(type -> sources.addAnnotatedClass(type.getJavaType()));
            sources.buildMetadata().buildSessionFactory().close();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static void execute(String url, String user, String password, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
