package org.chancery.importer;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns published tables into files in the import format. Nothing is guessed: what cannot be said with certainty is left out, and counted. */
public final class Converters {
    private Converters() {
    }

    /**
     * The tables of the Office of the Historian of the U.S. Department of State.
     *
     * @param officeholders folder of the tables of Wikidata's officeholders, by which people who were met are resolved; null to resolve nobody
     * @return how many rows were taken, made and refused, and why
     */
    public static String histState(Path folder, Path officeholders, Path output) throws IOException {
        try (Writer out = Files.newBufferedWriter(output)) {
            Conversion to = new Conversion(out);
            new HistState(to).convert(folder);
            new Journeys(to, officeholders == null ? null : Officeholders.read(officeholders).new Index()).convert(folder);
            return to.summary();
        }
    }

    /** Wikidata's heads of state and government, and foreign ministers. */
    public static String officeholders(Path folder, Path output) throws IOException {
        try (Writer out = Files.newBufferedWriter(output)) {
            Conversion to = new Conversion(out);
            Officeholders.read(folder).convert(to);
            return to.summary();
        }
    }
}
