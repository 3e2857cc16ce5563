package nl.doorlichting.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

/** All ports are looked at before anything starts, so that a taken one leaves nothing half started. */
final class PortCheck {
    private final Map<Integer, String> purposes;

    /** @param purposes what each port is for, lowest port first */
    PortCheck(Map<Integer, String> purposes) {
        this.purposes = purposes;
    }

    /** Services of a launcher that was killed need a moment to notice it: their ports are waited for. */
    void require(Duration patience) {
        purposes.forEach((port, purpose) -> {
            if (!Polling.until(patience, () -> free(port))) {
                throw new StartFailure(
                        "Port " + port + " (" + purpose + ") is in use; free it, or set DOORLICHTING_PORT"
                                + " to the first of " + Ports.COUNT + " free ports in a row");
            }
        });
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
