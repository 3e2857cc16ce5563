package nl.doorlichting.platform.dataset;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import nl.doorlichting.platform.access.TokenRefusal;
import nl.doorlichting.platform.metrics.PathTemplateTag;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers which revision each data set of this service has, for the gateway: an answer that was made after a revision was
 * read is right as long as the revision and the build stay the same. It is read for each request of a report, so it is one
 * statement on a connection of its own, and requests that come while it runs share the next. It needs any valid token, and
 * it is not in the contract, so the gateway does not forward it.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class RevisionRoute {
    public static final String PATH = "/revisions";
    /** The field of the answer with the build. */
    public static final String BUILD = "build";
    /** The field of the answer with the revision of each data set by its name. */
    public static final String REVISIONS = "revisions";

    private static final Logger LOG = Logger.getLogger(RevisionRoute.class);
    // After the handlers that check requests, and before the resources, which the framework has at 10,000.
    private static final int BEFORE_RESOURCES = 1_000;
    // A standby may lack the latest writes.
    private static final String ON_PRIMARY = "select r.*, pg_is_in_recovery() from (%s) r";
    // The gateway waits for less. A connection that is silent for so long is given up.
    private static final String SECONDS = "1";
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (context, failure) -> {};

    private final ProblemWriter problems;
    private final String url;
    private final Properties login = new Properties();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "revisions"));
    private final CoalescedCall<String> revisions = new CoalescedCall<>(this::read);
    private Connection connection;
    private PreparedStatement statement;

    RevisionRoute(
            ProblemWriter problems,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password) {
        this.problems = problems;
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", SECONDS);
        login.setProperty("socketTimeout", SECONDS);
    }

    void register(@Observes Router router) {
        var build = Build.CURRENT;
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(request -> {
            request.response().putHeader(Build.HEADER, build);
            request.next();
        });
        router.get(PATH).order(BEFORE_RESOURCES).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        PathTemplateTag.is(request, PATH);
        var here = Vertx.currentContext();
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(
                        caller -> here.runOnContext(now -> answer(request, caller)),
                        failure -> here.runOnContext(now -> refuse(request, TokenRefusal.BAD_TOKEN)));
    }

    private void answer(RoutingContext request, SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            refuse(request, TokenRefusal.NO_TOKEN);
            return;
        }
        var here = Vertx.currentContext();
        revisions
                .join()
                .onComplete(read -> here.runOnContext(now -> {
                    if (read.failed()) {
                        problems.end(request, ProblemType.UNAVAILABLE, Text.of("database.unavailable"));
                        return;
                    }
                    request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .end(read.result());
                }));
    }

    private void refuse(RoutingContext request, TokenRefusal refusal) {
        request.response().putHeader("WWW-Authenticate", refusal.challenge());
        problems.end(request, ProblemType.NOT_AUTHENTICATED, refusal.detail());
    }

    private Future<String> read() {
        var read = Promise.<String>promise();
        thread.execute(() -> {
            try {
                read.complete(query());
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf(
                        "The revisions could not be read: %s",
                        failure.getClass().getName());
                disconnect();
                read.fail(failure);
            }
        });
        return read.future();
    }

    private String query() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url, login);
            statement = connection.prepareStatement(ON_PRIMARY.formatted(DataSet.REVISION_OF_EACH));
        }
        var byName = new JsonObject();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getBoolean(3)) {
                    throw new SQLTransientException("the database is a standby");
                }
                byName.put(rows.getString(1), rows.getString(2));
            }
        }
        return new JsonObject().put(BUILD, Build.CURRENT).put(REVISIONS, byName).encode();
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyClosed) {
            LOG.debug(alreadyClosed);
        }
        connection = null;
    }

    @PreDestroy
    void stop() {
        thread.execute(this::disconnect);
        thread.shutdown();
    }
}
