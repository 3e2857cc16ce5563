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
import java.sql.SQLWarning;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.platform.statements.CommitObserver;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * What became of the commits of a write: undone, because commits had begun to wait for a standby by then, or not confirmed,
 * because their wait was cancelled by {@link CommitWatch} or an operator. A cancelled commit succeeds, and only a warning of
 * the connection shows that no standby has confirmed it.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class UnconfirmedCommits implements AgroalPoolInterceptor, CommitObserver {
    private static final Logger LOG = Logger.getLogger(UnconfirmedCommits.class);
    // The general warning. PostgreSQL has no state of its own for a cancelled wait, and its text depends on
    // lc_messages.
    private static final String WARNING = "01000";

    /** What is known of the write that a thread does. */
    static final class Write {
        private boolean undone;
        private boolean committing;
        private boolean unconfirmed;

        boolean isUndone() {
            return undone;
        }

        /** Whether it has sent a commit; a later failure is one of the commit, or of the database since. */
        boolean isCommitting() {
            return committing;
        }

        boolean isUnconfirmed() {
            return unconfirmed;
        }
    }

    private final CommitWatch commits;
    private final TransactionSynchronizationRegistry transactions;
    private final Counter counter;
    private final ThreadLocal<Write> current = new ThreadLocal<>();

    UnconfirmedCommits(CommitWatch commits, TransactionSynchronizationRegistry transactions, MeterRegistry registry) {
        this.commits = commits;
        this.transactions = transactions;
        this.counter = Counter.builder("doorlichting.commits.unconfirmed").register(registry);
    }

    /** From now until {@link #end} the commits of this thread are those of a write that a client waits for. */
    Write begin() {
        var write = new Write();
        current.set(write);
        return write;
    }

    void end() {
        current.remove();
    }

    // The pool returns a connection in a synchronization too, and clears its warnings then. It has registered its own
    // before, and the last one that was registered runs first.
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return;
        }
        try {
            var completion = new Completion((Connection) connection.unwrap(PGConnection.class), current.get());
            transactions.putResource(Completion.class, completion);
            transactions.registerInterposedSynchronization(completion);
        } catch (SQLException closed) {
            LOG.debug("The database has closed the connection", closed);
        }
    }

    @Override
    public boolean begins() {
        return begins(current.get());
    }

    // Others wait for what this transaction has locked, so it must not wait with them.
    private boolean begins(Write write) {
        if (write == null) {
            return true;
        }
        if (commits.isWaiting()) {
            write.undone = true;
            transactions.setRollbackOnly();
            return false;
        }
        write.committing = true;
        return true;
    }

    @Override
    public void succeeded(SQLWarning warnings) {
        if (transactions.getResource(Completion.class) instanceof Completion completion) {
            completion.isCommitted = true;
            completion.isWarned = isWarned(warnings);
        }
    }

    private static boolean isWarned(SQLWarning warnings) {
        return Stream.iterate(warnings, Objects::nonNull, SQLWarning::getNextWarning)
                .anyMatch(warning -> WARNING.equals(warning.getSQLState()));
    }

    private final class Completion implements Synchronization {
        private final Connection connection;
        private final Write write;
        private boolean isCommitted;
        private boolean isWarned;

        private Completion(Connection connection, Write write) {
            this.connection = connection;
            this.write = write;
        }

        // Without closing statements the persistence has sent its own by now, so the commit is next.
        @Override
        public void beforeCompletion() {
            if (!isCommitted) {
                begins(write);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                return;
            }
            commits.answered();
            if (!isWarned && !isWarned()) {
                return;
            }
            counter.increment();
            if (write != null) {
                write.unconfirmed = true;
            }
        }

        private boolean isWarned() {
            try {
                return UnconfirmedCommits.isWarned(connection.getWarnings());
            } catch (SQLException closed) {
                LOG.debug("The connection ended with its transaction", closed);
                return false;
            }
        }
    }
}
