package nl.doorlichting.local.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.identity.Tokens;

/**
 * Reads reports of a programme of its own while others load the system, and compares every row with what it wrote. While
 * writes arrive, it writes or corrects an observation before each read.
 */
final class FreshnessCheck {
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final List<String> READERS = List.of("ANALYST", "PROGRAMME_MANAGER", "REVIEWER");
    private static final List<String> TARGET_GROUPS = List.of("YOUTH_AND_PUPILS", "STUDENTS", "OTHER");
    private static final String REPORT = "/v1/reports/reach?programme=CHECK&track=LOCAL&by=";
    private static final String OBSERVATIONS = "/v1/reach-observations";
    private static final String BY_GROUP = "targetGroup,year";
    private static final String BY_MUNICIPALITY = "municipality";

    private record Figure(String id, String fields, String group, String municipality, int value) {}

    private final KeepAliveConnection connection;
    private final Tokens tokens;
    private final List<String> municipalities;
    private final Random lot = new Random(5);
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "freshness-check");
    // As of the last write and as of the one before, by question and row.
    private Map<String, Map<String, Integer>> expected = sums();
    private Map<String, Map<String, Integer>> former = expected;
    private int reads;
    private int writes;
    private volatile boolean writing;
    private volatile boolean ended;

    FreshnessCheck(int port, Tokens tokens, List<String> municipalities) {
        this.connection = new KeepAliveConnection(port);
        this.tokens = tokens;
        this.municipalities = municipalities;
        thread.start();
    }

    /** From now on it writes before each read, or no more. */
    void write(boolean now) {
        writing = now;
    }

    private void run() {
        while (!ended) {
            try {
                if (writing) {
                    writeOne();
                }
                read(lot.nextInt(3) == 0 ? BY_MUNICIPALITY : BY_GROUP);
            } catch (IOException failure) {
                problems.add("checker: " + failure);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void writeOne() throws IOException {
        // Each time another one, because a correction has to change something.
        int value = ++writes;
        String reach = ",\"reach\":{\"kind\":\"EXACT\",\"value\":" + value + "}}";
        former = expected;
        if (figures.size() > 10 && lot.nextInt(3) == 0) {
            int corrected = lot.nextInt(figures.size());
            Figure figure = figures.get(corrected);
            // What a correction cannot change is not in it.
            String body = figure.fields().replace("\"programme\":\"CHECK\"", "\"reason\":\"r\"") + reach;
            post(OBSERVATIONS + "/" + figure.id() + "/corrections", body);
            figures.set(
                    corrected, new Figure(figure.id(), figure.fields(), figure.group(), figure.municipality(), value));
        } else {
            String group = TARGET_GROUPS.get(lot.nextInt(TARGET_GROUPS.size()));
            String municipality = municipalities.get(lot.nextInt(20));
            int year = 2007 + lot.nextInt(5);
            String fields = """
                    {"programme":"CHECK","projectId":"%s","track":"LOCAL","targetGroup":"%s",\
                    "period":{"from":"%d-01-01","until":"%d-01-01"},"source":"benchmark",\
                    "place":{"scope":"MUNICIPAL","municipalities":["%s"]}""".formatted(UUID.randomUUID(), group, year, year + 1, municipality);
            String id = post(OBSERVATIONS, fields + reach).path("id").asText();
            figures.add(new Figure(id, fields, group + " " + year, municipality, value));
        }
        expected = sums();
    }

    /** Repeats a request without a result, under the same idempotency key, because its write may have been made. */
    private JsonNode post(String path, String body) throws IOException {
        byte[] request = Question.post(path, tokens.of("RESEARCHER"), body);
        for (int tries = 1; tries <= 20; tries++) {
            connection.exchange(request);
            if (connection.status() == 201) {
                return Json.read(connection.body());
            }
            problems.add("checker: write: " + connection.failure());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("a write has no result after 20 requests");
    }

    private Map<String, Map<String, Integer>> sums() {
        Map<String, Integer> groups = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        figures.forEach(figure -> groups.merge(figure.group(), figure.value(), Integer::sum));
        figures.forEach(figure -> places.merge(figure.municipality(), figure.value(), Integer::sum));
        return Map.of(BY_GROUP, groups, BY_MUNICIPALITY, places);
    }

    private void read(String by) throws IOException {
        reads++;
        connection.exchange(Question.get(REPORT + by, tokens.of(READERS.get(lot.nextInt(READERS.size())))));
        if (connection.status() != 200) {
            problems.add("checker: " + connection.failure());
            return;
        }
        JsonNode report = Json.read(connection.body());
        Map<String, Integer> rows = new HashMap<>();
        for (JsonNode row : report.path("rows")) {
            String key = by.equals(BY_GROUP)
                    ? row.path("targetGroup").asText() + " " + row.path("year").asText()
                    : row.path("municipality").asText();
            rows.put(key, row.at("/reach/best").asInt());
        }
        if (!report.path("complete").asBoolean()) {
            problems.add("checker: incomplete");
        } else if (!rows.equals(expected.get(by))) {
            boolean stale = rows.equals(former.get(by));
            problems.add((stale ? "checker: stale: " : "checker: wrong: ") + differences(rows, expected.get(by)));
        }
    }

    private static String differences(Map<String, Integer> rows, Map<String, Integer> expected) {
        return Stream.concat(rows.keySet().stream(), expected.keySet().stream())
                .distinct()
                .sorted()
                .filter(row -> !Objects.equals(rows.get(row), expected.get(row)))
                .map(row -> row + " is " + rows.get(row) + " instead of " + expected.get(row))
                .collect(Collectors.joining(", "));
    }

    String summary() {
        return "%,d reports compared with %,d writes before them, %d of them stale, wrong, incomplete or refused"
                .formatted(reads, writes, problems.size());
    }

    List<String> problems() {
        return problems;
    }

    /** Waits for its last answer. */
    void end() throws InterruptedException, IOException {
        ended = true;
        thread.join();
        connection.close();
    }
}
