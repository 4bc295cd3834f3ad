package org.chancery.volume;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures the packaged service among 12,000 people, 250 states and 200,000 events, which it makes once and keeps in
 * {@code target/volume}. Arguments: {@code depth}, {@code latency}, {@code soak}, {@code imports}; without any, all.
 * Paths of the contract, such as {@code /people/{id}/timeline}, behind {@code depth}: only these lists.
 */
public final class Benchmark {
    private Benchmark() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        List<String> asked = arguments.length == 0 ? List.of("depth", "latency", "soak", "imports") : List.of(arguments);
        if (asked.contains("imports")) {
            try (LastingDatabase database = new LastingDatabase("intake")) {
                new Intake(database).print();
            }
        }
        if (!asked.equals(List.of("imports"))) {
            measure(asked);
        }
    }

    private static void measure(List<String> asked) throws IOException, InterruptedException, SQLException {
        try (LastingDatabase database = new LastingDatabase(Generator.Size.LARGE)) {
            if (asked.contains("depth") || asked.contains("latency")) {
                Samples samples;
                try (Connection connection = database.connect()) {
                    samples = new Samples(connection);
                }
                try (RunningService service = new RunningService(database)) {
                    if (asked.contains("latency")) {
                        new Latencies(service, samples).print();
                    }
                    if (asked.contains("depth")) {
                        new Depths(service, samples, asked.stream().filter(each -> each.startsWith("/")).toList()).print();
                    }
                }
            }
            if (asked.contains("soak")) {
                new Soak(database).print();
            }
        }
    }
}
