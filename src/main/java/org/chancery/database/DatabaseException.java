package org.chancery.database;

/** Why the embedded database does not start, in words for whoever started the service. */
public final class DatabaseException extends RuntimeException {
    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
