package nl.doorlichting.reporting;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.doorlichting.platform.testing.PostgresResource;

/** A database behind a relay that a test freezes: connections stay open, new ones are accepted, and no byte passes. */
public final class FreezableDatabase implements QuarkusTestResourceLifecycleManager {
    private final PostgresResource postgres = new PostgresResource();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private ServerSocket relay;
    private boolean frozen;

    @Override
    public Map<String, String> start() {
        postgres.init(Map.of(PostgresResource.DATABASE, "reporting"));
        var config = new HashMap<>(postgres.start());
        var key = "quarkus.datasource.jdbc.url";
        var database = URI.create(config.get(key).substring("jdbc:".length()));
        try {
            relay = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        config.put(
                key,
                config.get(key)
                        .replace(database.getHost() + ":" + database.getPort(), "127.0.0.1:" + relay.getLocalPort()));
        threads.execute(() -> accept(database));
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FreezableDatabase.class));
    }

    @Override
    public void stop() {
        thaw();
        try {
            relay.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
        threads.shutdownNow();
    }

    void freeze() {
        set(true);
    }

    void thaw() {
        set(false);
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

    private void accept(URI database) {
        try {
            while (true) {
                var client = relay.accept();
                var server = new Socket(database.getHost(), database.getPort());
                threads.execute(() -> pass(client, server));
                threads.execute(() -> pass(server, client));
            }
        } catch (IOException stopped) {
            threads.shutdown();
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
