package nl.doorlichting.local.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.production.ReleaseCluster;
import org.junit.jupiter.api.Test;

/**
 * Measures the whole system through the gateway: PostgreSQL, services and gateway on one processor, the load on another.
 * Prints tables, also into {@code target/system-benchmark.md}, and fails if one answer was wrong, stale, incomplete or
 * refused.
 */
class SystemBenchmark {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));
    private static final Path TABLES = Path.of("target/system-benchmark.md");
    private static final int[] SIZES = Stream.of(
                    System.getProperty("sizes", "10000,1000000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 3));
    // Java reads this variable after its command line, which is that of the images.
    private static final Map<String, String> JAVA_OPTIONS = System.getProperty("javaOptions") == null
            ? Map.of()
            : Map.of("_JAVA_OPTIONS", System.getProperty("javaOptions"));
    // How long questions are asked for the first time, one after another, before rounds are measured.
    private static final Duration FIRST_TIMES = Duration.ofSeconds(Integer.getInteger("firstTimes", 360));
    // How long the unit is asked, observations are created, and readers ask while others write, before rounds are
    // measured.
    private static final Duration WARMING = Duration.ofSeconds(Integer.getInteger("warming", 30));
    // Parts of the names of the rows wanted. The unit is always measured.
    private static final List<String> ROWS =
            List.of(System.getProperty("rows", "").split(","));
    // More would only wait for one another, and what is computed too late to check revisions is not kept.
    private static final int FEW_CONNECTIONS = 4;
    private static final int CONNECTIONS = Integer.getInteger("connections", 16);

    private static final int KINDS_PRINTED = 30;

    private final StringBuilder tables = new StringBuilder();
    private final List<String> problems = new ArrayList<>();
    // By question and size.
    private final Map<String, Map<Integer, OneConnection>> growth = new LinkedHashMap<>();

    /**
     * Milliseconds of an answer over one connection, p50.
     *
     * @param first to a question that was not asked before
     * @param again to questions by lot, after the rounds
     */
    private record OneConnection(double first, double again) {}

    @Test
    void systemAnswersCompletelyAndCurrently() throws Exception {
        // Asked once: this process has fewer processors as soon as it is pinned.
        ProcessorPinning pinning = ProcessorPinning.ofThisMachine();
        for (int size : SIZES) {
            measure(size, pinning);
        }
        printGrowth();
        assertEquals(0, problems.size(), "failures");
    }

    private void measure(int size, ProcessorPinning pinning) throws Exception {
        Path folder = Path.of("target/benchmark-data").toAbsolutePath();
        DataFolder.deleteTree(folder);
        try (ReleaseCluster cluster = new ReleaseCluster(folder)) {
            pinning.startSystem();
            cluster.startDatabaseAsInProduction();
            List.of(Application.values()).forEach(application -> cluster.startAsImage(application, HOME, JAVA_OPTIONS));
            cluster.awaitReady(List.of(Application.values()));
            pinning.startLoad();
            SampleData data = SampleData.load(cluster, size);
            print("%n## %,d observations%n%n%s; %d connections, rounds of %d s%n"
                    .formatted(size, capitalised(pinning), CONNECTIONS, ROUND.toSeconds()));
            measure(cluster, data, new SystemProcesses(HOME, folder));
        }
        DataFolder.deleteTree(folder);
    }

    private void measure(ReleaseCluster cluster, SampleData data, SystemProcesses processes) throws Exception {
        int port = cluster.ports.of(Application.GATEWAY);
        Load load = new Load(port, processes);
        Questions questions = new Questions(data, cluster.tokens);
        Question creation = questions.creation(new NewObservations(data.projects()));
        FreshnessCheck check = new FreshnessCheck(port, cluster.tokens, data.municipalities());
        try {
            Map<String, Load.Round> quiet = withoutWrites(cluster, load, questions, creation, data.observations());
            withWrites(cluster, load, questions, creation, check, quiet);
        } finally {
            check.end();
        }
        problems.addAll(check.problems());
        printProblems();
        print("%nChecker: %s.%n".formatted(check.summary()));
        Map<String, Long> memory = processes.memory();
        print("%nMemory (Pss): %s; sum %d MiB.%n"
                .formatted(
                        memory.entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue() + " MiB")
                                .collect(Collectors.joining(", ")),
                        memory.values().stream().mapToLong(Long::longValue).sum()));
    }

    private Map<String, Load.Round> withoutWrites(
            ReleaseCluster cluster, Load load, Questions questions, Question creation, int size) throws Exception {
        print("""

                Without writes. First each question is asked for the first time, by each caller:

                | question | requests/s | in units | p50 ms | p99 ms | complete | kB | from the cache | asked before | first \
                time, one connection: p50 ms, CPU ms | after the rounds, one connection: p50 ms | CPU ms of a request: \
                gateway + funding + training + reporting + PostgreSQL |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        Map<String, Load.Round> rounds = new LinkedHashMap<>();
        List<Question> all = new ArrayList<>();
        all.addAll(wanted(questions.repeated()));
        all.addAll(wanted(List.of(questions.anyThreeDimensions(), creation)));
        all.add(0, questions.unit());
        for (Question question : all) {
            // Services that have just started answer some of the first requests too late.
            load.round(question, 1, ROUND, true);
        }
        for (Question question : all) {
            awaitIdle(cluster);
            question.forgetAnswers();
            Load.Round before = question.isRepeated()
                    ? load.each(question, question.inOrder(), FEW_CONNECTIONS, FIRST_TIMES)
                    : null;
            // The unit has too few questions to warm up by them.
            Load.Round warming = question.isCreation() || question == all.get(0)
                    ? load.round(question, CONNECTIONS, WARMING, true)
                    : null;
            awaitIdle(cluster);
            Load.Round first = first(load, question);
            Load.Round last =
                    question.isRepeated() ? load.each(question, question.last(), FEW_CONNECTIONS, FIRST_TIMES) : null;
            awaitIdle(cluster);
            CachedReports cached = CachedReports.of(cluster);
            Load.Round round = question.isAskedOnce()
                    ? first
                    : load.untilRoundsAgree(question, CONNECTIONS, ROUND, question.isCreation());
            String fromCache = CachedReports.of(cluster).since(cached);
            Load.Round again = question.isAskedOnce() ? first : load.round(question, 1, ROUND, question.isCreation());
            Stream.of(before, warming, first, last, round, again)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(each -> problems.addAll(named(question, each.problems())));
            growth.computeIfAbsent(question.name(), name -> new LinkedHashMap<>())
                    .put(size, new OneConnection(first.p50(), again.p50()));
            rounds.put(question.name(), round);
            double unit = rounds.values().iterator().next().perSecond();
            print("| %s%s | %,.1f | %.4f | %.2f | %.2f | %d of %d | %.1f | %s | %s | %.2f, %.2f | %.2f | %s |%n"
                    .formatted(
                            question.name(),
                            round.steady() ? "" : " (rounds did not agree)",
                            round.perSecond(),
                            round.perSecond() / unit,
                            round.p50(),
                            round.p99(),
                            round.complete(),
                            round.asked(),
                            round.kilobytes(),
                            fromCache,
                            before == null
                                    ? "-"
                                    : "%,d of %,d".formatted(before.complete() + last.complete(), question.requests()),
                            first.p50(),
                            first.cpuMillis().values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum(),
                            again.p50(),
                            cpu(round)));
        }
        return rounds;
    }

    /** Questions that were not asked before, where there are enough. */
    private static Load.Round first(Load load, Question question) throws Exception {
        if (question.isAskedOnce()) {
            return load.round(question, 1, ROUND.multipliedBy(10), false);
        }
        return question.neverAsked().findAny().isPresent()
                ? load.each(question, question.neverAsked(), 1, ROUND)
                : load.round(question, 1, ROUND, question.isCreation());
    }

    private static List<Question> wanted(List<Question> rows) {
        return rows.stream()
                .filter(row -> ROWS.stream().anyMatch(row.name()::contains))
                .toList();
    }

    private void withWrites(
            ReleaseCluster cluster,
            Load load,
            Questions questions,
            Question creation,
            FreshnessCheck check,
            Map<String, Load.Round> quiet)
            throws Exception {
        print("""

                While %d observations a second are created, and the checker writes:

                | question | requests/s | of those without writes | p50 ms | p99 ms | complete | CPU ms of a request, writes \
                included | from the cache | writes |
                |---|---|---|---|---|---|---|---|---|
                """.formatted(Writes.PER_SECOND));
        check.write(true);
        for (Question question : wanted(questions.repeated())) {
            awaitIdle(cluster);
            question.forgetAnswers();
            CachedReports before = CachedReports.of(cluster);
            Writes writes = new Writes(creation, cluster.ports.of(Application.GATEWAY));
            try {
                // What is compiled meanwhile takes more processor time than the answers.
                Load.Round warming = load.round(question, CONNECTIONS, WARMING, true);
                problems.addAll(named(question, warming.problems()));
                Load.Round round = load.untilRoundsAgree(question, CONNECTIONS, ROUND, true);
                problems.addAll(named(question, round.problems()));
                print("| %s%s | %,.1f | %s | %.2f | %.2f | %d of %d | %s | %s | %s |%n"
                        .formatted(
                                question.name(),
                                round.steady() ? "" : " (rounds did not agree)",
                                round.perSecond(),
                                share(round, quiet.get(question.name())),
                                round.p50(),
                                round.p99(),
                                round.complete(),
                                round.asked(),
                                cpu(round),
                                CachedReports.of(cluster).since(before),
                                writes.summary()));
            } finally {
                writes.end();
            }
            problems.addAll(writes.problems());
        }
        check.write(false);
    }

    private void printProblems() throws Exception {
        Map<String, Long> counts = problems.stream()
                .collect(Collectors.groupingBy(problem -> problem, TreeMap::new, Collectors.counting()));
        print("%nFailures up to here, rounds before they agree included: %,d.%n%n".formatted(problems.size()));
        for (var problem : counts.entrySet().stream().limit(KINDS_PRINTED).toList()) {
            print("- %,d of: %s%n".formatted(problem.getValue(), problem.getKey()));
        }
    }

    private void printGrowth() throws Exception {
        printGrowth("asked for the first time", OneConnection::first);
        printGrowth("by lot, after the rounds", OneConnection::again);
    }

    private void printGrowth(String when, ToDoubleFunction<OneConnection> time) throws Exception {
        print("%n## Growth: %s, one connection, p50 ms%n%n| question |".formatted(when));
        for (int size : SIZES) {
            print(" %,d |".formatted(size));
        }
        print("%n|---|%s%n".formatted("---|".repeat(SIZES.length)));
        for (var question : growth.entrySet()) {
            double smallest = time.applyAsDouble(question.getValue().get(SIZES[0]));
            print("| " + question.getKey() + " |");
            for (int size : SIZES) {
                double millis = time.applyAsDouble(question.getValue().get(size));
                print(" %.2f (%.1f times) |".formatted(millis, millis / smallest));
            }
            print("%n".formatted());
        }
    }

    /** A statement can run on after the gateway has given up on it. */
    private static void awaitIdle(ReleaseCluster cluster) throws Exception {
        cluster.administer(Application.REPORTING_SERVICE, """
                set statement_timeout = 0;
                do $$ begin
                    for i in 1..600 loop
                        perform pg_stat_clear_snapshot();
                        exit when not exists (select 1 from pg_stat_activity where state = 'active'
                            and backend_type = 'client backend' and pid <> pg_backend_pid());
                        perform pg_sleep(0.05);
                    end loop;
                end $$
                """);
    }

    /** The gateway's own count of the reports that it answered, and of those from its cache. */
    private record CachedReports(double hits, double all) {
        private static final String METRIC = "doorlichting_report_cache_requests_total";

        static CachedReports of(ReleaseCluster cluster) {
            String metrics = cluster.http
                    .tryGet(cluster.ports.managementUrl(Application.GATEWAY) + "/q/metrics")
                    .map(Http.Response::text)
                    .orElse("");
            return new CachedReports(sum(metrics, "\"(hit|shared)\""), sum(metrics, ""));
        }

        private static double sum(String metrics, String label) {
            return metrics.lines()
                    .filter(line -> line.startsWith(METRIC)
                            && Pattern.compile(label).matcher(line).find())
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }

        String since(CachedReports before) {
            return all == before.all
                    ? "-"
                    : "%.3f of %,.0f".formatted((hits - before.hits) / (all - before.all), all - before.all);
        }
    }

    private static List<String> named(Question question, List<String> problems) {
        return problems.stream()
                .map(problem -> question.name() + ": " + problem)
                .toList();
    }

    private static String share(Load.Round round, Load.Round of) {
        return of.complete() == 0 ? "-" : "%.2f".formatted(round.perSecond() / of.perSecond());
    }

    private static String cpu(Load.Round round) {
        return round.cpuMillis().values().stream()
                .map(millis -> "%.3f".formatted(millis))
                .collect(Collectors.joining(" + "));
    }

    private static String capitalised(ProcessorPinning pinning) {
        String text = pinning.toString();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** At once, because a measurement takes long and may be broken off. */
    private void print(String text) throws Exception {
        System.out.print(text);
        tables.append(text);
        Files.writeString(TABLES, tables);
    }
}
