package nl.doorlichting.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.local.postgres.ExistingServer;

/**
 * The settings of a local run, from environment variables.
 *
 * @param corsOrigins as the gateway reads them; empty for none
 * @param secondProgramme whether the invented programme is loaded after the first data set
 */
public record Settings(
        Ports ports,
        Path data,
        boolean fresh,
        int rateLimit,
        String corsOrigins,
        boolean secondProgramme,
        Optional<ExistingServer> existingServer,
        Path home) {
    private static final int HIGHEST = 65535 - Ports.COUNT + 1;

    static Settings from(Map<String, String> environment, Path home) {
        Path data = home.resolve(environment.getOrDefault("DOORLICHTING_DATA", "deploy/local/data"));
        return new Settings(
                new Ports(port(environment.getOrDefault("DOORLICHTING_PORT", "8080"))),
                data.normalize(),
                flag(environment.getOrDefault("DOORLICHTING_FRESH", "false")),
                rateLimit(environment.getOrDefault("DOORLICHTING_RATE_LIMIT", "0")),
                origins(environment.getOrDefault("DOORLICHTING_CORS_ORIGINS", "")),
                hasSecondProgramme(environment.getOrDefault("DOORLICHTING_SAMPLE", "one")),
                Optional.ofNullable(environment.get("DOORLICHTING_POSTGRES"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> ExistingServer.parse(text, environment)),
                home);
    }

    /** Host and port of PostgreSQL. */
    public String databaseAddress() {
        return existingServer.map(ExistingServer::address).orElse("127.0.0.1:" + ports.database());
    }

    /** What the gateway reads beside its own configuration: the data set of the invented programme. */
    public Optional<Path> gatewayProperties() {
        return secondProgramme ? Optional.of(data.resolve("gateway.properties")) : Optional.empty();
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1024 && port <= HIGHEST) {
                return port;
            }
        }
        throw new StartFailure("DOORLICHTING_PORT is '" + text + "'; it can be a port from 1024 to " + HIGHEST);
    }

    private static int rateLimit(String text) {
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        throw new StartFailure(
                "DOORLICHTING_RATE_LIMIT is '" + text + "'; it can be a number of requests a second, or 0");
    }

    private static String origins(String text) {
        if (text.matches("(https?://[^/,\\s]+(,(?=h))?)*")) {
            return text;
        }
        throw new StartFailure("DOORLICHTING_CORS_ORIGINS is '" + text
                + "'; it can be one or more, with commas between them: origins such as http://localhost:5173");
    }

    private static boolean hasSecondProgramme(String text) {
        return switch (text) {
            case "two" -> true;
            case "one", "" -> false;
            default -> throw new StartFailure("DOORLICHTING_SAMPLE is '" + text + "'; it can be one or two");
        };
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new StartFailure("DOORLICHTING_FRESH is '" + text + "'; it can be true or false");
        };
    }
}
