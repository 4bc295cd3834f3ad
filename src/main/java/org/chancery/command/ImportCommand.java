package org.chancery.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.chancery.imports.ImportOptions;
import org.chancery.imports.LocalImports;
import org.chancery.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Imports files as {@code POST /v1/imports} does. One that is interrupted is a job like any other: the service goes on with it when it runs, and writes
 * nothing twice.
 */
@Command(name = "import", description = "Writes the rows of files into the registry, and says what became of them. The status is 1 where a row is refused.")
class ImportCommand implements Callable<Integer> {
    private static final String AUTHOR = "command line";

    private final LocalImports imports;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "One JSON object a line; see the guide “Importing”.")
    private List<Path> paths;

    @Option(names = "--dry-run", description = "Try each row and write nothing.")
    private boolean dryRun;

    @Option(names = "--atomic", description = "All rows of a file or none.")
    private boolean atomic;

    @Option(names = "--use-existing", description = "Pass over rows whose record is there already, by an identifier or its URL.")
    private boolean useExisting;

    @Option(names = "--dataset", description = "Where the rows come from: keys mean the same record in all its files.")
    private String dataset;

    @Option(names = "--comment", description = "Why; kept with each revision.")
    private String comment;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write what became of each row.")
    private Path report;

    ImportCommand(LocalImports imports) {
        this.imports = imports;
    }

    @Override
    public Integer call() throws Exception {
        int refused = 0;
        try (OutputStream reports = report == null ? OutputStream.nullOutputStream() : Files.newOutputStream(report)) {
            for (Path path : paths) {
                UUID id = take(path);
                LocalImports.Progress end = run(path, id);
                imports.report(id, reports);
                say("%s: %s, %d rows: %d created, %d there already, %d valid, %d refused", path, end.state(), end.total(), end.created(), end.existing(), end.valid(),
                        end.refused());
                refused += end.refused();
            }
        }
        return refused == 0 ? 0 : 1;
    }

    private UUID take(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return imports.take(in, new ImportOptions(dryRun, atomic, useExisting, dataset, AUTHOR, comment));
        } catch (ProblemException e) {
            throw new IOException(path + ": " + e.getMessage() + " " + e.errors().stream().map(error -> error.getDetail()).toList(), e);
        }
    }

    private LocalImports.Progress run(Path path, UUID id) throws InterruptedException {
        if (System.console() == null) {
            Consumer<LocalImports.Progress> nobody = progress -> { };
            return imports.run(id, nobody);
        }
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName(path.getFileName().toString()).setUnit(" rows", 1).showSpeed().build()) {
            return imports.run(id, progress -> bar.maxHint(progress.total()).stepTo(progress.processed()));
        }
    }

    private void say(String format, Object... arguments) {
        spec.commandLine().getOut().println(String.format(format, arguments));
    }
}
