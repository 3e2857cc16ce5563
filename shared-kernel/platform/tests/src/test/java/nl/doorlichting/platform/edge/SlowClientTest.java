package nl.doorlichting.platform.edge;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@TestProfile(SlowClientTest.ShortPatience.class)
class SlowClientTest {
    private static final int DRIP_MILLIS = 100;
    private static final int DRIPS = 100;

    /** The settings of production with shorter times. */
    public static final class ShortPatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "1S", "doorlichting.payload.grace", "1S");
        }
    }

    @Test
    void closesConnectionWithSlowHeaders() throws IOException {
        assertCutOff("GET /v1/things/public HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n");
    }

    /** Each byte resets the idle timeout, so that only the minimum rate can end the connection. */
    @ParameterizedTest
    @CsvSource({"Content-Length: 1000, a", "Transfer-Encoding: chunked, '1\r\na\r\n'"})
    void closesConnectionWithSlowBody(String length, String drip) throws IOException {
        var token = TestIssuer.token(Role.AUDITOR);
        assertCutOff(
                "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + token + "\r\n" + length + "\r\n\r\n",
                drip.replace("\\r\\n", "\r\n"));
    }

    @Test
    void closesConnectionWithUnreadAnswer() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("GET /v1/long-answer HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            assertFalse(LongAnswerResource.TAKEN.get(1, TimeUnit.MINUTES));
        }
    }

    @Test
    void hasTimeoutsInProduction() {
        var shipped = ConfigProvider.getConfig().getConfigSources();
        var patience = StreamSupport.stream(shipped.spliterator(), false)
                .filter(source -> source.getName().contains("microprofile-config.properties"))
                .map(source -> source.getValue("quarkus.http.idle-timeout"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertTrue(Duration.parse("PT" + patience).compareTo(Duration.ofMinutes(1)) < 0, patience);
    }

    private static void assertCutOff(String beginning, String drip) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(DRIP_MILLIS);
            socket.getOutputStream().write(beginning.getBytes());
            assertTrue(isCutOff(socket, drip), "still connected after " + DRIPS + " drips");
        }
    }

    private static boolean isCutOff(Socket socket, String drip) {
        for (int i = 0; i < DRIPS; i++) {
            try {
                socket.getOutputStream().write(drip.getBytes());
                assertTrue(socket.getInputStream().read() < 0, "answered");
                return true;
            } catch (SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }
}
