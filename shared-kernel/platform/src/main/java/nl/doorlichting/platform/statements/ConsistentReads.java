package nl.doorlichting.platform.statements;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * Transactions that only read, and all of whose statements see the data of one moment, such as the total and the rows of a page
 * (ADR 95). The message that begins a transaction says so, so it costs none. It is said of a transaction and not of a thread or
 * a request: no other transaction, and so no write, gets this isolation level, at which a write could fail because of another one.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class ConsistentReads {
    /** Makes the transaction one. Before it there is no query, so that the first one that comes is the first to see the data. */
    public static final String ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private static final Object KEY = ConsistentReads.class;

    private final TransactionSynchronizationRegistry transactions;

    public ConsistentReads(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Reads in a transaction of this kind. In a transaction that has begun it reads as that one does. */
    public <T> T read(Supplier<T> statements) {
        if (isInTransaction()) {
            return statements.get();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            transactions.putResource(KEY, true);
            return statements.get();
        });
    }

    /** Whether the transaction at hand is of this kind. */
    public boolean isCurrent() {
        return isInTransaction() && transactions.getResource(KEY) != null;
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }
}
