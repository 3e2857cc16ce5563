package nl.doorlichting.kernel.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@TestProfile(SlowClientTest.ShortPatience.class)
class SlowClientTest {
    private static final int DRIP_MILLIS = 100;
    private static final int DRIPS = 100;

    /** The same setting as in production, only shorter. */
    public static final class ShortPatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "1S");
        }
    }

    @Test
    void clientThatDripsItsHeadersIsCutOff() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(DRIP_MILLIS);
            socket.getOutputStream().write("GET /v1/things/public HTTP/1.1\r\nHost: localhost\r\n".getBytes());
            assertTrue(isCutOff(socket), "still connected after " + DRIPS + " headers");
        }
    }

    @Test
    void productionHasAPatienceToo() {
        var shipped = ConfigProvider.getConfig().getConfigSources();
        var patience = StreamSupport.stream(shipped.spliterator(), false)
                .filter(source -> source.getName().contains("microprofile-config.properties"))
                .map(source -> source.getValue("quarkus.http.idle-timeout"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertTrue(Duration.parse("PT" + patience).compareTo(Duration.ofMinutes(1)) < 0, patience);
    }

    private static boolean isCutOff(Socket socket) {
        for (int drip = 0; drip < DRIPS; drip++) {
            try {
                socket.getOutputStream().write("X: y\r\n".getBytes());
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }
}
