package org.chancery.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What page 1,000 of each list costs against its first page, in each of its orders. */
final class Depths {
    private static final int DEPTH = 1_000;
    private static final int LARGEST_PAGE = 20;
    private static final int STEP = 200;
    private static final int TURNS = 201;

    private final RunningService service;
    private final Samples samples;
    private final List<String> only;
    private double worst;
    private String worstList = "none";

    /** @param only the paths of the lists that are measured; empty for all */
    Depths(RunningService service, Samples samples, List<String> only) {
        this.service = service;
        this.samples = samples;
        this.only = only;
    }

    void print() throws IOException, InterruptedException {
        System.out.printf("%n%-62s %6s %6s %9s %9s %6s%n", "list", "limit", "page", "first ms", "deep ms", "ratio");
        for (Map.Entry<String, List<String>> list : lists().entrySet()) {
            for (String sort : list.getValue()) {
                print(samples.fill(list.getKey()), sort);
                if (list.getKey().equals("/events")) {
                    print("/events?participantId=" + samples.id("states", 0), sort);
                }
            }
        }
        System.out.printf(Locale.ROOT, "worst ratio %.2f: %s%n", worst, worstList);
    }

    /** Lists in JSON by their paths, with the orders that the contract offers. */
    private Map<String, List<String>> lists() throws IOException, InterruptedException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        service.contract().get("paths").fields().forEachRemaining(path -> {
            List<String> sorts = new ArrayList<>();
            boolean paged = false;
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                JsonNode known = resolved(parameter);
                paged |= known.path("name").asText().equals("cursor");
                if (known.path("name").asText().equals("sort")) {
                    known.at("/schema/items/enum").forEach(sort -> sorts.add("&sort=" + sort.textValue()));
                    known.at("/schema/enum").forEach(sort -> sorts.add("&sort=" + sort.textValue()));
                }
            }
            // a stream has no pages, and the parts of parts of records are few
            boolean json = path.getValue().at("/get/responses/200/content").has("application/json");
            boolean open = path.getValue().at("/get/x-scopes").isEmpty();
            boolean asked = only.isEmpty() || only.contains(path.getKey());
            if (asked && paged && json && open && path.getKey().split("[{]").length <= 2 && samples.has(path.getKey())) {
                lists.put(path.getKey(), sorts.isEmpty() ? List.of("") : sorts);
            }
        });
        return lists;
    }

    private JsonNode document;

    private JsonNode resolved(JsonNode parameter) {
        try {
            document = document == null ? service.contract() : document;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return parameter.has("$ref") ? document.at(parameter.get("$ref").textValue().substring(1)) : parameter;
    }

    private void print(String path, String sort) throws IOException, InterruptedException {
        String list = path + (path.contains("?") ? "" : "?") + sort;
        // a list that is shorter than a thousand pages of this size has smaller pages; one that is shorter than a thousand rows, fewer
        List<String> cursors = new ArrayList<>();
        JsonNode page = service.get(list + "&limit=" + STEP);
        int rows = page.get("items").size();
        while (page.has("nextCursor") && rows < DEPTH * LARGEST_PAGE) {
            cursors.add(page.get("nextCursor").textValue());
            page = service.get(list + "&limit=" + STEP + "&cursor=" + cursors.get(cursors.size() - 1));
            rows += page.get("items").size();
        }
        int limit = Math.max(1, Math.min(LARGEST_PAGE, rows / DEPTH));
        int depth = Math.min(DEPTH, rows / limit) - 1;
        if (depth < 1) {
            System.out.printf("%-62s %d rows%n", samples.shorten(list), rows);
            return;
        }
        int behind = depth * limit;
        String cursor = behind < STEP ? null : cursors.get(behind / STEP - 1);
        if (behind % STEP > 0) {
            cursor = service.get(list + "&limit=" + behind % STEP + (cursor == null ? "" : "&cursor=" + cursor)).get("nextCursor").textValue();
        }
        Map<String, Double> medians = Medians.of(service, Map.of("first", list + "&limit=" + limit, "deep", list + "&limit=" + limit + "&cursor=" + cursor),
                TURNS);
        double ratio = medians.get("deep") / medians.get("first");
        System.out.printf(Locale.ROOT, "%-62s %6d %6d %9.2f %9.2f %6.2f%n", samples.shorten(list), limit, depth + 1, medians.get("first"),
                medians.get("deep"), ratio);
        if (ratio > worst) {
            worst = ratio;
            worstList = samples.shorten(list);
        }
    }
}
