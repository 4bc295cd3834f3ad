package org.chancery.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The documents of two records of one thing as one, and apart again. Lists are joined, what both have standing in them once. Of single
 * members the survivor's stays; where it has none it gets the other's, except what says something of another member that differs.
 */
final class MergedDocument {
    /** Members that only mean something beside another one. */
    private static final Map<String, String> BESIDE = Map.of("end", "start", "daySequence", "start", "ordinal", "seriesId",
            "representedByLeaders", "countriesReported");
    private static final String CITATIONS = "citations";

    private MergedDocument() {
    }

    /** @param gone the document of the one that goes; it has nothing that refers to the survivor */
    static ObjectNode of(ObjectNode kept, ObjectNode gone) {
        ObjectNode merged = kept.deepCopy();
        Renumbering places = new Renumbering();
        gone.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (name.equals(CITATIONS)) {
                return;
            }
            if (value instanceof ArrayNode array) {
                places.put(name, join(merged.withArray("/" + name), array, languages(kept)));
            } else if (!kept.has(name) && !differs(BESIDE.get(name), kept, gone)) {
                merged.set(name, value.deepCopy());
            } else if (kept.get(name) instanceof ObjectNode mine && value instanceof ObjectNode other && agree(mine, other)) {
                merged.set(name, mine.deepCopy().setAll(of(mine, other)));
            }
        });
        gone.path(CITATIONS).forEach(citation -> merged.withArray("/" + CITATIONS)
                .add(cite((ObjectNode) citation, gone, merged, places)));
        return merged;
    }

    private static boolean differs(String beside, ObjectNode kept, ObjectNode gone) {
        if (beside == null || !kept.has(beside)) {
            return false;
        }
        return kept.get(beside) instanceof ObjectNode mine && gone.get(beside) instanceof ObjectNode other ? !agree(mine, other)
                : !kept.get(beside).equals(gone.get(beside));
    }

    /** No member that both have differs. */
    private static boolean agree(ObjectNode mine, ObjectNode other) {
        return other.properties().stream().allMatch(member -> !mine.has(member.getKey()) || mine.get(member.getKey()).equals(member.getValue()));
    }

    /** Languages in which a record has a name that is shown: there it needs no other one for display. */
    private static Set<String> languages(ObjectNode document) {
        Set<String> languages = new HashSet<>();
        document.path("names").forEach(name -> languages.add(name.path("lang").asText()));
        return languages;
    }

    /** @return where each of the added stands now */
    private static List<Integer> join(ArrayNode list, ArrayNode added, Set<String> named) {
        List<Integer> places = new ArrayList<>();
        for (JsonNode item : added) {
            int place = indexOf(list, item);
            if (place < 0) {
                place = list.size();
                list.add(item.has("display") && named.contains(item.path("lang").asText()) ? undisplayed(item) : item.deepCopy());
            }
            places.add(place);
        }
        return places;
    }

    private static int indexOf(ArrayNode list, JsonNode item) {
        for (int i = 0; i < list.size(); i++) {
            if (undisplayed(list.get(i)).equals(undisplayed(item))) {
                return i;
            }
        }
        return -1;
    }

    /** A name, whether or not it is the one that is shown. */
    private static JsonNode undisplayed(JsonNode item) {
        return item.has("display") ? ((ObjectNode) item.deepCopy()).without("display") : item;
    }

    /** A citation of what did not come along says nothing of what the survivor has there: it mentions the record. */
    private static ObjectNode cite(ObjectNode citation, ObjectNode gone, ObjectNode merged, Renumbering places) {
        String field = citation.path("field").asText();
        String moved = places.moved(field);
        boolean same = !field.isEmpty() && moved != null
                && (merged.at(moved).isArray() || undisplayed(merged.at(moved)).equals(undisplayed(gone.at(field))));
        ObjectNode copy = citation.deepCopy();
        return field.isEmpty() ? copy : same ? copy.put("field", moved) : mention(copy);
    }

    private static ObjectNode mention(ObjectNode citation) {
        citation.remove("field");
        return citation.put("stance", "mentions");
    }

    /**
     * The survivor without what it got.
     *
     * @param now the document as it is
     * @param before as it was before the merge
     * @param merged as the merge left it
     * @param others documents of other records that were merged into it and stay so: what they have as well stays
     */
    static ObjectNode without(ObjectNode now, ObjectNode before, ObjectNode merged, List<ObjectNode> others) {
        ObjectNode rest = now.deepCopy();
        Renumbering places = new Renumbering();
        merged.properties().forEach(member -> {
            String name = member.getKey();
            if (member.getValue() instanceof ArrayNode array) {
                places.put(name, take(rest, name, added(array, before.path(name), others, name)));
            } else if (!member.getValue().equals(before.get(name)) && member.getValue().equals(now.get(name))) {
                rest.set(name, others.stream().map(other -> other.get(name)).filter(Objects::nonNull).findFirst().orElse(before.get(name)));
                if (rest.get(name).isNull()) {
                    rest.remove(name);
                }
            }
        });
        rest.path(CITATIONS).forEach(citation -> renumber((ObjectNode) citation, places));
        return rest;
    }

    private static List<JsonNode> added(ArrayNode merged, JsonNode before, List<ObjectNode> others, String name) {
        List<JsonNode> added = new ArrayList<>();
        for (int i = before.size(); i < merged.size(); i++) {
            JsonNode item = merged.get(i);
            if (others.stream().noneMatch(other -> other.path(name) instanceof ArrayNode list && indexOf(list, item) >= 0)) {
                added.add(item);
            }
        }
        return added;
    }

    /** @return where each of the items of before stands now; null for those that are taken */
    private static List<Integer> take(ObjectNode document, String name, List<JsonNode> taken) {
        ArrayNode list = document.withArray("/" + name);
        List<JsonNode> open = new ArrayList<>(taken);
        List<Integer> places = new ArrayList<>();
        ArrayNode left = list.arrayNode();
        list.forEach(item -> {
            if (open.remove(item)) {
                places.add(null);
            } else {
                places.add(left.size());
                left.add(item);
            }
        });
        document.set(name, left);
        return places;
    }

    private static void renumber(ObjectNode citation, Renumbering places) {
        String field = citation.path("field").asText();
        if (!field.isEmpty()) {
            String moved = places.moved(field);
            if (moved == null) {
                mention(citation);
            } else {
                citation.put("field", moved);
            }
        }
    }
}
