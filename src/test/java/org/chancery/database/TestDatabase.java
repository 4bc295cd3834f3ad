package org.chancery.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every {@code @QuarkusTest} one empty PostgreSQL for the whole run. The service loader finds it, so no test
 * names it. The folder is fixed, so that a run that was killed is cleaned up by the next.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.start(
                new EmbeddedDatabase.Options(TARGET.resolve("test-database"), TARGET, 0, false), System.out::println);
        Map<String, String> settings = new HashMap<>(database.settings());
        // soon told, and soon full
        settings.putAll(Map.of("chancery.changes.poll", "100ms", "chancery.changes.heartbeat", "400ms", "chancery.changes.streams", "40"));
        // to receivers on this machine, by the tests that have some
        settings.putAll(Map.of("chancery.webhooks.send", "false", "chancery.webhooks.http", "true", "chancery.webhooks.private-addresses", "true",
                "chancery.webhooks.poll", "50ms", "chancery.webhooks.timeout", "2s"));
        // only where a test says so; and no file of a gigabyte is needed to be refused
        settings.putAll(Map.of("chancery.imports.work", "false", "chancery.imports.max-size", "3M"));
        return settings;
    }

    @Override
    public void stop() {
        database.close();
    }
}
