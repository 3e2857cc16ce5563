package nl.doorlichting.local.production;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.Settings;
import nl.doorlichting.local.StartedParts;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.postgres.DatabaseServer;
import nl.doorlichting.local.services.ServiceEnvironment;
import nl.doorlichting.local.services.ServiceProcess;

/** The gateway and the funding service in the production profile, with a database of the launcher. */
public final class ProductionServices implements AutoCloseable {
    private static final Duration TO_STOP = Duration.ofSeconds(7);

    private final StartedParts parts = new StartedParts();
    private final Ports ports;

    public ProductionServices(Path home, Path folder, Ports ports, Map<String, String> more) {
        this.ports = ports;
        Settings settings = new Settings(ports, folder, false, 0, "", false, Optional.empty(), home);
        DataFolder data = parts.start(() -> DataFolder.open(folder, false));
        Passwords passwords = Passwords.of(data);
        parts.start(() -> DatabaseServer.start(data, ports, passwords));
        LocalIssuer none = LocalIssuer.open(data.issuerKey(), "http://unused", Clock.systemUTC());
        ServiceEnvironment local = new ServiceEnvironment(settings, none, passwords, PersonalDataKey.of(data));
        for (Application application : List.of(Application.GATEWAY, Application.FUNDING_SERVICE)) {
            ServiceProcess process = ServiceProcess.start(
                    application, application.jar(home), production(local.of(application), more), data);
            parts.start(() -> () -> stop(process));
        }
    }

    static Map<String, String> production(Map<String, String> local, Map<String, String> more) {
        Map<String, String> environment = new LinkedHashMap<>(local);
        environment.remove("QUARKUS_PROFILE");
        environment.remove("QUARKUS_OIDC_PUBLIC_KEY");
        environment.putAll(more);
        return environment;
    }

    private static void stop(ServiceProcess process) {
        process.askToStop();
        process.requireStopped(TO_STOP);
    }

    public String gateway() {
        return ports.url(Application.GATEWAY);
    }

    public String readiness(Application application) {
        return ports.managementUrl(application) + "/q/health/ready";
    }

    @Override
    public void close() {
        parts.close();
    }
}
