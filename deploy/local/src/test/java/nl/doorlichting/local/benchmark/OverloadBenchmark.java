package nl.doorlichting.local.benchmark;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.production.ReleaseCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends the system more than it can answer, and prints what becomes of it. The bounds hold on a machine that does much else.
 * docs/performance.md has figures.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OverloadBenchmark {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));
    private static final List<Application> ALL = List.of(Application.values());
    private static final List<Application> RESTARTED = List.of(Application.GATEWAY, Application.FUNDING_SERVICE);
    private static final int CLIENTS_AT_CAPACITY = 16;
    private static final int CLIENTS = 400;
    private static final int TIMES_CAPACITY = 3;
    private static final double WRITES = 0.1;
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration OVERLOAD = Duration.ofSeconds(12);
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMillis(200);
    // Until more of it makes answers no faster.
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final double RECOVERED = 0.8;

    @TempDir
    static Path folder;

    private static ReleaseCluster cluster;
    private static Question reads;
    private static Question writes;
    private static double capacity;
    private static double capacityOfReads;
    private static double capacityOfWrites;
    private static ProcessorPinning pinning;
    private static final ProcessorShares SHARES = new ProcessorShares();
    private static Path data;

    /** @param status 0 for a connection that failed */
    private record Answer(byte[] request, boolean write, int status, long begun, long ended) {
        boolean isGood() {
            return status == 200 || status == 201;
        }

        double millis() {
            return (ended - begun) / 1e6;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        pinning = ProcessorPinning.ofThisMachine();
        pinning.startSystem();
        data = folder.resolve("data");
        cluster = new ReleaseCluster(data);
        cluster.startDatabaseAsInProduction();
        ALL.forEach(application -> cluster.startMigrating(application, HOME));
        cluster.awaitReady(ALL);
        pinning.startLoad();
        SHARES.give(new SystemProcesses(HOME, data).byName());
        print("%s; %s", pinning, SHARES);
        SampleData records = SampleData.load(cluster, 10_000);
        Questions questions = new Questions(records, cluster.tokens);
        reads = questions.repeated().stream()
                .filter(question -> question.name().startsWith("50 projects"))
                .findFirst()
                .orElseThrow();
        writes = questions.creation(new NewObservations(records.projects()));
        closedLoop(CLIENTS_AT_CAPACITY, WARM_UP, WRITES);
        capacityOfReads = capacity("reads alone", 0);
        capacityOfWrites = capacity("writes alone", 1);
        capacity = capacity("both", WRITES);
    }

    private static double capacity(String of, double writes) throws Exception {
        long begin = System.nanoTime();
        List<Answer> answers = closedLoop(CLIENTS_AT_CAPACITY, MEASURED, writes);
        double found = good(answers).size() / ((System.nanoTime() - begin) / 1e9);
        print(
                "capacity for %s: %.0f answers/s at %d clients, %.0f %% of them writes; %s",
                of,
                found,
                CLIENTS_AT_CAPACITY,
                100.0 * writes(good(answers)) / good(answers).size(),
                statuses(answers));
        return found;
    }

    /** Seconds that the system needs at capacity for as many reads and writes, each kind alone. */
    private static double work(double reads, double writes) {
        return reads / capacityOfReads + writes / capacityOfWrites;
    }

    private static long writes(List<Answer> answers) {
        return answers.stream().filter(Answer::write).count();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void answersMostOfItsCapacityUnderThreeTimesTheLoad() throws Exception {
        long stored = observations();
        SystemProcesses processes = new SystemProcesses(HOME, data);
        Map<String, Double> before = processes.cpuMillis();
        List<Answer> answers = openLoop(TIMES_CAPACITY * capacity);
        long end = System.nanoTime();
        print(
                "processor meanwhile: %s",
                processes.cpuMillis().entrySet().stream()
                        .map(now -> "%s %.0f %%"
                                .formatted(
                                        now.getKey(),
                                        (now.getValue() - before.get(now.getKey())) / OVERLOAD.toMillis() * 100))
                        .collect(Collectors.joining(", ")));
        List<Answer> after = closedLoop(CLIENTS_AT_CAPACITY, Duration.ofSeconds(4), WRITES);
        double goodput = good(answers).size() / (OVERLOAD.toMillis() / 1e3);
        List<Double> refusals = millis(answers, answer -> answer.status() == 503 || answer.status() == 429);
        List<Double> served = millis(answers, Answer::isGood);
        double recovery = secondsUntilRecovered(after, end);
        long written = writes(good(answers));
        double work = work(good(answers).size() - written, written) / OVERLOAD.toSeconds();
        double workAtCapacity = work(capacity * (1 - WRITES), capacity * WRITES);
        print(
                "at %d times the load: %.0f sent/s; goodput %.0f/s (%.0f %% writes), %.0f %% of capacity in number and"
                        + " %.0f %% in work; served p50 %.0f ms, p99 %.0f"
                        + " ms; refused p50 %.0f ms, p99 %.0f ms,"
                        + " %.0f %% within 100 ms; recovered after %.1f s; %s",
                TIMES_CAPACITY,
                answers.size() / (OVERLOAD.toMillis() / 1e3),
                goodput,
                100.0 * written / good(answers).size(),
                100 * goodput / capacity,
                100 * work / workAtCapacity,
                percentile(served, 50),
                percentile(served, 99),
                percentile(refusals, 50),
                percentile(refusals, 99),
                100.0 * refusals.stream().filter(millis -> millis <= 100).count() / refusals.size(),
                recovery,
                statuses(answers));
        assertEachWriteStoredOnce(stored, answers, after);
        assertEquals(
                List.of(),
                answers.stream()
                        .filter(OverloadBenchmark::isUnexpected)
                        .map(Answer::status)
                        .toList());
        assertTrue(goodput >= 0.25 * capacity, "goodput");
        // On any machine a refusal is quicker than an answer.
        assertTrue(percentile(refusals, 50) < Math.max(1000, percentile(served, 50)), "time of refusals");
        assertTrue(recovery < 10, "recovery");
    }

    /** Java starts cold: the time that the same restart takes under as many clients as make the capacity is beside it. */
    @Test
    @Order(2)
    void answersSoonAfterRestartUnderManyConnections() throws Exception {
        for (int clients : List.of(CLIENTS_AT_CAPACITY, CLIENTS)) {
            assertTrue(secondsUntilFirstAnswerAfterRestart(clients) < 4, "first answer");
        }
    }

    private static double secondsUntilFirstAnswerAfterRestart(int clients) throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Random lot = new Random(i);
                all.add(threads.submit(() -> repeat(lot, answers, WRITES, ended::get)));
            }
            cluster.stopAll(RESTARTED);
            pinning.startSystem();
            RESTARTED.forEach(application -> cluster.startMigrating(application, HOME));
            pinning.startLoad();
            SHARES.give(new SystemProcesses(HOME, data).byName());
            cluster.awaitReady(RESTARTED);
            long ready = System.nanoTime();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> secondsUntilRecovered(since(ready, answers), ready) < Double.POSITIVE_INFINITY);
            ended.set(true);
            for (Future<?> client : all) {
                client.get();
            }
            List<Answer> since = since(ready, answers);
            double first = since.stream()
                    .filter(Answer::isGood)
                    .mapToDouble(answer -> (answer.ended() - ready) / 1e9)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            print(
                    "restart of gateway and funding service under %d clients: first answer after %.1f s, "
                            + "%.0f %% of capacity after %.1f s; %s",
                    clients, first, 100 * RECOVERED, secondsUntilRecovered(since, ready), statuses(since));
            assertEquals(
                    List.of(),
                    since.stream()
                            .filter(OverloadBenchmark::isUnexpected)
                            .map(Answer::status)
                            .toList());
            return first;
        } finally {
            ended.set(true);
            threads.shutdown();
        }
    }

    private static List<Answer> since(long moment, Collection<Answer> answers) {
        return answers.stream().filter(answer -> answer.begun() >= moment).toList();
    }

    private static boolean isUnexpected(Answer answer) {
        return !answer.isGood() && answer.status() != 503 && answer.status() != 429;
    }

    /** Each client sends its next request once the last is answered. */
    private static List<Answer> closedLoop(int clients, Duration length, double writes) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        inParallel(
                clients, client -> () -> repeat(new Random(client), answers, writes, () -> System.nanoTime() >= end));
        return List.copyOf(answers);
    }

    private static Void repeat(Random lot, Collection<Answer> answers, double writes, Callable<Boolean> ended)
            throws Exception {
        try (KeepAliveConnection connection = connection()) {
            while (!ended.call()) {
                Answer answer = send(connection, lot.nextDouble() < writes, lot);
                answers.add(answer);
                if (!answer.isGood()) {
                    LockSupport.parkNanos(PAUSE_AFTER_REFUSAL.toNanos());
                }
            }
            return null;
        }
    }

    /** Requests are sent at their time, whether earlier ones are answered or not, as long as a client is free. */
    private static List<Answer> openLoop(double perSecond) throws Exception {
        int all = (int) (perSecond * OVERLOAD.toSeconds());
        long begin = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        inParallel(CLIENTS, client -> () -> {
            Random lot = new Random(client);
            try (KeepAliveConnection connection = connection()) {
                for (int n = next.getAndIncrement(); n < all; n = next.getAndIncrement()) {
                    long due = begin + (long) (n * 1e9 / perSecond);
                    LockSupport.parkNanos(due - System.nanoTime());
                    if (System.nanoTime() - begin > OVERLOAD.toNanos()) {
                        late.incrementAndGet();
                        continue;
                    }
                    answers.add(send(connection, lot.nextDouble() < WRITES, lot));
                }
                return null;
            }
        });
        if (late.get() > 0) {
            print("this machine could not send %d of %d requests in time", late.get(), all);
        }
        return List.copyOf(answers);
    }

    private interface Client {
        Callable<Void> of(int number);
    }

    private static void inParallel(int clients, Client client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(client.of(i));
            }
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static KeepAliveConnection connection() {
        return new KeepAliveConnection(cluster.ports.of(Application.GATEWAY));
    }

    private static Answer send(KeepAliveConnection connection, boolean write, Random lot) {
        byte[] request = write ? writes.request(0) : reads.request(reads.draw(lot));
        return send(connection, write, request);
    }

    private static Answer send(KeepAliveConnection connection, boolean write, byte[] request) {
        long begun = System.nanoTime();
        int status = 0;
        try {
            connection.exchange(request);
            status = connection.status();
        } catch (IOException failed) {
            status = 0;
        }
        return new Answer(write ? request : new byte[0], write, status, begun, System.nanoTime());
    }

    /** Those that were refused are sent again with their key, and so are those that were answered. */
    private static void assertEachWriteStoredOnce(long before, List<Answer> first, List<Answer> second)
            throws Exception {
        List<Answer> sent = new ArrayList<>(first);
        sent.addAll(second);
        List<byte[]> keyed =
                sent.stream().filter(Answer::write).map(Answer::request).toList();
        long acknowledged =
                sent.stream().filter(Answer::write).filter(Answer::isGood).count();
        assertTrue(observations() - before >= acknowledged, "acknowledged writes are stored");
        AtomicInteger next = new AtomicInteger();
        inParallel(CLIENTS_AT_CAPACITY, client -> () -> {
            try (KeepAliveConnection connection = connection()) {
                for (int n = next.getAndIncrement(); n < keyed.size(); n = next.getAndIncrement()) {
                    int status = send(connection, true, keyed.get(n)).status();
                    for (int again = 0; status != 201 && again < 20; again++) {
                        LockSupport.parkNanos(PAUSE_AFTER_REFUSAL.toNanos());
                        status = send(connection, true, keyed.get(n)).status();
                    }
                    assertEquals(201, status);
                }
                return null;
            }
        });
        long stored = observations() - before;
        print(
                "%d writes, %d acknowledged at once; sent again with their keys, %d stored",
                keyed.size(), acknowledged, stored);
        assertEquals(keyed.size(), stored);
    }

    private static long observations() throws SQLException {
        try (Connection connection = cluster.connect(Application.REPORTING_SERVICE);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from reach_observation")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Until half a second has most of the answers that the capacity allows. */
    private static double secondsUntilRecovered(List<Answer> answers, long from) {
        long window = Duration.ofMillis(500).toNanos();
        List<Long> ends = good(answers).stream().map(Answer::ended).sorted().toList();
        int needed = (int) (RECOVERED * capacity * window / 1e9);
        for (int i = 0; i + needed < ends.size(); i++) {
            if (ends.get(i + needed) - ends.get(i) <= window) {
                return (ends.get(i) - from) / 1e9;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static List<Answer> good(List<Answer> answers) {
        return answers.stream().filter(Answer::isGood).toList();
    }

    private static List<Double> millis(List<Answer> answers, Predicate<Answer> which) {
        return answers.stream().filter(which).map(Answer::millis).sorted().toList();
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
    }

    private static String statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()))
                + " by status";
    }

    private static void print(String format, Object... values) {
        System.out.printf("overload: " + format + "%n", values);
    }
}
