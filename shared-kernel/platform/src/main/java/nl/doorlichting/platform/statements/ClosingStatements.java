package nl.doorlichting.platform.statements;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a write stores beside its record: the change of its data set, its answer under the key, its line of the audit trail.
 * Nothing in the transaction depends on these statements, so they are sent last, in one message with the commit: each message
 * costs both processes more than a statement of one row. None of them is sent if the transaction is rolled back before. The
 * transaction manager commits after that, for which the driver sends nothing, because no transaction is open any more.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class ClosingStatements {
    private static final Object KEY = ClosingStatements.class;

    private final EntityManager entities;
    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final CommitObserver commits;

    ClosingStatements(
            EntityManager entities,
            DataSource database,
            TransactionSynchronizationRegistry transactions,
            CommitObserver commits) {
        this.entities = entities;
        this.database = database;
        this.transactions = transactions;
        this.commits = commits;
    }

    /**
     * Adds a statement to those of the current transaction, which are sent with its commit.
     *
     * @param values of its parameters in their order: texts, integers or null
     */
    public void add(String sql, Object... values) {
        var waiting = (Waiting) transactions.getResource(KEY);
        if (waiting == null) {
            // The transaction may have no session yet, and at its end none can be opened.
            entities.joinTransaction();
            waiting = new Waiting();
            transactions.putResource(KEY, waiting);
            transactions.registerInterposedSynchronization(waiting);
        }
        waiting.statements.add(sql);
        waiting.values.addAll(Arrays.asList(values));
    }

    /** Sends those that were added, for a transaction that reads them. */
    public void send() {
        entities.flush();
        if (transactions.getResource(KEY) instanceof Waiting waiting) {
            waiting.send("");
        }
    }

    private final class Waiting implements Synchronization {
        private final List<String> statements = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        // The session has registered before, so that it has stored all it has.
        @Override
        public void beforeCompletion() {
            if (!transactions.getRollbackOnly() && !statements.isEmpty() && commits.begins()) {
                commits.succeeded(send(";commit"));
            }
        }

        @Override
        public void afterCompletion(int status) {
            // All is sent, or the transaction is rolled back.
        }

        private SQLWarning send(String last) {
            if (statements.isEmpty()) {
                return null;
            }
            // That of the transaction. The session has closed its own by then, and would leave another one open.
            try (var connection = database.getConnection();
                    var message = connection.prepareStatement(String.join(";", statements) + last)) {
                bind(message);
                message.execute();
                statements.clear();
                values.clear();
                return message.getWarnings();
            } catch (SQLException failed) {
                throw new PersistenceException(failed);
            }
        }

        private void bind(PreparedStatement message) throws SQLException {
            for (var i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Integer number) {
                    message.setInt(i + 1, number);
                } else {
                    message.setString(i + 1, (String) values.get(i));
                }
            }
        }
    }
}
