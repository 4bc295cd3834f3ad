package org.chancery.occupancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What the service works out of citations when one occupancy or membership is written, for all at once. */
public final class AllAttestations {
    private AllAttestations() {
    }

    public static void derive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Attestations.ATTEST.formatted("occupancy", "true"));
            statement.execute(Attestations.ATTEST.formatted("membership", "true"));
            statement.execute(Attestations.SUPERSEDE.replace(":positions", "array(select id from position)"));
        }
    }
}
