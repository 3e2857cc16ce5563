package nl.doorlichting.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

/** Checks all ports before the first process starts, so that a port in use leaves no process running. */
final class PortCheck {
    private final Map<Integer, String> purposes;

    /** @param purposes what each port is for, lowest port first */
    PortCheck(Map<Integer, String> purposes) {
        this.purposes = purposes;
    }

    /** Waits for ports in use, because the services of a killed launcher need a moment to end. */
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
