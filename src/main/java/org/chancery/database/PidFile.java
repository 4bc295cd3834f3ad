package org.chancery.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code postmaster.pid}: which process serves a data folder, or served it until it was killed. */
final class PidFile {
    /** No system gives a process this number. */
    private static final String NOBODY = "2147483646";
    /** Between the start of the process and the moment that it notes in its file. */
    private static final long START_SECONDS = 60;

    private final Path file;
    private final List<String> lines;

    private PidFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Optional<PidFile> in(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 3 ? Optional.empty() : Optional.of(new PidFile(file, lines));
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        }
    }

    /** Where the server listens; empty as long as it has not written it. */
    Optional<Integer> port() {
        return lines.size() < 4 ? Optional.empty() : Optional.of(Integer.valueOf(lines.get(3).strip()));
    }

    /** Looks at name and start time too: the number of a dead process is given to another one. */
    boolean serverIsRunning() {
        long pid = Long.parseLong(lines.get(0).strip());
        long startedAt = Long.parseLong(lines.get(2).strip());
        return ProcessHandle.of(pid).filter(process -> !isZombie(pid)).map(ProcessHandle::info)
                .filter(info -> info.command().map(command -> command.contains("postgres")).orElse(true))
                .filter(info -> info.startInstant()
                        .map(instant -> Math.abs(instant.getEpochSecond() - startedAt) < START_SECONDS).orElse(true))
                .isPresent();
    }

    /**
     * PostgreSQL does not start as long as any process has the number in the file, be it a zombie or another program.
     * The rest of the file stays: by it PostgreSQL sees whether workers of the dead server still run.
     */
    void declareDead() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, NOBODY);
        Files.write(file, changed);
    }

    /** Dead, but its parent has not asked for its status; a container's first process may never ask. */
    static boolean isZombie(long pid) {
        Path stat = Path.of("/proc/" + pid + "/stat");
        try {
            String text = Files.readString(stat);
            return text.startsWith(" Z", text.lastIndexOf(')') + 1);
        } catch (NoSuchFileException otherSystem) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
