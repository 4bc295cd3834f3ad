package org.chancery.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder of an embedded PostgreSQL: its data, its password, and the lock of the one process that holds it. */
final class DataFolder {
    private final Path folder;
    private FileChannel channel;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /** PostgreSQL's own folder; complete where it exists. */
    Path data() {
        return folder.resolve("pgdata");
    }

    /** The file with the password of both roles. */
    Path password() {
        return folder.resolve("password");
    }

    /** @throws DatabaseException if another process holds the folder */
    void lock() throws IOException {
        if (!tryLock()) {
            throw new DatabaseException("another Chancery is running on " + folder
                    + ": stop it, or set chancery.database.folder to another folder");
        }
    }

    /** @return false if another process holds the folder */
    boolean tryLock() throws IOException {
        channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    void release() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new DatabaseException("the lock on " + folder + " cannot be released", e);
        }
    }

    String readOrCreatePassword() throws IOException {
        Path file = password();
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    /** Never visible to others, not even while it is written, and never half there. */
    private static void writePrivately(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        FileStore store = Files.getFileStore(file.getParent());
        if (store.supportsFileAttributeView("posix")) {
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws DatabaseException if another major version of PostgreSQL wrote the data */
    void requireVersion(String brought) throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(brought)) {
            throw new DatabaseException(data() + " was written by PostgreSQL " + found + ", this release brings "
                    + brought + ": dump it with the old release, or set chancery.database.folder to another folder");
        }
    }
}
