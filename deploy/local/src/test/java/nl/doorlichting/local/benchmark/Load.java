package nl.doorlichting.local.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Clients that repeat a question, each over its own connection, and the next request as soon as the last is answered. */
final class Load {
    private static final int MOST_ROUNDS = 10;
    private static final double AGREEMENT = 0.1;
    private static final int NONE_LEFT = -1;

    private final int port;
    private final SystemProcesses processes;

    Load(int port, SystemProcesses processes) {
        this.port = port;
        this.processes = processes;
    }

    /**
     * The last of several rounds, once three after one another agree: before, the system is still warming up.
     *
     * @param changing whether answers may change from one request to the next
     */
    Round untilRoundsAgree(Question question, int connections, Duration length, boolean changing)
            throws InterruptedException, ExecutionException {
        Round last = round(question, connections, length, changing);
        int agreeing = 1;
        for (int rounds = 1; rounds < MOST_ROUNDS && agreeing < 3; rounds++) {
            Round next = round(question, connections, length, changing);
            agreeing = next.agreesWith(last) ? agreeing + 1 : 1;
            last = next.withProblemsOf(last);
        }
        return agreeing < 3 ? last.unsteady() : last;
    }

    /** Requests by lot. */
    Round round(Question question, int connections, Duration length, boolean changing)
            throws InterruptedException, ExecutionException {
        return round(question, connections, length, changing, question::draw);
    }

    /** Each of these requests once, or as many as there is time for. */
    Round each(Question question, IntStream requests, int connections, Duration longest)
            throws InterruptedException, ExecutionException {
        PrimitiveIterator.OfInt left = requests.iterator();
        return round(question, connections, longest, false, lot -> {
            synchronized (left) {
                return left.hasNext() ? left.nextInt() : NONE_LEFT;
            }
        });
    }

    private Round round(
            Question question, int connections, Duration length, boolean changing, ToIntFunction<Random> draw)
            throws InterruptedException, ExecutionException {
        Map<String, Double> before = processes.cpuMillis();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Client>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random lot = new Random(i);
                Client client = new Client(question, () -> draw.applyAsInt(lot), changing);
                clients.add(() -> client.run(end));
            }
            List<Client> done = new ArrayList<>();
            for (Future<Client> client : threads.invokeAll(clients)) {
                done.add(client.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            processes.requireAlive();
            return Round.of(question, done, seconds, before, processes.cpuMillis());
        } finally {
            threads.shutdown();
        }
    }

    /** One connection and what was measured over it. */
    private final class Client {
        private final Question question;
        private final IntSupplier draw;
        private final boolean changing;
        private final List<String> problems = new ArrayList<>();
        private long[] nanos = new long[1 << 10];
        private int asked;
        private long bytes;

        Client(Question question, IntSupplier draw, boolean changing) {
            this.question = question;
            this.draw = draw;
            this.changing = changing;
        }

        Client run(long end) throws IOException {
            try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
                for (long now = System.nanoTime(); now < end; ) {
                    int number = draw.getAsInt();
                    if (number == NONE_LEFT) {
                        return this;
                    }
                    ask(connection, number);
                    long answered = System.nanoTime();
                    add(answered - now);
                    now = answered;
                }
            }
            return this;
        }

        private void ask(KeepAliveConnection connection, int number) {
            try {
                connection.exchange(question.request(number));
                bytes += connection.received();
                if (connection.status() != question.status()) {
                    problems.add(connection.failure());
                } else if (connection.isIncomplete()) {
                    problems.add("incomplete");
                } else if (!changing && !question.isSameAnswer(number, connection.checksum())) {
                    problems.add("not the same answer as before, without a write");
                }
            } catch (IOException failure) {
                problems.add(failure.toString());
            }
        }

        private void add(long time) {
            if (asked == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * asked);
            }
            nanos[asked++] = time;
        }
    }

    /**
     * What one round measured.
     *
     * @param perSecond complete answers with the right status
     * @param cpuMillis of each process, for each request
     * @param problems what was wrong, in all rounds; one for each request that failed
     */
    record Round(
            String question,
            int asked,
            int complete,
            double perSecond,
            double p50,
            double p99,
            double kilobytes,
            Map<String, Double> cpuMillis,
            List<String> problems,
            boolean steady) {

        private static Round of(
                Question question,
                List<Client> clients,
                double seconds,
                Map<String, Double> before,
                Map<String, Double> after) {
            long[] nanos = clients.stream()
                    .flatMapToLong(client -> LongStream.of(client.nanos).limit(client.asked))
                    .sorted()
                    .toArray();
            List<String> problems =
                    clients.stream().flatMap(client -> client.problems.stream()).toList();
            int complete = nanos.length - problems.size();
            double bytes = clients.stream().mapToLong(client -> client.bytes).sum();
            after.replaceAll((process, millis) -> (millis - before.get(process)) / Math.max(1, nanos.length));
            return new Round(
                    question.name(),
                    nanos.length,
                    complete,
                    complete / seconds,
                    quantile(nanos, 0.5),
                    quantile(nanos, 0.99),
                    bytes / Math.max(1, nanos.length) / 1000,
                    after,
                    problems,
                    true);
        }

        private static double quantile(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
        }

        boolean agreesWith(Round other) {
            return complete > 0 && Math.abs(perSecond - other.perSecond) <= AGREEMENT * perSecond;
        }

        Round withProblemsOf(Round earlier) {
            List<String> all = new ArrayList<>(earlier.problems);
            all.addAll(problems);
            return new Round(
                    question, asked, complete, perSecond, p50, p99, kilobytes, cpuMillis, List.copyOf(all), steady);
        }

        Round unsteady() {
            return new Round(question, asked, complete, perSecond, p50, p99, kilobytes, cpuMillis, problems, false);
        }
    }
}
