package nl.doorlichting.local.production;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.doorlichting.local.ApiClient;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.Settings;
import nl.doorlichting.local.StartedParts;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.identity.Tokens;
import nl.doorlichting.local.postgres.DatabaseServer;
import nl.doorlichting.local.services.ServiceEnvironment;
import nl.doorlichting.local.services.ServiceProcess;

/** A database server and services without a launcher: a test starts and stops them one by one, as a cluster does. */
public final class ReleaseCluster implements AutoCloseable {
    public final Ports ports = FreePorts.find();
    public final Http http = new Http();
    public final Tokens tokens;

    private final Path home = Path.of(System.getProperty("doorlichting.home"));
    private final StartedParts parts = new StartedParts();
    private final DataFolder data;
    private final Passwords passwords;
    private final Map<Application, ServiceProcess> running = new EnumMap<>(Application.class);
    private final ServiceEnvironment environment;
    private DatabaseServer database;

    public ReleaseCluster(Path folder) {
        System.setProperty(
                "ot.epg.working-dir",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        data = parts.start(() -> DataFolder.open(folder, false));
        passwords = Passwords.of(data);
        LocalIssuer issuer = LocalIssuer.open(data.issuerKey(), "http://127.0.0.1/issuer", Clock.systemUTC());
        tokens = new Tokens(issuer);
        environment = new ServiceEnvironment(
                new Settings(ports, folder, false, 0, "", false, Optional.empty(), home),
                issuer,
                passwords,
                PersonalDataKey.of(data));
    }

    public void startDatabase() {
        database = parts.start(() -> DatabaseServer.start(data, ports, passwords));
    }

    /** With the memory that the databases of production have. */
    public void startDatabaseAsInProduction() {
        database = parts.start(() -> DatabaseServer.start(data, ports, passwords, DatabaseOptions.ofAllServices(home)));
    }

    void stopDatabase() {
        database.stop();
    }

    public void start(Application application) {
        start(application, home);
    }

    /**
     * As in production: the service does not migrate, has the application role only, and writes its log as JSON.
     *
     * @param build folder of the repository with its jar
     */
    public void start(Application application, Path build) {
        Map<String, String> production = new HashMap<>(environment.of(application));
        production.keySet().removeIf(name -> name.startsWith("QUARKUS_FLYWAY_") || name.startsWith("QUARKUS_LOG_"));
        run(application, build, production);
    }

    /** As the launcher does: the service migrates its database first. */
    public void startMigrating(Application application, Path build) {
        run(application, build, environment.of(application));
    }

    /** The same as an image runs it: with its Java options, and with what the launcher sets for a smaller heap as it is there. */
    public void startAsImage(Application application, Path build, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment.of(application));
        all.keySet().removeAll(ServiceEnvironment.SERVICE_OF_SMALL_HEAP.keySet());
        all.keySet().removeAll(ServiceEnvironment.GATEWAY_OF_SMALL_HEAP.keySet());
        all.putAll(more);
        run(application, ImageOptions.command(application.jar(build)), all);
    }

    private void run(Application application, Path build, Map<String, String> environment) {
        run(application, ServiceProcess.command(application.jar(build)), environment);
    }

    private void run(Application application, List<String> command, Map<String, String> environment) {
        ServiceProcess process = ServiceProcess.start(application, command, environment, data);
        running.put(application, process);
        parts.start(() -> () -> stop(List.of(process)));
    }

    public void awaitReady(List<Application> applications) {
        await().atMost(Duration.ofMinutes(5)).until(() -> applications.stream().allMatch(this::isReady));
    }

    private boolean isReady(Application application) {
        running.get(application).requireAlive();
        return http.tryGet(ports.managementUrl(application) + "/q/health/ready")
                .filter(answer -> answer.status() == 200)
                .isPresent();
    }

    public void stopAll(List<Application> applications) {
        stop(applications.stream().map(running::get).toList());
    }

    private static void stop(List<ServiceProcess> processes) {
        processes.forEach(ServiceProcess::askToStop);
        processes.forEach(process -> process.requireStopped(Duration.ofSeconds(8)));
    }

    /** The exit code of the migration Job of this service, with these additional settings. */
    public CompletableFuture<Integer> migrate(Application service, Map<String, String> more) throws IOException {
        ProcessBuilder job = new ProcessBuilder(ServiceProcess.command(service.jar(home)));
        job.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("DOORLICHTING_"));
        job.environment()
                .putAll(Map.of(
                        "QUARKUS_INIT_AND_EXIT",
                        "true",
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "true",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        url(service),
                        "QUARKUS_DATASOURCE_USERNAME",
                        service.ownerRole(),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        passwords.of(service.ownerRole())));
        job.environment().putAll(more);
        job.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(migrationLog().toFile()));
        Process started = job.start();
        parts.start(() -> started::destroyForcibly);
        return started.onExit().thenApply(Process::exitValue);
    }

    public Path migrationLog() {
        return data.logs().resolve("migration.log");
    }

    public ApiClient caller(Application application) {
        return new ApiClient(ports.url(application), tokens);
    }

    /** A connection as the owner of the service's database. */
    public Connection connect(Application service) throws SQLException {
        return DriverManager.getConnection(url(service), service.ownerRole(), passwords.of(service.ownerRole()));
    }

    /** Runs a statement as the superuser. */
    public void administer(Application service, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url(service), Passwords.SUPERUSER, passwords.of(Passwords.SUPERUSER));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The newest migration that the database has; 0 for none. */
    public int schema(Application service) throws SQLException {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select coalesce(max(version::int), 0) from flyway_schema_history where success")) {
            found.next();
            return found.getInt(1);
        }
    }

    public Path log(Application service) {
        return data.logs().resolve(service.title() + ".log");
    }

    private String url(Application service) {
        return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + service.database();
    }

    @Override
    public void close() {
        parts.close();
    }
}
