package nl.doorlichting.platform.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.doorlichting.platform.statements.ConsistentReads;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.time.RegisteredWrites;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One pooled connection, used by one caller after another. */
@ResourceLock("PostgreSQL of the tests")
class ConnectionIsolationTest {
    private static final String KIND =
            "select current_setting('transaction_isolation') || ', read only ' || current_setting('transaction_read_only')";
    private static final String ALL_ROWS =
            "select string_agg(organisation_id, ',' order by organisation_id) from figure";

    private final TestDatabase database = TestDatabase.create("isolation");
    private RowScope visible = RowScope.NONE;
    private Optional<Duration> timeout = Optional.empty();
    private boolean consistent;
    private AgroalDataSource pool;

    @BeforeEach
    void oneConnection() throws SQLException {
        try (var owner = database.asOwner()) {
            owner.createStatement().execute("""
                    create table figure (organisation_id text);
                    insert into figure values ('A'), ('B'), ('O''Neill "x" \\'), (null);
                    grant select on figure to isolation_app, isolation_staff;
                    alter table figure enable row level security;
                    create policy own on figure to isolation_app
                        using (organisation_id = current_setting('doorlichting.organisation'));
                    create policy staff on figure to isolation_staff using (true);
                    """);
        }
        pool = pool(true);
    }

    /** @param autoCommit false for connections in a transaction, as the transaction manager gives them */
    private AgroalDataSource pool(boolean autoCommit) throws SQLException {
        var made = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(configured -> configured
                        .maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                .autoCommit(autoCommit)
                                .jdbcProperty("socketFactory", RoundTrips.class.getName())
                                .principal(new NamePrincipal(database.application()))
                                .credential(new SimplePassword(database.application())))));
        made.setPoolInterceptors(List.of(new ConnectionIsolation(
                () -> visible,
                () -> timeout,
                new RegisteredWrites(transaction(() -> false), null, null),
                new ConsistentReads(transaction(() -> consistent)),
                false,
                database.application(),
                database.staff())));
        return made;
    }

    /** A transaction with every resource, where there is one. */
    private static TransactionSynchronizationRegistry transaction(BooleanSupplier isThere) {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                ConnectionIsolationTest.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) ->
                        isThere.getAsBoolean() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void showsEachCallerItsOwnRows() throws SQLException {
        assertEquals("A", rows(of("A")));
        assertEquals("B", rows(of("B")));
        assertEquals("A,B,O'Neill \"x\" \\", rows(RowScope.ALL));
        assertEquals(null, rows(RowScope.NONE));
        assertEquals("A", rows(of("A")));
    }

    @Test
    void passesOrganisationNumbersUnchanged() throws SQLException {
        assertEquals("O'Neill \"x\" \\", rows(of("O'Neill \"x\" \\")));
        assertEquals(null, rows(of("A'; set role \"" + database.staff() + "\"; --")));
    }

    @Test
    void setsScopeAgainAfterRollback() throws SQLException {
        visible = RowScope.ALL;
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("set doorlichting.organisation = 'B'");
            connection.rollback();
        }
        assertEquals("A", rows(of("A")));
    }

    @Test
    void allowsOtherTransactionIsolationLevel() throws SQLException {
        visible = RowScope.ALL;
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("set transaction isolation level repeatable read, read only");
            assertEquals("repeatable read", one(connection, "show transaction_isolation"));
            connection.rollback();
        }
    }

    /** And the next transaction on its connection is as usual. */
    @Test
    void consistentReadSeesOneMoment() throws SQLException {
        visible = RowScope.ALL;
        try (var transactions = pool(false)) {
            consistent = true;
            try (var reader = transactions.getConnection();
                    var writer = database.asOwner()) {
                assertEquals("4", one(reader, "select count(*) from figure"));
                writer.createStatement().execute("insert into figure values ('C')");
                assertEquals("A,B,O'Neill \"x\" \\", one(reader, ALL_ROWS));
                assertEquals("repeatable read, read only on", one(reader, KIND));
                reader.rollback();
            }
            consistent = false;
            try (var next = transactions.getConnection()) {
                assertEquals("A,B,C,O'Neill \"x\" \\", one(next, ALL_ROWS));
                assertEquals("read committed, read only off", one(next, KIND));
                next.rollback();
            }
        }
    }

    @Test
    void consistentReadCostsNoRoundTrip() throws SQLException {
        visible = RowScope.ALL;
        try (var transactions = pool(false)) {
            roundTripsOfTransaction(transactions); // The first one connects.
            // One begins it, one reads, and one ends it.
            assertEquals(3, roundTripsOfTransaction(transactions));
            consistent = true;
            assertEquals(3, roundTripsOfTransaction(transactions));
        }
    }

    private static int roundTripsOfTransaction(AgroalDataSource transactions) throws SQLException {
        var before = RoundTrips.made();
        try (var connection = transactions.getConnection()) {
            one(connection, ALL_ROWS);
            connection.rollback();
        }
        return RoundTrips.made() - before;
    }

    /** Also after a request that left a shorter one on the connection. */
    @Test
    void limitsStatementsToDeadlineOfEachRequest() throws SQLException {
        visible = RowScope.ALL;
        timeout = Optional.of(Duration.ofMillis(100));
        try (var connection = pool.getConnection()) {
            assertEquals("100ms", one(connection, "show statement_timeout"));
            var cancelled = assertThrows(SQLException.class, () -> one(connection, "select pg_sleep(60)"));
            assertEquals("57014", cancelled.getSQLState());
        }
        timeout = Optional.of(Duration.ofMillis(1234));
        try (var connection = pool.getConnection()) {
            assertEquals("1234ms", one(connection, "show statement_timeout"));
        }
        timeout = Optional.empty();
        try (var connection = pool.getConnection()) {
            assertEquals("0", one(connection, "show statement_timeout"));
        }
    }

    @Test
    void replacesClosedConnection() throws SQLException {
        rows(RowScope.ALL);
        try (var another = database.asApplication()) {
            assertEquals(
                    "1",
                    one(
                            another,
                            "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
                                    + " where usename = 'isolation_app' and pid <> pg_backend_pid()"));
        }
        assertThrows(SQLException.class, () -> rows(RowScope.ALL));
        assertEquals("A", rows(of("A")));
    }

    private static RowScope of(String organisation) {
        return new RowScope(false, organisation, "it's me");
    }

    private String rows(RowScope shown) throws SQLException {
        visible = shown;
        try (var connection = pool.getConnection()) {
            return one(connection, ALL_ROWS);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
