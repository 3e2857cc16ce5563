package nl.doorlichting.local.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Creations that arrive at a steady rate, whether the ones before are answered or not. */
final class Writes {
    static final int PER_SECOND = 50;
    private static final int CONNECTIONS = 10;
    private static final long INTERVAL = 1_000_000_000L * CONNECTIONS / PER_SECOND;

    private final Question creation;
    private final int port;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Future<?>> clients;
    private final long begin = System.nanoTime();
    private volatile boolean ended;

    Writes(Question creation, int port) {
        this.creation = creation;
        this.port = port;
        this.clients = IntStream.range(0, CONNECTIONS)
                .<Future<?>>mapToObj(client -> threads.submit(() -> run(begin + client * INTERVAL / CONNECTIONS)))
                .toList();
    }

    private void run(long first) {
        KeepAliveConnection connection = new KeepAliveConnection(port);
        for (long due = first; !ended; due += INTERVAL) {
            LockSupport.parkNanos(due - System.nanoTime());
            try {
                connection.exchange(creation.request(0));
                if (connection.status() != creation.status()) {
                    problems.add("write: " + connection.failure());
                }
            } catch (IOException failure) {
                problems.add("write: " + failure);
            }
            nanos.add(System.nanoTime() - due);
        }
    }

    /** How many arrived, and how long each waited. */
    String summary() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<Long> sorted = nanos.stream().sorted().toList();
        return "%.0f writes/s, p50 %.1f ms, p99 %.1f ms"
                .formatted(
                        sorted.size() / seconds,
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Waits for the last answers. */
    void end() throws ExecutionException, InterruptedException {
        ended = true;
        threads.shutdown();
        for (Future<?> client : clients) {
            client.get();
        }
    }
}
