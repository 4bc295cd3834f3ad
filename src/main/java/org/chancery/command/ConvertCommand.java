package org.chancery.command;

import java.io.IOException;
import java.nio.file.Path;
import org.chancery.importer.Converters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns published tables into files for {@code import}; the guide “Importing” says which fact becomes what. */
@Command(name = "convert", description = "Turns published tables into a file for import, and says how many rows were taken, made and refused, and why.")
class ConvertCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "hist-state", description = "People, missions, visits and travels of the Office of the Historian of the U.S. Department of State.")
    int histState(@Parameters(paramLabel = "FOLDER", description = "With the tables.") Path folder,
            @Option(names = "--officeholders", paramLabel = "FOLDER", description = "The tables of wikidata-officeholders, by which whoever was met is found.") Path officeholders,
            @Option(names = "--output", required = true, paramLabel = "FILE", description = "What to write.") Path output) throws IOException {
        return said(Converters.histState(folder, officeholders, output));
    }

    @Command(name = "wikidata-officeholders", description = "Heads of state and government and foreign ministers from Wikidata.")
    int officeholders(@Parameters(paramLabel = "FOLDER", description = "With the tables.") Path folder,
            @Option(names = "--output", required = true, paramLabel = "FILE", description = "What to write.") Path output) throws IOException {
        return said(Converters.officeholders(folder, output));
    }

    private int said(String summary) {
        spec.commandLine().getOut().print(summary);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
