package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.doorlichting.platform.statements.ClosingStatements;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class ClosingStatementsTest {
    private static final String INSERT =
            "insert into idempotency_key (caller, path, key, body_hash, status, body) values (?, ?, ?, '', ?, '')";

    private final String caller = UUID.randomUUID().toString();

    @Inject
    ClosingStatements closing;

    @Inject
    EntityManager entities;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void storesAllBeforeTheCommit() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> {
            add("first", 201);
            add("second", 200);
            assertEquals(0L, stored());
        });
        assertEquals(List.of("first 201", "second 200"), rows());
    }

    @Test
    void storesEachOnceWhenTheyAreSentBefore() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> {
            add("first", 201);
            closing.send();
            assertEquals(1L, stored());
            closing.send();
            add("second", 200);
        });
        assertEquals(List.of("first 201", "second 200"), rows());
    }

    /** Before the transaction manager commits, because the commit is in their message. */
    @Test
    void commitsWithThem() {
        var seen = new ArrayList<String>();
        QuarkusTransaction.requiringNew().run(() -> {
            add("first", 201);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    try {
                        seen.addAll(rows());
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                }

                @Override
                public void afterCompletion(int status) {
                    seen.add(status == Status.STATUS_COMMITTED ? "committed" : "other status " + status);
                }
            });
        });
        assertEquals(List.of("first 201", "committed"), seen);
    }

    /** The pool warns of each. */
    @Test
    void leavesNoConnectionOpenAtTheCommit() {
        var warnings = new ArrayList<String>();
        var pool = Logger.getLogger("io.agroal.pool");
        var watch = new Handler() {
            @Override
            public void publish(LogRecord warning) {
                warnings.add(warning.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        pool.addHandler(watch);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                assertEquals(0L, stored());
                add("first", 201);
            });
        } finally {
            pool.removeHandler(watch);
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void storesNothingOfTransactionThatIsRolledBack() throws SQLException {
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    add("first", 201);
                    QuarkusTransaction.setRollbackOnly();
                }));
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    add("second", 201);
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), rows());
    }

    @Test
    void oneThatFailsUndoesTheOthersAndTheRecord() throws SQLException {
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.createNativeQuery(
                                    "insert into idempotency_key (caller, path, key, body_hash, status, body)"
                                            + " values (:caller, '/', 'record', '', 201, '')")
                            .setParameter("caller", caller)
                            .executeUpdate();
                    add("first", 201);
                    add("first", 201);
                }));
        assertEquals(List.of(), rows());
    }

    @Test
    void keepsThoseOfAnotherTransactionApart() throws SQLException {
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    add("outer", 201);
                    QuarkusTransaction.requiringNew().run(() -> add("inner", 201));
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("inner 201"), rows());
    }

    private void add(String key, int status) {
        closing.add(INSERT, caller, "/", key, status);
    }

    private long stored() {
        return (Long)
                entities.createNativeQuery("select count(*) from idempotency_key where caller = :caller", Long.class)
                        .setParameter("caller", caller)
                        .getSingleResult();
    }

    private List<String> rows() throws SQLException {
        return RowPolicies.asOwner(
                "select key || ' ' || status from idempotency_key where caller = '" + caller + "' order by key");
    }
}
