package org.chancery.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.fixture.Api;
import org.chancery.fixture.Json;
import org.chancery.fixture.Volume;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plans of the statements that requests lead to, with the parameters that they had and the rows that each step met. */
final class Plans {
    private static final Pattern PLAN = Pattern.compile("ms {2}plan:\n(\t\\{\n.*?\n\t\\})\n", Pattern.DOTALL);
    private static final Set<String> LARGE = Set.of("record", "event", "event_actor", "meeting", "summit", "declaration", "participation", "citation", "name",
            "signature", "commitment", "person", "occupancy", "membership", "source", "name_key");
    private static Path log;

    private Plans() {
    }

    /** PostgreSQL's own auto_explain writes each plan into the server's log, once for all sessions of the service from now on. */
    static synchronized void listen() throws SQLException {
        if (log != null) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(setting("jdbc.url"), "postgres", setting("password"));
                Statement sql = connection.createStatement()) {
            sql.execute("load 'auto_explain'");
            for (String parameter : List.of("session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0", "auto_explain.log_analyze = on",
                    "auto_explain.log_timing = off", "auto_explain.log_format = 'json'")) {
                sql.execute("alter role " + setting("username") + " set " + parameter);
            }
            log = Path.of(Samples.strings(sql, "show data_directory").get(0)).resolveSibling("postgresql.log");
        }
        Arc.container().instance(AgroalDataSource.class).get().flush(AgroalDataSource.FlushMode.ALL);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    /** In the order of the statements. */
    static List<JsonNode> of(Runnable request) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = file.length();
            request.run();
            byte[] written = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(written);
            List<JsonNode> plans = new ArrayList<>();
            Matcher plan = PLAN.matcher(new String(written, StandardCharsets.UTF_8));
            while (plan.find()) {
                plans.add(Json.read(plan.group(1)));
            }
            return plans;
        }
    }

    /** Rows that a step of a plan read, whether it kept them or not. */
    static long read(JsonNode node) {
        long each = node.path("Actual Rows").asLong() + node.path("Rows Removed by Filter").asLong() + node.path("Rows Removed by Join Filter").asLong()
                + node.path("Rows Removed by Index Recheck").asLong();
        return each * Math.max(1, node.path("Actual Loops").asLong());
    }

    /** The plans of a request, after a look that no step of any reads more rows than this, nor a large table from end to end. */
    static List<JsonNode> assertBounded(String request, long bound) throws IOException {
        List<JsonNode> plans = of(() -> assertThat(Api.fetch(request).statusCode()).isEqualTo(200));
        assertThat(plans).isNotEmpty();
        for (JsonNode plan : plans) {
            for (JsonNode node : Volume.nodes(plan.get("Plan"))) {
                boolean whole = node.path("Node Type").asText().equals("Seq Scan") && LARGE.contains(node.path("Relation Name").asText());
                assertThat(!whole && read(node) <= bound).as(() -> "read " + read(node) + " rows in\n" + text(plan)).isTrue();
            }
        }
        return plans;
    }

    private static String text(JsonNode explained) {
        return explained.get("Query Text").asText() + "\n" + Volume.nodes(explained.get("Plan")).stream().map(node ->
                Stream.of("Node Type", "Relation Name", "Index Name", "Index Cond", "Filter", "Rows Removed by Filter", "Actual Rows", "Actual Loops")
                        .filter(node::has).map(member -> node.get(member).asText()).collect(Collectors.joining(" "))).collect(Collectors.joining("\n"));
    }
}
