package nl.doorlichting.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;
import nl.doorlichting.gateway.clients.UpstreamHttpClient;
import org.junit.jupiter.api.Test;

/** A request never meets a connection that a stopping service closes at the end of its shutdown delay. */
class IdleConnectionsTest {
    private static final int CLEANS_EVERY_SECONDS = new PoolOptions().getCleanerPeriod() / 1000;

    @Test
    void closesIdleConnectionsBeforeServicesStop() throws IOException {
        var delay = Integer.parseInt(property("META-INF/microprofile-config.properties", "quarkus.shutdown.delay")
                .replace("S", ""));
        assertTrue(
                ForwardingHandler.KEEP_ALIVE_SECONDS + CLEANS_EVERY_SECONDS < delay,
                "connections are idle for longer than " + delay + " s");
    }

    @Test
    void keepsConnectionsOfReportsAsLong() {
        assertEquals(ForwardingHandler.KEEP_ALIVE_SECONDS, UpstreamHttpClient.KEEP_ALIVE_SECONDS);
    }

    private static String property(String file, String name) throws IOException {
        for (URL found :
                Collections.list(IdleConnectionsTest.class.getClassLoader().getResources(file))) {
            var properties = new Properties();
            try (var in = found.openStream()) {
                properties.load(in);
            }
            if (properties.containsKey(name)) {
                return properties.getProperty(name);
            }
        }
        throw new IllegalStateException("no " + name + " in " + file);
    }
}
