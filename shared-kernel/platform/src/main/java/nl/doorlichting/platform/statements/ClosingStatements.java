package nl.doorlichting.platform.statements;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a write stores beside its record: the change of its data set, its answer under the key, its line of the audit trail.
 * Nothing in the transaction depends on these statements, so they are sent last and in one message: each message costs both
 * processes more than a statement of one row. None of them is sent if the transaction is rolled back before.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class ClosingStatements {
    private static final Object KEY = ClosingStatements.class;

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;

    ClosingStatements(EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * Adds a statement to those of the current transaction, which are sent before its commit.
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

    /** Sends those that were added, after everything else that the transaction has to store. */
    public void send() {
        entities.flush();
        if (transactions.getResource(KEY) instanceof Waiting waiting) {
            waiting.send();
        }
    }

    private final class Waiting implements Synchronization {
        private final List<String> statements = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        // Of a transaction that has no line of the audit trail.
        @Override
        public void beforeCompletion() {
            if (!transactions.getRollbackOnly()) {
                send();
            }
        }

        @Override
        public void afterCompletion(int status) {
            // All is sent, or the transaction is rolled back.
        }

        private void send() {
            if (statements.isEmpty()) {
                return;
            }
            entities.runWithConnection((Connection connection) -> {
                try (var message = connection.prepareStatement(String.join(";", statements))) {
                    bind(message);
                    message.execute();
                }
            });
            statements.clear();
            values.clear();
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
