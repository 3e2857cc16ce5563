package nl.doorlichting.platform.testing.databases;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database behind a relay that a test freezes or stops. Frozen, connections stay open, new ones are accepted, and no byte
 * passes. Stopped, connections are closed, and new ones are refused. It has the init argument of {@link PostgresResource}.
 */
public final class FreezableDatabase implements QuarkusTestResourceLifecycleManager {
    private final PostgresResource postgres = new PostgresResource();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private URI database;
    private int port;
    private volatile ServerSocket relay;
    private boolean frozen;

    @Override
    public void init(Map<String, String> initArgs) {
        postgres.init(initArgs);
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(postgres.start());
        var key = "quarkus.datasource.jdbc.url";
        database = URI.create(config.get(key).substring("jdbc:".length()));
        open(0);
        port = relay.getLocalPort();
        config.put(key, config.get(key).replace(database.getHost() + ":" + database.getPort(), "127.0.0.1:" + port));
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FreezableDatabase.class));
    }

    @Override
    public void stop() {
        restore();
        refuse();
        threads.shutdownNow();
    }

    private void open(int wanted) {
        try {
            var opened = new ServerSocket(wanted, 0, InetAddress.getLoopbackAddress());
            relay = opened;
            threads.execute(() -> accept(opened));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Stops it. */
    public void refuse() {
        try {
            relay.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }

    /** As before it was frozen or stopped. */
    public void restore() {
        set(false);
        if (relay.isClosed()) {
            open(port);
        }
    }

    /** From now on it is silent. */
    public void freeze() {
        set(true);
    }

    private void set(boolean now) {
        lock.lock();
        try {
            frozen = now;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                var client = opened.accept();
                var server = new Socket(database.getHost(), database.getPort());
                connections.add(client);
                if (opened.isClosed()) {
                    // It was stopped after this one came and before it was known.
                    client.close();
                }
                threads.execute(() -> pass(client, server));
                threads.execute(() -> pass(server, client));
            }
        } catch (IOException stopped) {
            // The test has stopped it.
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(InputStream from, OutputStream to) throws IOException, InterruptedException {
        var buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            awaitThaw();
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private void awaitThaw() throws InterruptedException {
        lock.lock();
        try {
            while (frozen) {
                thawed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
