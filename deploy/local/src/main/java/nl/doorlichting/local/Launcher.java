package nl.doorlichting.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;
import nl.doorlichting.local.dataset.DataSet;
import nl.doorlichting.local.dataset.DataSetLoader;
import nl.doorlichting.local.dataset.FirstRelease;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.identity.Tokens;
import nl.doorlichting.local.postgres.DatabaseServer;
import nl.doorlichting.local.postgres.OrphanedPostgres;
import nl.doorlichting.local.reports.ReportPrinter;
import nl.doorlichting.local.services.ServiceEnvironment;
import nl.doorlichting.local.services.ServiceProcesses;

/** Starts the whole system on this machine, loads the first data set and runs until it is stopped. */
public final class Launcher {
    private static final Duration DYING_SERVICES = Duration.ofSeconds(8);

    private final Settings settings;
    private final StartedParts parts;
    private final ProgressOutput steps = new ProgressOutput(System.out);
    private final Http http = new Http();

    private Launcher(Settings settings, StartedParts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    public static void main(String[] arguments) throws InterruptedException {
        StartedParts parts = new StartedParts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop-everything"));
        try {
            Path home = Path.of(System.getProperty("doorlichting.home", "")).toAbsolutePath();
            new Launcher(Settings.from(System.getenv(), home), parts).run();
        } catch (StartFailure failure) {
            end(parts, failure.getMessage());
        } catch (RuntimeException unexpected) {
            end(parts, "Unexpected failure: " + unexpected);
        }
        Thread.currentThread().join();
    }

    /** Through the shutdown hook, which stops all processes. A failure during a shutdown is its consequence, and not shown. */
    private static void end(StartedParts parts, String line) {
        if (!parts.closing()) {
            System.err.println("Doorlichting: " + line);
        }
        System.exit(1);
    }

    private void run() {
        requireJars();
        DataFolder data = parts.start(() -> DataFolder.open(settings.data(), settings.fresh()));
        clear(data);
        LocalIssuer issuer = issuer(data);
        Tokens tokens = new Tokens(issuer);
        ServiceProcesses services = services(data, issuer);
        load(tokens);
        announce(data, issuer, tokens);
        watch(services);
    }

    private void requireJars() {
        for (Application application : Application.values()) {
            if (!Files.isRegularFile(application.jar(settings.home()))) {
                throw new StartFailure(application.title() + " is not built: there is no "
                        + application.jar(settings.home()) + "; run ./mvnw -DskipTests package first");
            }
        }
    }

    /** Removes the remains of an earlier run and checks the ports. */
    private void clear(DataFolder data) {
        new RunFile(data.runFile()).remove();
        if (new OrphanedPostgres(data.postgres()).stop()) {
            steps.done("Stopped the PostgreSQL that an earlier run left behind");
        }
        if (settings.fresh()) {
            data.empty();
            steps.done("Emptied the data folder " + data.folder());
        }
        Map<Integer, String> ports = settings.ports().purposes();
        if (settings.existingServer().isPresent()) {
            ports.remove(settings.ports().database());
        }
        Ports.requireFree(ports, data.leftUncleanly() ? DYING_SERVICES : Duration.ZERO);
    }

    private LocalIssuer issuer(DataFolder data) {
        String issuer = settings.ports().url(Application.GATEWAY) + "/local-issuer";
        return LocalIssuer.open(data.issuerKey(), issuer, Clock.systemUTC());
    }

    private ServiceProcesses services(DataFolder data, LocalIssuer issuer) {
        Passwords passwords = Passwords.of(data);
        PersonalDataKey personalDataKey = PersonalDataKey.of(data);
        settings.existingServer()
                .ifPresentOrElse(
                        server -> server.prepare(passwords, personalDataKey, settings.fresh()),
                        () -> parts.start(() -> DatabaseServer.start(data, settings.ports(), passwords)));
        steps.done("PostgreSQL is ready at " + settings.databaseAddress());
        settings.gatewayProperties().ifPresent(DataSet::describeInvented);
        ServiceEnvironment environment = new ServiceEnvironment(settings, issuer, passwords, personalDataKey);
        ServiceProcesses services = parts.start(() -> ServiceProcesses.start(settings.home(), environment, data));
        steps.done("Started the gateway and the three services; their logs are in " + data.logs());
        services.awaitReady(settings.ports(), http, steps);
        return services;
    }

    private void load(Tokens tokens) {
        String gateway = settings.ports().url(Application.GATEWAY);
        new DataSetLoader(http, gateway, tokens, steps).load(DataSet.groups());
        new FirstRelease(http, gateway, tokens, steps).publish();
        if (settings.secondProgramme()) {
            new DataSetLoader(http, gateway, tokens, steps).load(DataSet.invented());
            new FirstRelease(http, gateway, tokens, steps).publishInvented();
        }
        new ReportPrinter(http, gateway, tokens.of("ANALYST"), steps).print();
    }

    private void announce(DataFolder data, LocalIssuer issuer, Tokens tokens) {
        parts.start(() -> new RunFile(data.runFile()).write(settings.ports(), issuer, tokens, data.issuerKey()));
        steps.line("");
        steps.done("Everything is up; addresses and a token for every role: " + data.runFile());
        for (Application application : Application.values()) {
            steps.line("  " + application.title() + ": " + settings.ports().url(application) + ", management "
                    + settings.ports().managementUrl(application));
        }
        steps.line("  Review, for people: " + settings.ports().url(Application.GATEWAY) + "/review");
        steps.line("  Reference page: " + settings.ports().url(Application.GATEWAY) + "/docs");
        steps.line("  OpenAPI: " + settings.ports().url(Application.GATEWAY) + "/v1/openapi.json");
        steps.line("  curl -H \"Authorization: Bearer " + tokens.of("ANALYST") + "\" \""
                + settings.ports().url(Application.GATEWAY) + ReportPrinter.REACH + "\"");
        steps.line("  As released, without a token: curl \"" + settings.ports().url(Application.GATEWAY)
                + ReportPrinter.REACH + "\"");
        steps.line("Stop with Ctrl-C"
                + (OperatingSystem.isWindows()
                        ? ""
                        : ", or: kill " + ProcessHandle.current().pid()));
    }

    /** When a service ends, the others go on, and reports show that its part is missing. */
    private void watch(ServiceProcesses services) {
        services.processes()
                .forEach(process -> process.onEnd(() -> {
                    if (!parts.closing()) {
                        steps.done(
                                process.application().title()
                                        + " has ended; the others go on without it until the system is stopped and started again");
                    }
                }));
    }
}
