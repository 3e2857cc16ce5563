package nl.doorlichting.platform.dataset;

import io.quarkus.arc.All;
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
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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
    /** Followed by an id: the revisions of the parts of data sets that are about it. */
    public static final String OF_PART = PATH + "/";
    /** The field of that answer with the revision of each part by the name of its data set. */
    public static final String PARTS = "parts";

    private static final Logger LOG = Logger.getLogger(RevisionRoute.class);
    // After the handlers that check requests, and before the resources, which the framework has at 10,000.
    private static final int BEFORE_RESOURCES = 1_000;
    // A standby may lack the latest writes.
    private static final String ON_PRIMARY = "select r.*, pg_is_in_recovery() from (%s) r";
    // The gateway waits for less. A connection that is silent for so long is given up.
    private static final String SECONDS = "1";
    private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (context, failure) -> {};

    private final ProblemWriter problems;
    private final List<PartRevision> parts;
    private final String url;
    private final Properties login = new Properties();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "revisions"));
    private final CoalescedCall<String> revisions = new CoalescedCall<>(() -> read(this::ofAll));
    private Connection connection;
    private PreparedStatement statement;

    /** What is read: the whole answer, as JSON. */
    private interface Query {
        String answer() throws SQLException;
    }

    RevisionRoute(
            ProblemWriter problems,
            @All List<PartRevision> parts,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = "") String password) {
        this.problems = problems;
        this.parts = List.copyOf(parts);
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
        router.get(PATH).order(BEFORE_RESOURCES).handler(request -> answer(request, PATH, revisions::join));
        router.getWithRegex(OF_PART + ID)
                .order(BEFORE_RESOURCES)
                .handler(request -> answer(
                        request,
                        OF_PART + "{id}",
                        () -> read(() -> ofParts(UUID.fromString(request.pathParam("param0"))))));
    }

    private void answer(RoutingContext request, String template, Supplier<Future<String>> read) {
        PathTemplateTag.is(request, template);
        var here = Vertx.currentContext();
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(
                        caller -> here.runOnContext(now -> answer(request, caller, read)),
                        failure -> here.runOnContext(now -> refuse(request, TokenRefusal.BAD_TOKEN)));
    }

    private void answer(RoutingContext request, SecurityIdentity caller, Supplier<Future<String>> read) {
        if (caller.isAnonymous()) {
            refuse(request, TokenRefusal.NO_TOKEN);
            return;
        }
        var here = Vertx.currentContext();
        read.get()
                .onComplete(answer -> here.runOnContext(now -> {
                    if (answer.failed()) {
                        problems.end(request, ProblemType.UNAVAILABLE, Text.of("database.unavailable"));
                        return;
                    }
                    request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .end(answer.result());
                }));
    }

    private void refuse(RoutingContext request, TokenRefusal refusal) {
        request.response().putHeader("WWW-Authenticate", refusal.challenge());
        problems.end(request, ProblemType.NOT_AUTHENTICATED, refusal.detail());
    }

    private Future<String> read(Query query) {
        var read = Promise.<String>promise();
        thread.execute(() -> {
            try {
                connect();
                read.complete(query.answer());
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

    private void connect() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url, login);
            statement = connection.prepareStatement(ON_PRIMARY.formatted(DataSet.REVISION_OF_EACH));
        }
    }

    private String ofParts(UUID id) throws SQLException {
        var byName = new JsonObject();
        for (var part : parts) {
            try (var query = connection.prepareStatement("select (" + part.sql() + "), pg_is_in_recovery()")) {
                query.setObject(1, id);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    refuseStandby(rows.getBoolean(2));
                    byName.put(part.dataSet(), rows.getString(1));
                }
            }
        }
        return new JsonObject().put(PARTS, byName).encode();
    }

    private static void refuseStandby(boolean isStandby) throws SQLException {
        if (isStandby) {
            throw new SQLTransientException("the database is a standby");
        }
    }

    private String ofAll() throws SQLException {
        var byName = new JsonObject();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                refuseStandby(rows.getBoolean(3));
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
