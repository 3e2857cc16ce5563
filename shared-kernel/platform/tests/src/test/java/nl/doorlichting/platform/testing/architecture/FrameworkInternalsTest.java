package nl.doorlichting.platform.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkInternalsTest {
    private static final String DECISION = """
            | class | uses | why | what notices |
            |---|---|---|---|
            | `Named` | `HttpServerRequestInternal`, `RouteConstants` | because | `NamedTest` |
            """;

    @TempDir
    Path sources;

    @Test
    void findsInternalsThatAdrDoesNotName() throws IOException {
        write("Named", "import io.vertx.core.http." + "impl.HttpServerRequestInternal;");
        write("Other", "import static io.vertx.core.http." + "impl.HttpServerRequestInternal.x;");
        write("Written", "private io.quarkus.oidc." + "runtime.OidcTenantConfig rules;");
        write("Nested", "import io.quarkus.oidc." + "runtime.OidcTenantConfig.Token;");
        write("Handlers", "import org.jboss.resteasy.reactive.server." + "handlers.ClassRoutingHandler;");
        write("Library", "import io.opentelemetry.sdk.trace." + "internal.ExtendedSpanProcessor;");

        assertEquals(
                Set.of(
                        "Other uses HttpServerRequestInternal",
                        "Written uses OidcTenantConfig",
                        "Nested uses OidcTenantConfig",
                        "Handlers uses ClassRoutingHandler",
                        "Library uses ExtendedSpanProcessor"),
                FrameworkInternals.unnamed(sources, DECISION));
    }

    @Test
    void ignoresPublicClasses() throws IOException {
        write("Started", "import io.quarkus.runtime.StartupEvent;");
        write("Profiles", "import io.quarkus.runtime.configuration.ConfigUtils;");
        write("Filtered", "import org.jboss.resteasy.reactive.server.ServerResponseFilter;");
        write("Own", "import nl.doorlichting.gateway." + "impl.Thing;");

        assertEquals(Set.of(), FrameworkInternals.unnamed(sources, DECISION));
    }

    private void write(String name, String line) throws IOException {
        Files.writeString(sources.resolve(name + ".java"), line);
    }
}
