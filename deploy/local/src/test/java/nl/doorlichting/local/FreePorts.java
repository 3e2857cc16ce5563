package nl.doorlichting.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;

/** Nine free ports in a row, below those that the system hands out itself. */
public final class FreePorts {
    private FreePorts() {}

    public static Ports find() {
        Random random = new Random();
        while (true) {
            Ports ports = new Ports(21_000 + random.nextInt(1_100) * 10);
            if (taken(ports).isEmpty()) {
                return ports;
            }
        }
    }

    public static List<String> taken(Ports ports) {
        return ports.purposes().entrySet().stream()
                .filter(port -> !free(port.getKey()))
                .map(port -> port.getKey() + " " + port.getValue())
                .toList();
    }

    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
