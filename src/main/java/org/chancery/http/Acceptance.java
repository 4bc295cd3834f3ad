package org.chancery.http;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a client accepts (RFC 9110, 12.5.1). */
record Acceptance(List<MediaType> ranges) {

    /**
     * The main format, unless the client prefers another one: of equal ones the main one, then the first. Null if it accepts none.
     *
     * @param others by media type
     */
    String choose(String main, Map<String, String> others) {
        String best = weight(main) > 0 ? main : null;
        for (String other : others.keySet()) {
            if (weight(other) > (best == null ? 0 : weight(best))) {
                best = other;
            }
        }
        return best;
    }

    /** The weight of the most specific range that it falls into; 0 if it falls into none. */
    double weight(String mediaType) {
        MediaType type = MediaType.valueOf(mediaType);
        return ranges.stream().filter(range -> range.isCompatible(type)).max(Comparator.comparingInt(Acceptance::specificity)
                .thenComparingDouble(Acceptance::quality)).map(Acceptance::quality).orElse(0.0);
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static double quality(MediaType range) {
        try {
            return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
