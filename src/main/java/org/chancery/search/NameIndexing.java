package org.chancery.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.chancery.record.NameIndex;
import org.jboss.logging.Logger;

/** At start, gives keys to the names of an older database, while requests are answered already. */
@ApplicationScoped
class NameIndexing {
    private static final Logger LOG = Logger.getLogger(NameIndexing.class);

    private final NameIndex names;
    private volatile boolean stopped;
    private Thread work;

    NameIndexing(NameIndex names) {
        this.names = names;
    }

    void atStart(@Observes StartupEvent event) {
        work = new Thread(this::complete, "name-keys");
        work.setDaemon(true);
        work.start();
    }

    private void complete() {
        try {
            int completed = names.complete(() -> stopped);
            if (completed > 0) {
                LOG.infof("the names of %d records can be searched now", completed);
            }
        } catch (RuntimeException e) {
            LOG.error("some names cannot be searched before the next start", e);
        }
    }

    void atStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        work.join();
    }
}
