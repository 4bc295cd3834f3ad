package org.chancery.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL of one's own. */
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static EmbeddedDatabase start(Path folder) throws IOException {
        return new EmbeddedDatabase(EmbeddedPostgres.builder()
                .setDataDirectory(folder).setCleanDataDirectory(false).start());
    }

    /** What Quarkus has to know to use it. */
    public Map<String, String> settings() {
        return Map.of("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
