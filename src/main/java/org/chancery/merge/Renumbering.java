package org.chancery.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the items of lists stand after some were added or taken away. */
final class Renumbering {
    private final Map<String, List<Integer>> places = new HashMap<>();

    /** @param moved where the item at each place stands now; null for one that is gone */
    void put(String list, List<Integer> moved) {
        places.put(list, moved);
    }

    /** The JSON Pointer to the same as before; null for what is gone. */
    String moved(String pointer) {
        String[] steps = pointer.split("/", 4);
        if (steps.length < 3 || !places.containsKey(steps[1]) || !steps[2].matches("[0-9]{1,6}")) {
            return pointer;
        }
        List<Integer> moved = places.get(steps[1]);
        int place = Integer.parseInt(steps[2]);
        if (place >= moved.size() || moved.get(place) == null) {
            return null;
        }
        return "/" + steps[1] + "/" + moved.get(place) + (steps.length == 4 ? "/" + steps[3] : "");
    }
}
