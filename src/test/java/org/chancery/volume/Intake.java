package org.chancery.volume;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/** How many rows an import writes a second, as a ratio to {@code COPY} of the same lines into a table of the same database, in turns. */
final class Intake {
    private static final int ROWS = 5_000;
    private static final int TURNS = 3;
    private static final long PAUSE = 50;

    private final LastingDatabase database;

    /** @param database whose server gets another database, which is empty */
    Intake(LastingDatabase database) {
        this.database = database;
    }

    void print() throws IOException, InterruptedException, SQLException {
        String url = database.empty("imports");
        System.out.printf("%n%-28s %10s %12s %8s%n", "import of " + ROWS + " rows", "rows/s", "COPY rows/s", "ratio");
        try (RunningService service = new RunningService(database, url, List.of("-Dchancery.starter.load=false"));
                Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement sql = connection.createStatement()) {
            sql.execute("create table copied (line text)");
            for (int turn = 0; turn <= TURNS; turn++) {
                byte[] lines = lines(turn);
                double imported = imported(service, sql, lines);
                double copied = copied(connection, lines);
                // the first one warms up
                if (turn > 0) {
                    System.out.printf(Locale.ROOT, "%-28s %,10.0f %,12.0f %8.4f%n", "turn " + turn, imported, copied, imported / copied);
                }
            }
        }
    }

    /** Half people, half offices that they hold; a state for all. */
    private static byte[] lines(int turn) {
        StringBuilder lines = new StringBuilder("{\"recordType\":\"state\",\"key\":\"s\",\"record\":" + named("State", turn, 0) + "}}\n");
        for (int i = 1; i < ROWS; i += 3) {
            lines.append("{\"recordType\":\"person\",\"key\":\"p").append(i).append("\",\"record\":").append(named("Person", turn, i)).append("}}\n");
            lines.append("{\"recordType\":\"position\",\"key\":\"o").append(i).append("\",\"record\":").append(named("Office", turn, i))
                    .append(",\"actorId\":{\"key\":\"s\"}}}\n");
            lines.append("{\"recordType\":\"occupancy\",\"record\":{\"personId\":{\"key\":\"p").append(i).append("\"},\"positionId\":{\"key\":\"o").append(i)
                    .append("\"},\"start\":\"2001\"}}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String named(String word, int turn, int number) {
        return "{\"names\":[{\"value\":\"" + word + " " + Integer.toString(turn * ROWS + number + 1_000_000, 36) + "\",\"lang\":\"en\",\"kind\":\"common\"}]";
    }

    private static double imported(RunningService service, Statement sql, byte[] lines) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        String job = "select created_rows, total_rows, finished_at is not null from import_job where id = '"
                + service.send("/imports", lines).get("id").textValue() + "'";
        int created = 0;
        for (boolean finished = false; !finished;) {
            Thread.sleep(PAUSE);
            try (ResultSet row = sql.executeQuery(job)) {
                row.next();
                created = row.getInt(1);
                finished = row.getBoolean(3);
                if (finished && created != row.getInt(2)) {
                    throw new IllegalStateException("not all rows were created");
                }
            }
        }
        return created / ((System.nanoTime() - start) / 1e9);
    }

    private static double copied(Connection connection, byte[] lines) throws SQLException, IOException {
        long start = System.nanoTime();
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied (line) from stdin with (format csv, delimiter e'\\x01', quote e'\\x02')",
                new ByteArrayInputStream(lines));
        return rows / ((System.nanoTime() - start) / 1e9);
    }
}
