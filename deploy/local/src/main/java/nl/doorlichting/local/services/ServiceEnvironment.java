package nl.doorlichting.local.services;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.OperatingSystem;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.Settings;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;
import nl.doorlichting.local.identity.LocalIssuer;

/** The environment variables of a service. */
public final class ServiceEnvironment {
    /** Each answer that is made takes memory: no more at once than a machine of a few processors makes. */
    public static final Map<String, String> SERVICE_OF_SMALL_HEAP =
            Map.of("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "8", "DOORLICHTING_LOAD_SHEDDING_PLACES", "12");

    public static final Map<String, String> GATEWAY_OF_SMALL_HEAP = Map.of("DOORLICHTING_REPORT_CACHE_CAPACITY", "32M");

    // The options of the services without the check for closed connections, which Windows does not have.
    private static final String ON_WINDOWS = "-c statement_timeout=15s -c idle_in_transaction_session_timeout=15s";

    private final Ports ports;
    private final String databaseAddress;
    private final int rateLimit;
    private final String corsOrigins;
    private final URI auditExports;
    private final Optional<Path> gatewayProperties;
    private final LocalIssuer issuer;
    private final Passwords passwords;
    private final PersonalDataKey personalDataKey;

    public ServiceEnvironment(
            Settings settings, LocalIssuer issuer, Passwords passwords, PersonalDataKey personalDataKey) {
        this.ports = settings.ports();
        this.databaseAddress = settings.databaseAddress();
        this.rateLimit = settings.rateLimit();
        this.corsOrigins = settings.corsOrigins();
        this.auditExports = settings.data().resolve("audit").toUri();
        this.gatewayProperties = settings.gatewayProperties();
        this.issuer = issuer;
        this.passwords = passwords;
        this.personalDataKey = personalDataKey;
    }

    public Map<String, String> of(Application application) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(application)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(application)));
        // The only profile that accepts a key in place of an identity provider.
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey());
        environment.put("DOORLICHTING_ISSUER", issuer.issuer());
        environment.put("DOORLICHTING_AUDIENCE", LocalIssuer.AUDIENCE);
        // People read these logs.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // The service ends itself when its standard input, a pipe that only this launcher holds, reaches its end.
        environment.put("DOORLICHTING_LAUNCHER_WATCH", "true");
        // There is no load balancer that must notice the shutdown first.
        environment.put("QUARKUS_SHUTDOWN_DELAY", "0S");
        environment.putAll(application.hasDatabase() ? database(application) : services());
        if (application == Application.GATEWAY) {
            environment.putAll(GATEWAY_OF_SMALL_HEAP);
            gatewayProperties.ifPresent(file ->
                    environment.put("QUARKUS_CONFIG_LOCATIONS", file.toUri().toString()));
        }
        if (application.hasDatabase() && OperatingSystem.isWindows()) {
            environment.put("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_OPTIONS", ON_WINDOWS);
        }
        if (application.hasDatabase()) {
            environment.putAll(behindTheGateway());
            environment.putAll(SERVICE_OF_SMALL_HEAP);
            environment.put("DOORLICHTING_AUDIT_EXPORT_TO", auditExports.toString());
        }
        if (application == Application.REPORTING_SERVICE) {
            environment.put("DOORLICHTING_FUNDING_URL", ports.url(Application.FUNDING_SERVICE));
            environment.put("DOORLICHTING_TRAINING_URL", ports.url(Application.TRAINING_SERVICE));
            environment.put("DOORLICHTING_RELEASES_ROUNDING_SECRET", personalDataKey.secretFor("rounding of releases"));
        }
        if (application == Application.TRAINING_SERVICE) {
            environment.put("DOORLICHTING_PERSONAL_DATA_KEYS", personalDataKey.entry());
        }
        return environment;
    }

    private Map<String, String> database(Application service) {
        return Map.of(
                // In production a Job migrates. Here each service has one instance, which does it.
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "true",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + databaseAddress + "/" + service.database(),
                "QUARKUS_DATASOURCE_USERNAME",
                service.applicationRole(),
                "QUARKUS_DATASOURCE_PASSWORD",
                passwords.of(service.applicationRole()),
                "QUARKUS_FLYWAY_USERNAME",
                service.ownerRole(),
                "QUARKUS_FLYWAY_PASSWORD",
                passwords.of(service.ownerRole()),
                "DOORLICHTING_APPLICATION_ROLE",
                service.applicationRole(),
                "DOORLICHTING_STAFF_ROLE",
                service.staffRole());
    }

    /** Only the gateway, on this machine, is trusted for the address of the client. */
    private static Map<String, String> behindTheGateway() {
        return Map.of(
                "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
                "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true",
                "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
    }

    private Map<String, String> services() {
        return Map.of(
                "DOORLICHTING_FUNDING_URL", ports.url(Application.FUNDING_SERVICE),
                "DOORLICHTING_TRAINING_URL", ports.url(Application.TRAINING_SERVICE),
                "DOORLICHTING_REPORTING_URL", ports.url(Application.REPORTING_SERVICE),
                "DOORLICHTING_RATE_LIMIT", String.valueOf(rateLimit),
                "DOORLICHTING_CORS_ORIGINS", corsOrigins);
    }
}
