import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Acts as the Service of a cluster, on this machine only: each new connection goes to an instance that is ready, in turns. An
 * open connection stays with its instance. Arguments: port; a file with the port of each instance on a line of its own,
 * whose management port is the next one. Instances come and go with the file.
 */
class Balancer {
    private static final int LOOK_EVERY_MILLIS = 200;
    private static volatile List<Integer> ready = List.of();

    public static void main(String[] arguments) throws Exception {
        var instances = Path.of(arguments[1]);
        start(() -> look(instances));
        var turn = new AtomicInteger();
        try (var door = new ServerSocket(Integer.parseInt(arguments[0]), 200, InetAddress.getLoopbackAddress())) {
            while (true) {
                var client = door.accept();
                start(() -> connect(client, turn.getAndIncrement()));
            }
        }
    }

    private static void look(Path instances) {
        try {
            while (true) {
                // All at once: one that is slow to say so must not keep a stopped one in use.
                ready = Files.readAllLines(instances).parallelStream()
                        .map(Integer::valueOf)
                        .filter(Balancer::isReady)
                        .toList();
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException | InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    /** One that does not say in time what it is stays as it was, as in a cluster, which asks several times. */
    private static boolean isReady(int port) {
        try {
            var health = URI.create("http://127.0.0.1:" + (port + 1) + "/q/health/ready").toURL();
            var connection = (HttpURLConnection) health.openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == 200;
        } catch (SocketTimeoutException late) {
            return ready.contains(port);
        } catch (IOException away) {
            return false;
        }
    }

    /** A connection is refused when no instance is ready, as by a Service without endpoints. */
    private static void connect(Socket client, int turn) {
        var now = ready;
        try (client) {
            if (now.isEmpty()) {
                System.out.println(Instant.now() + " no instance is ready");
                return;
            }
            try (var instance = new Socket(InetAddress.getLoopbackAddress(), now.get(turn % now.size()))) {
                client.setTcpNoDelay(true);
                instance.setTcpNoDelay(true);
                var back = start(() -> pass(instance, client));
                pass(client, instance);
                back.join();
            }
        } catch (IOException | InterruptedException broken) {
            // Both ends are closed now.
            System.out.println(Instant.now() + " a connection to one of " + now + " broke: " + broken);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is closed already.
        }
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
