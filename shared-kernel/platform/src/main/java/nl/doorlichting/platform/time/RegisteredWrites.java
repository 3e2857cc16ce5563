package nl.doorlichting.platform.time;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Registers each transaction of a write in the database before it records anything, so that readers find which have begun and
 * not ended (ADR 106). Nothing that it records is of a moment before: the {@code Clock} of the application sees to that. One
 * of a request that writes is registered with its first message, one of a job when it first asks for the time.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class RegisteredWrites {
    /** Registers the transaction, and is its moment. */
    public static final String REGISTER = "public.register_write()";

    private static final Object KEY = RegisteredWrites.class;
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final TransactionSynchronizationRegistry transactions;
    private final CurrentVertxRequest requests;
    // The data source has interceptors that need this bean.
    private final Instance<AgroalDataSource> database;

    public RegisteredWrites(
            TransactionSynchronizationRegistry transactions,
            CurrentVertxRequest requests,
            Instance<AgroalDataSource> database) {
        this.transactions = transactions;
        this.requests = requests;
        this.database = database;
    }

    /** The transaction at hand records nothing, whatever its request is. Called before its first statement. */
    public void recordNothing() {
        if (isInTransaction() && transactions.getResource(KEY) == null) {
            transactions.putResource(KEY, Instant.MIN);
        }
    }

    /** No transaction of this request records anything. */
    public static void recordNothing(RoutingContext request) {
        request.put(RecordsNothing.class.getName(), true);
    }

    /** Whether the first message of the transaction at hand has to {@link #REGISTER} it. */
    public boolean isToBeRegistered() {
        return isInTransaction()
                && transactions.getResource(KEY) == null
                && request().filter(RegisteredWrites::records).isPresent();
    }

    /** Reads the moment, which is the first column of the row that the message at hand returned. */
    public void registered(ResultSet row) throws SQLException {
        row.next();
        transactions.putResource(KEY, row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /** When the transaction at hand was registered, which this does for one of a job; empty for one that records nothing. */
    Optional<Instant> begun() {
        if (!isInTransaction()) {
            return Optional.empty();
        }
        if (transactions.getResource(KEY) instanceof Instant known) {
            return Optional.of(known);
        }
        if (request().filter(current -> !records(current)).isPresent()) {
            return Optional.empty();
        }
        register();
        return Optional.of((Instant) transactions.getResource(KEY));
    }

    // The connection is that of the transaction. Its first use registers it, if it is of a request.
    private void register() {
        try (var connection = database.get().getConnection()) {
            if (transactions.getResource(KEY) != null) {
                return;
            }
            try (var statement = connection.prepareStatement("select " + REGISTER);
                    var row = statement.executeQuery()) {
                registered(row);
            }
        } catch (SQLException failed) {
            throw new PersistenceException(failed);
        }
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private static boolean records(RoutingContext request) {
        return !READS.contains(request.request().method()) && request.get(RecordsNothing.class.getName()) == null;
    }

    /** The current request; empty for a job. */
    private Optional<RoutingContext> request() {
        return Optional.ofNullable(Arc.container().requestContext().isActive() ? requests.getCurrent() : null);
    }
}
