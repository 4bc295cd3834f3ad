package org.chancery.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementTimeoutTest {
    @Inject
    DataSource database;

    @Test
    void statement_shouldEndWithinAMinute() throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
                ResultSet setting = sql.executeQuery("show statement_timeout")) {
            setting.next();

            assertThat(setting.getString(1)).isEqualTo("1min");
        }
    }

    @Test
    void statementThatTookTooLong_shouldBeToldFromOtherFailures() throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("set local statement_timeout = '50ms'");
            Throwable tooLong = catchThrowable(() -> sql.execute("select pg_sleep(30)"));
            connection.rollback();
            Throwable wrong = catchThrowable(() -> sql.execute("select 1 / 0"));
            connection.rollback();

            assertThat(Incidents.wasCancelled(new IllegalStateException(tooLong))).isTrue();
            assertThat(Incidents.wasCancelled(new IllegalStateException(wrong))).isFalse();
        }
    }
}
