package nl.doorlichting.platform.durability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.platform.problems.SqlFailures;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Observes whether the database answers, and whether commits are confirmed by a standby. It works on connections of its own,
 * because those of the pool are what waiting commits use up. The login of the service sees its own commits and may cancel
 * them, so it needs no further rights.
 *
 * <p>Once a commit waits, a commit of nothing is left waiting (the probe). Its end shows that commits are confirmed again.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class CommitWatch {
    private static final Logger LOG = Logger.getLogger(CommitWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    // PostgreSQL ends no such wait by itself, neither at a timeout nor when the client has gone. A cancelled wait
    // leaves the transaction committed on the primary. Only connections of this service (service/instance) are
    // cancelled, because only their instances find that by the warning: one of an earlier release, or another program
    // with this login, would report success. An instance that has ended leaves its waits and its probe behind, and the
    // others cancel those too.
    private static final String LOOK = """
            with waiting as (
                select pid, clock_timestamp() - query_start as age, application_name = '%1$s' as is_probe,
                    split_part(application_name, '/', 1) = split_part(current_setting('application_name'), '/', 1) as finds_out
                from pg_stat_activity where datname = current_database() and wait_event = 'SyncRep')
            select (select count(*) from waiting where age > interval '1 s') > 0,
                current_setting('synchronous_standby_names') <> '' and not exists (select from pg_stat_replication)
                    and current_setting('synchronous_commit') not in ('off', 'local'),
                (select count(pg_cancel_backend(pid)) from waiting
                    where is_probe and age > interval '30 s' or finds_out and age > interval '3 s')
            """;
    private static final String PROBE_NAME = "commit-probe";
    // A look that has no answer by then makes room for another one, on a new connection.
    private static final String SECONDS_OF_LOOK = "2";
    private static final String PROBE = "select pg_logical_emit_message(true, '" + PROBE_NAME + "', '')";

    private final String url;
    private final String user;
    private final String password;
    private final String application;
    private final ProcessTime time;
    private final Duration silentAfter;
    private final boolean onlyMigrates;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "commit-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean waiting;
    private volatile Duration lastAnswer = Duration.ZERO;
    private volatile Duration lookBegan = Duration.ZERO;
    private volatile boolean isLooking;
    private volatile boolean isLost;
    private volatile Connection probe;
    private Connection connection;
    private PreparedStatement lookStatement;
    private boolean wereStandbysGone;

    /**
     * @param application the name of the pool's connections: service/instance
     * @param silentAfter after so long without an answer the database is silent: as long as a request waits for a connection,
     *     because once one has waited in vain, the next one needs not
     */
    CommitWatch(
            MeterRegistry registry,
            ProcessTime time,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName")
                    String application,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration silentAfter,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean onlyMigrates) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.application = application;
        this.time = time;
        this.silentAfter = silentAfter;
        this.onlyMigrates = onlyMigrates;
        Gauge.builder("doorlichting.writes.waiting", this, watch -> watch.isWaiting() ? 1 : 0)
                .register(registry);
    }

    /** Whether a commit would wait for a standby now. False while the database does not answer: nothing is seen then. */
    public boolean isWaiting() {
        return waiting;
    }

    /** Whether the database has not answered of late, so that a request would wait for a connection in vain. */
    public boolean isSilent() {
        return isLost || isLooking && isOver(lookBegan) && isOver(lastAnswer);
    }

    private boolean isOver(Duration begin) {
        return time.now().minus(begin).compareTo(silentAfter) > 0;
    }

    /** The database has answered, for example a commit. A look alone may be late on a busy machine. */
    void answered() {
        lastAnswer = time.now();
        isLost = false;
    }

    void start(@Observes StartupEvent started) {
        if (!onlyMigrates) {
            threads.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        lookBegan = time.now();
        isLooking = true;
        try {
            // The connection of a process that stood still is given up, while the database answers on another.
            if (losesConnection() && losesConnection()) {
                isLost = true;
                forget();
            }
        } finally {
            isLooking = false;
        }
    }

    private boolean losesConnection() {
        try {
            if (connection == null) {
                connection = connect(application, SECONDS_OF_LOOK);
                // Looks are many, and planning one costs twice as much as looking.
                lookStatement = connection.prepareStatement(LOOK.formatted(PROBE_NAME));
            }
            try (var row = lookStatement.executeQuery()) {
                row.next();
                answered();
                isLooking = false;
                judge(row);
            }
            return false;
        } catch (SQLException | RuntimeException unseen) {
            LOG.debugf("Whether commits are confirmed is not known: %s", unseen.getMessage());
            if (unseen instanceof SQLException && SqlFailures.isConnectionLost(unseen)) {
                disconnect();
                return true;
            }
            // A refusal is an answer too, such as that of a login whose password is being rotated.
            answered();
            forget();
            return false;
        }
    }

    // A standby that restarts is away for a moment, so one look is not enough.
    private void judge(ResultSet row) throws SQLException {
        var areStandbysGone = row.getBoolean(2);
        if (!waiting && (row.getBoolean(1) || areStandbysGone && wereStandbysGone)) {
            waiting = true;
            LOG.error("Commits wait for a standby: writes are refused until one confirms them");
        }
        wereStandbysGone = areStandbysGone;
        if (waiting && probe == null) {
            startProbe();
        }
    }

    private void startProbe() {
        try {
            var opened = connect(PROBE_NAME, "0");
            probe = opened;
            threads.execute(() -> probe(opened));
        } catch (SQLException full) {
            // Commits wait all the same, so writes stay refused.
            LOG.debugf("The probe has no connection: %s", full.getMessage());
        }
    }

    private void probe(Connection opened) {
        try (opened;
                var statement = opened.createStatement()) {
            statement.execute(PROBE);
            if (statement.getWarnings() == null && opened.getWarnings() == null) {
                waiting = false;
                LOG.info("A standby confirms commits again: writes go on");
            }
        } catch (SQLException broken) {
            LOG.debugf("The probe ended: %s", broken.getMessage());
        }
        if (probe == opened) {
            probe = null;
        }
    }

    private Connection connect(String name, String socketTimeoutSeconds) throws SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", SECONDS_OF_LOOK);
        login.setProperty("loginTimeout", SECONDS_OF_LOOK);
        login.setProperty("socketTimeout", socketTimeoutSeconds);
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("ApplicationName", name);
        return DriverManager.getConnection(url, login);
    }

    private void forget() {
        disconnect();
        wereStandbysGone = false;
        waiting = false;
    }

    private void disconnect() {
        end(connection);
        connection = null;
        end(probe);
        probe = null;
    }

    private static void end(Connection ended) {
        try {
            if (ended != null) {
                ended.abort(Runnable::run);
            }
        } catch (SQLException alreadyClosed) {
            LOG.debug(alreadyClosed);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdownNow();
        end(probe);
        threads.awaitTermination(1, TimeUnit.SECONDS);
        end(connection);
    }
}
