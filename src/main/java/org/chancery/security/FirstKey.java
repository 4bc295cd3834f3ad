package org.chancery.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chancery.record.Author;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The key of whoever tries the service out: the first start on the embedded database makes it and prints it, once. */
@ApplicationScoped
public class FirstKey {
    private static final Logger LOG = Logger.getLogger("org.chancery");

    private final ApiKeyService keys;
    private final boolean embedded;

    FirstKey(ApiKeyService keys, @ConfigProperty(name = "chancery.database.embedded", defaultValue = "false") boolean embedded) {
        this.keys = keys;
        this.embedded = embedded;
    }

    /** Does nothing where there ever was a key, or the database is somebody else's. */
    public void print() throws Exception {
        if (embedded && !keys.isAny()) {
            String key = Author.as("first start", () -> keys.create("first start", List.of(Scope.ADMIN), null));
            LOG.infof("the first API key, which may do everything and is shown only now: %s", key);
        }
    }
}
