package nl.doorlichting.platform.durability;

import io.agroal.api.AgroalPoolInterceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Finds the commits whose wait for a standby was cancelled, by {@link CommitWatch} or by an operator. Such a commit
 * succeeds, and only a warning of the connection shows that no standby has confirmed it.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class UnconfirmedCommits implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(UnconfirmedCommits.class);
    // The general warning. PostgreSQL has no state of its own for a cancelled wait, and its text depends on lc_messages.
    private static final String WARNING = "01000";

    private final TransactionSynchronizationRegistry transactions;
    private final Counter counter;
    private final ThreadLocal<Boolean> unconfirmed = new ThreadLocal<>();

    UnconfirmedCommits(TransactionSynchronizationRegistry transactions, MeterRegistry registry) {
        this.transactions = transactions;
        this.counter = Counter.builder("doorlichting.commits.unconfirmed").register(registry);
    }

    /** Whether a commit of this thread was not confirmed since the last call. */
    boolean take() {
        var found = unconfirmed.get() != null;
        unconfirmed.remove();
        return found;
    }

    // The pool returns a connection in a synchronization too, and clears its warnings then. It has registered its own before,
    // and the last one that was registered runs first.
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return;
        }
        try {
            var physical = (Connection) connection.unwrap(PGConnection.class);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // The commit is what counts.
                }

                @Override
                public void afterCompletion(int status) {
                    check(physical);
                }
            });
        } catch (SQLException closed) {
            LOG.debug("The database has closed the connection", closed);
        }
    }

    private void check(Connection physical) {
        try {
            var warned = Stream.iterate(
                            physical.getWarnings(), warning -> warning != null, warning -> warning.getNextWarning())
                    .anyMatch(warning -> WARNING.equals(warning.getSQLState()));
            if (warned) {
                counter.increment();
                unconfirmed.set(true);
            }
        } catch (SQLException closed) {
            LOG.debug("The connection ended with its transaction", closed);
        }
    }
}
