package org.chancery.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.release.BreakRules.Direction;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * What a contract breaks of an earlier one, seen by two: openapi-diff, which knows operations, and a comparison of all leaves,
 * which knows names, words and bounds.
 */
final class Comparison {
    private final JsonNode earlier;
    private final JsonNode later;
    private final SchemaUse usedEarlier;
    private final SchemaUse usedLater;
    private final ObjectNode earlierTree;
    private final ObjectNode laterTree;

    Comparison(JsonNode earlier, JsonNode later) {
        this.earlier = earlier;
        this.later = later;
        earlierTree = ContractTree.of(earlier);
        laterTree = ContractTree.of(later);
        usedEarlier = new SchemaUse(earlierTree);
        usedLater = new SchemaUse(laterTree);
    }

    /** All breaks; what both see is said once. */
    Breaks breaks() {
        Breaks breaks = new Breaks();
        Set<String> explained = new TreeSet<>();
        for (Change change : leafBreaks()) {
            explained.addAll(operations(change));
            breaks.add(change);
        }
        operationBreaks().stream().filter(operation -> !explained.contains(operation)).forEach(operation -> breaks.add("openapi-diff", operation));
        return breaks;
    }

    List<Change> leafBreaks() {
        return Change.between(earlierTree, laterTree).stream().filter(change -> BreakRules.breaks(change, directions(change))).toList();
    }

    /** The operations that openapi-diff finds broken, as "GET /people". */
    Set<String> operationBreaks() {
        ChangedOpenApi diff = OpenApiCompare.fromContents(earlier.toString(), later.toString());
        Set<String> operations = new TreeSet<>();
        diff.getMissingEndpoints().forEach(endpoint -> operations.add(SchemaUse.name(endpoint.getMethod().name(), endpoint.getPathUrl())));
        diff.getChangedOperations().stream().filter(operation -> operation.isIncompatible())
                .forEach(operation -> operations.add(SchemaUse.name(operation.getHttpMethod().name(), operation.getPathUrl())));
        if (diff.isIncompatible() && operations.isEmpty()) {
            operations.add("the document");
        }
        return operations;
    }

    /** What nobody uses is taken for used in both directions. */
    private Set<Direction> directions(Change change) {
        List<String> place = change.place().segments();
        Set<Direction> found = EnumSet.noneOf(Direction.class);
        if (isSchema(place)) {
            found.addAll(usedEarlier.directions(place.get(2)));
            found.addAll(usedLater.directions(place.get(2)));
        } else if (place.get(0).equals("paths") && place.size() > 3) {
            found.add(place.get(3).equals("responses") ? Direction.RESPONSE : Direction.REQUEST);
        }
        return found.isEmpty() ? EnumSet.allOf(Direction.class) : found;
    }

    private Set<String> operations(Change change) {
        List<String> place = change.place().segments();
        Set<String> found = new TreeSet<>();
        if (isSchema(place)) {
            found.addAll(usedEarlier.operations(place.get(2)));
            found.addAll(usedLater.operations(place.get(2)));
        } else if (place.get(0).equals("paths")) {
            Stream<String> methods = place.size() > 2 ? Stream.of(place.get(2)) : ContractTree.METHODS.stream();
            methods.forEach(method -> found.add(SchemaUse.name(method, place.get(1))));
        }
        return found;
    }

    private static boolean isSchema(List<String> place) {
        return place.size() > 2 && place.get(1).equals("schemas");
    }
}
