package nl.doorlichting.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Nine free ports in a row, below those that the system hands out itself and above those of the drills. They are free at
 * times while a test uses them, so this process holds the tenth port until it ends, and other tests take other ports.
 */
public final class FreePorts {
    private static final List<ServerSocket> HELD = new ArrayList<>();

    private FreePorts() {}

    public static Ports find() {
        Random random = new Random();
        while (true) {
            Ports ports = new Ports(21_000 + random.nextInt(1_100) * 10);
            if (hold(ports.first() + Ports.COUNT) && taken(ports).isEmpty()) {
                return ports;
            }
        }
    }

    private static boolean hold(int port) {
        try {
            HELD.add(bind(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static List<String> taken(Ports ports) {
        return ports.purposes().entrySet().stream()
                .filter(port -> !free(port.getKey()))
                .map(port -> port.getKey() + " " + port.getValue())
                .toList();
    }

    public static boolean free(int port) {
        try {
            bind(port).close();
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
