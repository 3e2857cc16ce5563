package nl.doorlichting.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nine ports in a row: gateway, the three services, PostgreSQL, and the management ports in the same order. */
public record Ports(int first) {
    static final int COUNT = 9;

    public int of(Application application) {
        return first + application.ordinal();
    }

    public int database() {
        return first + 4;
    }

    public int management(Application application) {
        return first + 5 + application.ordinal();
    }

    public String url(Application application) {
        return "http://127.0.0.1:" + of(application);
    }

    public String managementUrl(Application application) {
        return "http://127.0.0.1:" + management(application);
    }

    /** What each port is for, lowest port first. */
    Map<Integer, String> purposes() {
        Map<Integer, String> purposes = new LinkedHashMap<>();
        for (Application application : Application.values()) {
            purposes.put(of(application), application.title());
        }
        purposes.put(database(), "PostgreSQL");
        for (Application application : Application.values()) {
            purposes.put(management(application), application.title() + " management");
        }
        return purposes;
    }

    /**
     * Checks ports before the first process starts, so that a port in use leaves no process running. Waits for ports in use,
     * because the services of a killed launcher need a moment to end.
     *
     * @param purposes what each port is for, lowest port first
     */
    static void requireFree(Map<Integer, String> purposes, Duration patience) {
        purposes.forEach((port, purpose) -> {
            if (!Polling.until(patience, () -> free(port))) {
                throw new StartFailure(
                        "Port " + port + " (" + purpose + ") is in use; free it, or set DOORLICHTING_PORT"
                                + " to the first of " + COUNT + " free ports in a row");
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
