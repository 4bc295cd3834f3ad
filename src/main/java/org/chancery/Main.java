package org.chancery;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import org.chancery.database.EmbeddedDatabase;

@QuarkusMain
public class Main {
    public static void main(String... args) throws IOException {
        if (System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null
                && System.getProperty("quarkus.datasource.jdbc.url") == null) {
            EmbeddedDatabase.start(Path.of("data")).settings().forEach(System::setProperty);
        }
        // Vert.x answers a malformed URL with an empty 400 before any route; RequestGate says what is wrong
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
