package nl.doorlichting.reporting;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Between a client and the service: passes requests on, unless a test lets it fail. One request for each connection. */
final class UnreliableNetwork implements AutoCloseable {
    private static final String BUSY =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";

    private final int service;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> answers = new ArrayList<>();
    private final Queue<Socket> stalledConnections = new ArrayDeque<>();
    private int requests;
    private int busy;
    private boolean away;
    private int stalledRequest;
    private int stallsAfter;
    private CountDownLatch stalled = new CountDownLatch(1);

    UnreliableNetwork(int service) throws IOException {
        this.service = service;
        run(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Everything passes from now on, and requests are counted from 0. */
    synchronized void works() {
        requests = 0;
        answers.clear();
        busy = 0;
        away = false;
        stalledRequest = 0;
    }

    /** No request gets an answer. */
    synchronized void isAway() {
        works();
        away = true;
    }

    /** The first requests are refused for the time being. */
    synchronized void isBusyFor(int first) {
        works();
        busy = first;
    }

    /** The answer to one request, counted from 1, stops after this many bytes. */
    synchronized void stallsIn(int request, int bytes) {
        works();
        stalledRequest = request;
        stallsAfter = bytes;
        stalled = new CountDownLatch(1);
    }

    /** Waits until an answer has stopped. */
    boolean awaitStall() throws InterruptedException {
        return stalled.await(2, TimeUnit.MINUTES);
    }

    /** Ends the connection of the first answer that has stopped. */
    synchronized void breakStalled() throws IOException {
        stalledConnections.remove().close();
    }

    synchronized int requests() {
        return requests;
    }

    /** The status of each answer that passed. */
    synchronized List<String> answers() {
        return List.copyOf(answers);
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            var client = server.accept();
            open.add(client);
            run(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        int number;
        boolean refused;
        int most;
        synchronized (this) {
            number = ++requests;
            if (away) {
                client.close();
                return;
            }
            refused = number <= busy;
            most = number == stalledRequest ? stallsAfter : Integer.MAX_VALUE;
        }
        if (refused) {
            client.getOutputStream().write(BUSY.getBytes(StandardCharsets.US_ASCII));
            client.close();
            return;
        }
        var upstream = new Socket(InetAddress.getLoopbackAddress(), service);
        open.add(upstream);
        run(() -> pass(client.getInputStream(), upstream.getOutputStream(), Integer.MAX_VALUE));
        var answer = new BufferedInputStream(upstream.getInputStream());
        record(answer);
        if (pass(answer, client.getOutputStream(), most)) {
            client.close();
            return;
        }
        synchronized (this) {
            stalledConnections.add(client);
            stalled.countDown();
        }
    }

    private void record(InputStream answer) throws IOException {
        var before = "HTTP/1.1 ".length();
        answer.mark(before + 3);
        var start = new String(answer.readNBytes(before + 3), StandardCharsets.US_ASCII);
        answer.reset();
        if (start.length() > before) {
            synchronized (this) {
                answers.add(start.substring(before));
            }
        }
    }

    /** Returns whether everything was passed on. */
    private boolean pass(InputStream from, OutputStream to, int most) throws IOException {
        var buffer = new byte[1 << 14];
        var left = most;
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, Math.min(read, left));
            to.flush();
            left -= Math.min(read, left);
            if (left == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        var thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException closed) {
                // An end of a connection, which its other end notices.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
