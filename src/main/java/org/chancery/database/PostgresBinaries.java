package org.chancery.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked from the class path. */
final class PostgresBinaries {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    /** {@code nobody}, whom PostgreSQL runs as where it would refuse to run as root. */
    private static final int NOBODY = 65534;

    private final Path home;
    private final List<String> prefix;

    private PostgresBinaries(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** The version that this release brings, such as {@code 18.6}. */
    static String version() {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgresql.version")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().replaceFirst("\\.0$", "");
        } catch (IOException e) {
            throw new DatabaseException("the version of PostgreSQL cannot be read", e);
        }
    }

    /** Unpacks into a folder of that version under {@code parent}, unless an earlier start did. */
    static PostgresBinaries unpack(Path parent, Consumer<String> progress) throws IOException, InterruptedException {
        Path home = parent.resolve("postgresql-" + version());
        if (!Files.isDirectory(home)) {
            progress.accept("unpacking PostgreSQL " + version());
            Path unfinished = parent.resolve(home.getFileName() + ".unfinished");
            FileTree.delete(unfinished);
            unpackTo(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home, asWhom());
    }

    /** The processes of PostgreSQL run as another user than this one. */
    boolean needsOwnFolder() {
        return !prefix.isEmpty() && prefix.get(0).equals("setpriv");
    }

    void giveAway(Path folder) throws IOException {
        Files.setAttribute(folder, "unix:uid", NOBODY);
        Files.setAttribute(folder, "unix:gid", NOBODY);
    }

    record Result(int status, String output) {}

    Result run(Path output, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program + (WINDOWS ? ".exe" : "")).toString());
        command.addAll(List.of(arguments));
        // into a file, not a pipe: the server that pg_ctl leaves behind would keep a pipe open
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        int status = builder.start().waitFor();
        return new Result(status, Files.readString(output, StandardCharsets.UTF_8).strip());
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, with root's files; where
     * the kernel or a container forbids that, it becomes nobody and keeps only the right to pass closed folders.
     */
    private static List<String> asWhom() throws IOException, InterruptedException {
        Path self = Path.of("/proc/self");
        if (!Files.exists(self) || !Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))) {
            return List.of();
        }
        List<List<String>> ways = List.of(
                List.of("unshare", "-U"),
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
                        "--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        for (List<String> way : ways) {
            if (works(way)) {
                return way;
            }
        }
        throw new DatabaseException("PostgreSQL does not run as root, and neither unshare nor setpriv works here: "
                + "start the service as another user, or configure quarkus.datasource.jdbc.url");
    }

    private static boolean works(List<String> way) throws InterruptedException {
        List<String> command = new ArrayList<>(way);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = WINDOWS ? "windows" : system.startsWith("mac") ? "darwin" : system;
        String arch = System.getProperty("os.arch");
        // Windows on ARM runs the programs for x86
        boolean arm = arch.equals("aarch64") && !WINDOWS;
        return "/postgres-" + name + "-" + (arm ? "arm_64" : arch.equals("amd64") || WINDOWS ? "x86_64" : arch) + ".txz";
    }

    private static void unpackTo(Path folder) throws IOException {
        String archive = archive();
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new DatabaseException("this build brings no PostgreSQL for this system (" + archive
                        + "): configure quarkus.datasource.jdbc.url");
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpackEntry(folder, entry, tar);
                }
            }
        }
    }

    private static void unpackEntry(Path folder, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside of the archive's folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(folder.resolve(entry.getLinkName()), target);
        } else {
            Files.copy(content, target);
            if (!WINDOWS) {
                boolean program = (entry.getMode() & 0100) != 0;
                Set<PosixFilePermission> mode = PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--");
                Files.setPosixFilePermissions(target, mode);
            }
        }
    }
}
