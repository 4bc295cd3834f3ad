package org.chancery.volume;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Medians of the times that requests take, measured in turns, so that whatever else the machine does meets all of them alike. */
final class Medians {
    /** Turns at least, and for how long of each path there may be more. */
    private static final int LEAST = 11;
    private static final long BUDGET = 3_000_000_000L;

    private Medians() {
    }

    /**
     * Milliseconds by the same names.
     *
     * @param turns fewer where the requests are slow
     */
    static Map<String, Double> of(RunningService service, Map<String, String> paths, int turns) throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        // what the first calls pay for is not theirs: compilation, plans, caches
        long end = System.nanoTime() + BUDGET * paths.size();
        for (int i = -5; i < turns && (i < LEAST || System.nanoTime() < end); i++) {
            for (Map.Entry<String, String> path : paths.entrySet()) {
                double time = service.milliseconds(path.getValue());
                List<Double> known = times.computeIfAbsent(path.getKey(), key -> new ArrayList<>());
                if (i >= 0) {
                    known.add(time);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((name, each) -> medians.put(name, each.stream().sorted().skip(each.size() / 2).findFirst().orElseThrow()));
        return medians;
    }
}
