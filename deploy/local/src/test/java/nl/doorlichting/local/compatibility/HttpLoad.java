package nl.doorlichting.local.compatibility;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.local.ApiClient;
import nl.doorlichting.platform.testing.time.RunningTime;

/** Clients, one for each kind of request. Each repeats its request 50 ms after the response. */
final class HttpLoad {
    private static final long PAUSE_MILLIS = 50;

    /**
     * @param service called directly, because the gateway gives up a slow service
     * @param json null for a read; {@code %s} in it is replaced by a new name each time
     */
    record Ask(ApiClient service, int status, String method, String path, String role, String json) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Wait(Ask ask, Duration time) {
        @Override
        public String toString() {
            return ask + " waited " + time.toMillis() + " ms";
        }
    }

    private final List<Ask> asks;
    private final ScheduledExecutorService clients;
    private final Queue<Wait> answered = new ConcurrentLinkedQueue<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();

    private HttpLoad(List<Ask> asks) {
        this.asks = asks;
        this.clients = Executors.newScheduledThreadPool(asks.size());
    }

    /** Waits for the first response of each, which is not counted because it includes loading of classes. */
    static HttpLoad start(List<Ask> asks) throws IOException, InterruptedException {
        HttpLoad load = new HttpLoad(asks);
        for (Ask ask : asks) {
            assertEquals(ask.status(), load.send(ask).statusCode(), ask::toString);
        }
        for (Ask ask : asks) {
            load.clients.scheduleWithFixedDelay(() -> load.ask(ask), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return load;
    }

    private void ask(Ask ask) {
        try (RunningTime time = RunningTime.start()) {
            int status = send(ask).statusCode();
            answered.add(new Wait(ask, time.taken()));
            if (status != ask.status()) {
                failed.add(ask + " was answered " + status);
            }
        } catch (IOException failure) {
            failed.add(ask + ": " + failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(Ask ask) throws IOException, InterruptedException {
        if (ask.json() == null) {
            return ask.service().send(ask.method(), ask.path(), ask.role(), null);
        }
        String name = UUID.randomUUID().toString();
        return ask.service()
                .send(
                        ask.method(),
                        ask.path(),
                        ask.role(),
                        ask.json().formatted(name),
                        "Idempotency-Key",
                        "load-" + name);
    }

    /** Waits until each client has this many more responses. */
    void awaitAnswers(int more) {
        for (Ask ask : asks) {
            long before = count(ask);
            await().atMost(Duration.ofMinutes(1)).until(() -> count(ask) >= before + more);
        }
    }

    private long count(Ask ask) {
        return answered.stream().filter(wait -> wait.ask().equals(ask)).count();
    }

    /** The longest wait since the last call. */
    Wait longest() {
        Wait longest = answered.poll();
        for (Wait wait = answered.poll(); wait != null; wait = answered.poll()) {
            longest = longest.time().compareTo(wait.time()) < 0 ? wait : longest;
        }
        return longest;
    }

    /** Ends the load; fails if a request failed. */
    void end() throws InterruptedException {
        clients.shutdown();
        assertTrue(clients.awaitTermination(1, TimeUnit.MINUTES), "a client got no answer");
        assertEquals(List.of(), failed);
    }
}
