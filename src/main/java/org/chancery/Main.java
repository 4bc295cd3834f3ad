package org.chancery;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chancery.command.Commands;
import org.chancery.database.DatabaseException;
import org.chancery.database.EmbeddedDatabase;
import org.chancery.security.FirstKey;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Starts the service, or with arguments a command of it, and before it a PostgreSQL of its own where no JDBC URL is configured.
 */
@QuarkusMain
public class Main implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger("org.chancery");
    /** Longer than quarkus.shutdown.timeout: requests are given their time first. */
    private static final long STOP_SECONDS = 60;

    private final Commands commands;
    private final FirstKey firstKey;

    Main(Commands commands, FirstKey firstKey) {
        this.commands = commands;
        this.firstKey = firstKey;
    }

    /**
     * The program.
     *
     * @param args a command; none starts the service, whose configuration is read wherever Quarkus reads it
     */
    public static void main(String... args) {
        boolean command = args.length > 0;
        CountDownLatch stopped = new CountDownLatch(1);
        if (command) {
            // quiet, without a port, and without work that belongs to the service
            Map.of("quarkus.http.host-enabled", "false", "quarkus.log.console.level", "WARN", "chancery.starter.load", "false",
                    "chancery.command", "true").forEach(System::setProperty);
        }
        try {
            startDatabaseUnlessConfigured(command, stopped);
        } catch (DatabaseException | IllegalArgumentException e) {
            System.err.println("chancery: " + e.getMessage());
            System.exit(1);
        }
        // Vert.x answers a malformed URL with an empty 400 before any route; RequestGate says what is wrong
        System.setProperty("vertx.disableURIValidation", "true");
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            // set as the default, not given to run: only then Quarkus logs why it does not start
            ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
                stopped.countDown();
                System.exit(code);
            });
        }
        try {
            Quarkus.run(Main.class, args);
        } finally {
            stopped.countDown();
        }
    }

    @Override
    public int run(String... args) throws Exception {
        if (args.length > 0) {
            return commands.execute(args);
        }
        firstKey.print();
        LOG.infof("ready at http://localhost:%s/docs", ConfigProvider.getConfig().getValue("quarkus.http.port", String.class));
        Quarkus.waitForExit();
        return 0;
    }

    private static void startDatabaseUnlessConfigured(boolean command, CountDownLatch serviceStopped) {
        // a configuration of its own: Quarkus makes the final one only when it starts
        Config config = ConfigUtils.configBuilder().build();
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            return;
        }
        Path folder = Path.of(config.getValue("chancery.database.folder", String.class));
        Optional<Map<String, String>> running = command ? EmbeddedDatabase.running(folder) : Optional.empty();
        if (running.isPresent()) {
            running.get().forEach(System::setProperty);
            return;
        }
        int port = config.getValue("chancery.database.port", Integer.class);
        // the log starts with Quarkus, and whoever waits wants to know at once
        EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedDatabase.Options.in(folder, port),
                step -> System.err.println("chancery: " + step));
        database.settings().forEach(System::setProperty);
        LOG.infof("no JDBC URL is configured: using the embedded %s", database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterService(database, serviceStopped), "database"));
    }

    /** Shutdown hooks run at once: this one waits until Quarkus has answered its last request and closed the pool. */
    private static void stopAfterService(EmbeddedDatabase database, CountDownLatch serviceStopped) {
        try {
            serviceStopped.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
        System.err.println("chancery: the embedded PostgreSQL has stopped");
    }
}
