package nl.doorlichting.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A database server and services that a test starts and stops one by one, as a cluster does; without a launcher. */
final class Stage implements AutoCloseable {
    final Ports ports = FreePorts.find();
    final Http http = new Http();

    private final Path home = Path.of(System.getProperty("doorlichting.home"));
    private final Parts parts = new Parts();
    private final DataFolder data;
    private final Passwords passwords;
    private final LocalIssuer issuer;
    private final ServiceEnvironment environment;
    private DatabaseServer database;

    Stage(Path folder) {
        System.setProperty(
                "ot.epg.working-dir",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        data = parts.start(() -> DataFolder.open(folder, false));
        passwords = Passwords.of(data);
        issuer = LocalIssuer.open(data.issuerKey(), "http://127.0.0.1/issuer", Clock.systemUTC());
        environment = new ServiceEnvironment(
                new Settings(ports, folder, false, 0, home), issuer, passwords, PersonalDataKey.of(data));
    }

    void startDatabase() {
        database = parts.start(() -> DatabaseServer.start(data, ports, passwords));
    }

    void stopDatabase() {
        database.stop();
    }

    /** As in production: it does not migrate, knows the application role only, and writes its log for machines. */
    void start(Module service) {
        Map<String, String> production = new HashMap<>(environment.of(service));
        production.keySet().removeIf(name -> name.startsWith("QUARKUS_FLYWAY_") || name.startsWith("QUARKUS_LOG_"));
        ServiceProcess process = ServiceProcess.start(service, service.jar(home), production, data);
        parts.start(() -> () -> {
            process.askToStop();
            process.requireStopped(Duration.ofSeconds(8));
        });
    }

    /** The exit code that the migration Job of this service, run with these settings more, will have. */
    CompletableFuture<Integer> migrate(Module service, Map<String, String> more) throws IOException {
        ProcessBuilder job = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                service.jar(home).toString());
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.logs().resolve("migration.log").toFile()));
        return job.start().onExit().thenApply(Process::exitValue);
    }

    /** A connection as the owner of the service's database. */
    Connection connect(Module service) throws SQLException {
        return DriverManager.getConnection(url(service), service.ownerRole(), passwords.of(service.ownerRole()));
    }

    Path log(Module service) {
        return data.logs().resolve(service.title() + ".log");
    }

    String token(String role) {
        return issuer.token("somebody", role, null);
    }

    private String url(Module service) {
        return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + service.database();
    }

    @Override
    public void close() {
        parts.close();
    }
}
