package org.chancery.volume;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.chancery.fixture.Clones;
import org.chancery.fixture.TestClock;
import org.chancery.verify.StarterDatabase;

/** A service of its own on a database of its own, which {@link #fill} fills beside the starter data once for all tests that use it. */
public class VolumeProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(StarterDatabase.KEPT, "true");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TestClock.class);
    }

    /** Before each test: the first one makes the records. */
    static void fill() throws SQLException {
        try (Connection connection = Clones.connect(); Statement sql = connection.createStatement()) {
            ResultSet found = sql.executeQuery("select count(*) from event");
            found.next();
            if (found.getInt(1) < Generator.Size.LARGE.events()) {
                Generator.fill(connection, Generator.Size.LARGE);
            }
        }
    }
}
