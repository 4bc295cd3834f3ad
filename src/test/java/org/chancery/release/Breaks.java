package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Breaks by what is changed, each with the operations it is changed in; a change of a schema has none. */
final class Breaks {
    private final Map<String, Set<String>> operations = new TreeMap<>();

    void add(String what, String operation) {
        operations.computeIfAbsent(what, any -> new TreeSet<>()).add(operation);
    }

    /** A change that a shared parameter or response brings to many operations is one break. */
    void add(Change change) {
        List<String> place = change.place().segments();
        if (place.get(0).equals("paths") && place.size() > 3) {
            add(change.toString(3), SchemaUse.name(place.get(2), place.get(1)));
        } else {
            operations.put(change.toString(0), new TreeSet<>());
        }
    }

    /**
     * The breaks that somebody looked at and found right.
     *
     * @throws IllegalArgumentException if an entry is not {@code {break, in, because}}
     */
    static Breaks reviewed(Path file) {
        Breaks breaks = new Breaks();
        for (JsonNode entry : read(file)) {
            String what = entry.path("break").asText();
            if (what.isBlank() || entry.path("because").asText().isBlank() || breaks.operations.containsKey(what)) {
                throw new IllegalArgumentException("an entry is one break, the operations it is in, and because of what: " + entry);
            }
            breaks.operations.put(what, new TreeSet<>());
            entry.path("in").forEach(operation -> breaks.add(what, operation.asText()));
        }
        return breaks;
    }

    private static JsonNode read(Path file) {
        try {
            return Documents.YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Those that the others do not have, as entries of the list of reviewed breaks. */
    List<String> without(Breaks others) {
        List<String> entries = new ArrayList<>();
        operations.forEach((what, in) -> {
            Set<String> left = new TreeSet<>(in);
            left.removeAll(others.operations.getOrDefault(what, Set.of()));
            if (!left.isEmpty() || in.isEmpty() && !others.operations.containsKey(what)) {
                entries.add("\n- break: '" + what.replace("'", "''") + "'" + (left.isEmpty() ? "" : "\n  in: ['" + String.join("', '", left) + "']")
                        + "\n  because:");
            }
        });
        return entries;
    }

    @Override
    public String toString() {
        return operations.toString();
    }
}
