package org.chancery.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people spell whom the starter data have, each of which must be found first whatever else there is. */
public final class Spellings {
    /** By names of the starter data. */
    public static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("person:volodymyr-zelensky", List.of("Zelensky", "Zelenskyy", "Zelenskii", "Zelenski", "Zelensk", "zelenskiy volodymyr", "Зеленський",
                "Зеленского", "Зеленським"));
        ALL.put("person:emmanuel-macron", List.of("Macron", "Макрон", "Макроном"));
        ALL.put("person:alexus-grynkewich", List.of("Grynkewich", "Гринкевич"));
        ALL.put("person:steve-witkoff", List.of("Witkoff", "Віткофф"));
        ALL.put("organization:coalition-of-the-willing", List.of("Coaliția Voluntarilor", "Coaliţia voluntarilor", "коаліція охочих", "коаліція рішучих",
                "coalition of the willing"));
    }

    private Spellings() {
    }
}
