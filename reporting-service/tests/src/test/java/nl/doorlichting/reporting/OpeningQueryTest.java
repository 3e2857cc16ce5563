package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.statements.OpeningQuery;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class OpeningQueryTest {
    @Inject
    EntityManager entities;

    @Test
    void isSentWithWhatTheConnectionShows() {
        assertTrue(QuarkusTransaction.requiringNew().call(() -> isSentWithRowScope()));
    }

    @Test
    void isSentAloneWhereTheTransactionHasConnection() {
        assertFalse(QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select 1").getSingleResult();
            return isSentWithRowScope();
        }));
    }

    @Test
    void seesTheRowsOfItsCaller() {
        var seen = QuarkusTransaction.requiringNew()
                .call(() -> ask(
                        "select current_user || ' ' || current_setting('statement_timeout') || ' ' || ?"
                                + " || current_setting('doorlichting.organisation')",
                        List.of("of work without a request:")));
        assertEquals("reporting_staff 15s of work without a request:", seen);
    }

    @Test
    void isPartOfTheTransaction() {
        var lock = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals("t", ask("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", List.of(lock)));
            assertEquals(
                    "f",
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    ask("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", List.of(lock))));
        });
        assertEquals(
                "t",
                QuarkusTransaction.requiringNew()
                        .call(() -> ask("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", List.of(lock))));
    }

    @Test
    void oneThatFailsIsNotSentWithTheNext() {
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().call(() -> ask("select 1 / cast(? as integer)", List.of("0"))));
        assertEquals(
                1,
                QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery("select 1").getSingleResult()));
    }

    private boolean isSentWithRowScope() {
        return new OpeningQuery<>(
                        "select 1",
                        List.of(),
                        message -> StackWalker.getInstance()
                                .walk(frames -> frames.anyMatch(
                                        frame -> frame.getClassName().endsWith(".ConnectionIsolation"))))
                .ask(entities);
    }

    private String ask(String sql, List<String> values) {
        return new OpeningQuery<>(sql, values, OpeningQueryTest::text).ask(entities);
    }

    private static String text(PreparedStatement message) throws SQLException {
        var row = message.getResultSet();
        row.next();
        return row.getString(1);
    }
}
