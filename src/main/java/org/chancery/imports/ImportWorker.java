package org.chancery.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Works on imports in the background, one step after the other; instances share the work, and what one leaves the others take up. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration CLEANING = Duration.ofHours(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final ImportRunner runner;
    private final ImportFiles files;
    private final ImportSettings settings;
    private final Clock clock;
    private final boolean command;
    private volatile boolean stopped;
    private Thread work;

    ImportWorker(ImportRunner runner, ImportFiles files, ImportSettings settings, Clock clock,
            @ConfigProperty(name = "chancery.command", defaultValue = "false") boolean command) {
        this.runner = runner;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.command = command;
    }

    void atStart(@Observes StartupEvent event) {
        if (settings.work() && !command) {
            work = new Thread(this::loop, "imports");
            work.setDaemon(true);
            work.start();
        }
    }

    /** There is something to do. */
    synchronized void wake() {
        notifyAll();
    }

    private void loop() {
        Instant cleaned = Instant.MIN;
        while (!stopped) {
            try {
                if (!runner.step(null)) {
                    if (cleaned.isBefore(clock.instant().minus(CLEANING))) {
                        cleaned = clock.instant();
                        files.forgetBefore(cleaned.minus(settings.retention()));
                    }
                    pause(settings.poll());
                }
            } catch (RuntimeException e) {
                LOG.error("An import could not go on; it is tried again", e);
                pause(AFTER_FAILURE);
            }
        }
    }

    private synchronized void pause(Duration time) {
        try {
            if (!stopped) {
                wait(time.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    void atStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (work != null) {
            wake();
            // what it is at is undone if it takes longer, and taken up again
            work.join(LAST_STEP.toMillis());
        }
    }
}
