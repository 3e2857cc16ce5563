package nl.doorlichting.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.doorlichting.platform.dataset.RecordedUntil;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.reporting.imports.ImportWorker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A machine that pulls what was recorded gets every version once, and an answer as of a moment never changes, whatever is
 * written meanwhile (ADR 106).
 */
@ReportingServiceTest
class RecordedTimeTest {
    private static final String OBSERVATIONS = "/v1/reach-observations";
    private static final String EVER = "1970-01-01T00:00:00Z";
    // A write waits for it before it stores a figure, and readers do not.
    private static final String LOCK = "lock table reach_observation in share mode";
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and relation = cast('reach_observation' as regclass)";
    // A write of another instance: a figure like one that there is.
    private static final String OF_OTHER_INSTANCE = "insert into reach_observation"
            + " select (jsonb_populate_record(o, jsonb_build_object('observation_id', '%s', 'source', '%s', 'recorded_at',"
            + " clock_timestamp()))).* from reach_observation o where programme = '%s' and reference is null and version = 1 limit 1";
    private static final String ENOUGH = "60000";
    private static final int WRITERS = 3;
    private static final int WRITES = 25;

    @Inject
    ImportWorker worker;

    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = "RT-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a creation", "a creation with a key", "a correction", "a withdrawal", "an import"})
    void pullLeavesOutWhatIsRecordedSinceWriteBeganUntilItEnds(String kind) throws Exception {
        var first = Api.record(Observation.of(programme).reach(1));
        var until = pull(EVER, "").body("items", hasSize(1)).extract().<String>path("recordedUntil");
        pull(until, "").body("items", empty());
        until = pull(until, "").extract().path("recordedUntil");
        CompletableFuture<Void> write;
        String before;
        try (var lock = InFlightWrite.unregistered(LOCK)) {
            write = CompletableFuture.runAsync(() -> write(kind, first));
            awaitWaiting();
            before = pull(until, "").body("items", empty()).extract().path("recordedUntil");
            pull(before, "").body("items", empty()).body("recordedUntil", equalTo(before));
            // Half of this time it waits. A machine that stands still can use up the other half before the service has
            // begun.
            RunningTime.check(() -> asOf(Instant.now(), "4000")
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("recordedUntil", equalTo(before)));
            asOf(Instant.parse(before).minusNanos(1000), ENOUGH).statusCode(200);
            lock.end();
        }
        write.join();
        var withdrawn = kind.equals("a withdrawal") ? "&withdrawn=true" : "";
        var pulled = pull(before, withdrawn).body("items", hasSize(1)).extract();
        var recordedAt = Instant.parse(pulled.path("items[0].recordedAt"));
        assertFalse(recordedAt.isBefore(Instant.parse(before)));
        assertTrue(recordedAt.isBefore(Instant.parse(pulled.path("recordedUntil"))));
    }

    @Test
    void pullLeavesOutWhatIsRecordedWhileAnOlderWriteOfAnotherInstanceRuns() throws SQLException {
        Api.record(Observation.of(programme).reach(1));
        String until;
        // It has no transaction number.
        try (var write = InFlightWrite.of("select 1")) {
            Api.record(Observation.of(programme).reach(2));
            until = pull(EVER, "")
                    .body("items.reach.value", contains(1))
                    .body("total.value", equalTo(1))
                    .extract()
                    .path("recordedUntil");
            Api.analyst().get(list("")).then().body("items", hasSize(2)).body("recordedUntil", nullValue());
            assertEquals(2, table("&recordedSince=" + EVER).size());
            write.end();
        }
        pull(until, "").body("items.reach.value", contains(2));
        assertEquals(3, table("&recordedSince=" + EVER).size());
    }

    @Test
    void pagesOfOnePullHaveOneMoment() {
        IntStream.range(0, 5).forEach(i -> Api.record(Observation.of(programme).reach(i)));
        var first = pull(EVER, "&pageSize=2").body("total.value", equalTo(5)).extract();
        String until = first.path("recordedUntil");
        Api.record(Observation.of(programme).reach(9));
        for (var next : List.of(
                first.<String>path("links.next"),
                list("&pageSize=2&recordedSince=" + EVER + "&cursor=" + first.path("nextCursor")))) {
            var second = Api.unchecked(next);
            assertEquals(2, Api.list(second, "items").size());
            assertEquals(until, second.get("recordedUntil"));
            assertEquals(Map.of("value", 5, "exact", true), second.get("total"));
            var last = Api.unchecked((String) ((Map<?, ?>) second.get("links")).get("next"));
            assertEquals(1, Api.list(last, "items").size());
            assertEquals(until, last.get("recordedUntil"));
            assertNull(last.get("nextCursor"));
        }
        pull(until, "").body("items.reach.value", contains(9));
    }

    @Test
    void pullAsOfMomentGoesOnAfterIt() {
        Api.record(Observation.of(programme).reach(1));
        var asOf = Instant.now();
        var pulled = pull(EVER, "&asOf=" + asOf).body("items", hasSize(1)).extract();
        Api.record(Observation.of(programme).reach(2));
        pull(pulled.path("recordedUntil"), "").body("items.reach.value", contains(2));
        var toCome = Instant.now().plusSeconds(3600).toString();
        pull(toCome, "").body("items", empty()).body("recordedUntil", equalTo(toCome));
    }

    @Test
    void answersAsOfEarlierMomentWhileLongWriteRuns() throws SQLException {
        Api.record(Observation.of(programme).reach(1));
        var hourAgo = Instant.now().minusSeconds(3600);
        try (var write = InFlightWrite.unregistered("select pg_advisory_xact_lock_shared(cast(extract(epoch from"
                + " clock_timestamp() - interval '5 min' - timestamptz '2020-01-01 00:00:00+00') as integer), 0)")) {
            asOf(hourAgo, ENOUGH).statusCode(200).body("items", empty());
            // It would wait in vain, so it does not.
            asOf(Instant.now(), ENOUGH)
                    .statusCode(503)
                    .body("recordedUntil", notNullValue())
                    .time(lessThan(RecordedUntil.PATIENCE.toMillis()));
            write.end();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everyVersionIsPulledOnceAndNoAnswerAsOfMomentChanges(long seed) throws SQLException {
        Api.record(Observation.of(programme).reach(1));
        List<Runnable> works = new ArrayList<>();
        works.add(() -> writeOfOtherInstance(new Random(-seed)));
        works.add(() -> importFiles(new Random(seed)));
        for (var writer = 0; writer < WRITERS; writer++) {
            var own = new Random(seed * WRITERS + writer);
            works.add(() -> writeAtRandom(own));
        }
        var writers = works.stream()
                .map(work -> CompletableFuture.runAsync(work, task -> new Thread(task).start()))
                .toList();
        var all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        var random = new Random(-seed);
        var pulled = new HashSet<String>();
        var since = new LinkedHashMap<>(Map.of("", EVER, "&withdrawn=true", EVER));
        var answers = new LinkedHashMap<String, String>();
        try {
            do {
                since.replaceAll((parameters, last) -> pullAll(parameters, last, 1 + random.nextInt(7), pulled));
                var moment =
                        Instant.now().minusNanos(random.nextInt(50_000_000)).toString();
                answers.put(moment, answer(moment));
            } while (!all.isDone());
        } finally {
            all.join();
        }
        since.replaceAll((parameters, last) -> pullAll(parameters, last, 200, pulled));
        var missed =
                new HashSet<>(RowPolicies.asOwner("select distinct on (observation_id) observation_id || ' ' || version"
                        + " from reach_observation where programme = '" + programme
                        + "' order by observation_id, version desc"));
        assertTrue(missed.size() > WRITES);
        missed.removeAll(pulled);
        assertEquals(Set.of(), missed);
        assertTrue(answers.size() > 2);
        answers.forEach((moment, answer) -> assertEquals(answer, answer(moment), moment));
    }

    /** Adds every page to what was pulled, in which no version may be yet; returns where the next pull goes on. */
    private String pullAll(String parameters, String since, int size, Set<String> pulled) {
        var path = list(parameters + "&pageSize=" + size + "&recordedSince=" + since);
        String until = null;
        for (var next = path; next != null; ) {
            var page = Api.unchecked(next);
            var stated = (String) page.get("recordedUntil");
            assertTrue(until == null || until.equals(stated));
            until = stated;
            for (var item : Api.list(page, "items")) {
                var version = item.get("id") + " " + item.get("version");
                assertTrue(pulled.add(version), () -> "twice: " + version);
            }
            next = page.get("nextCursor") == null ? null : path + "&cursor=" + page.get("nextCursor");
        }
        return until;
    }

    private String answer(String asOf) {
        var observations = Api.unchecked(list("&pageSize=200&asOf=" + asOf));
        var sums = Api.unchecked("/v1/reach-statistics?programme=" + programme + "&asOf=" + asOf);
        return observations.get("items") + " " + observations.get("total") + " " + sums.get("rows")
                + sums.get("totals");
    }

    private void writeAtRandom(Random random) {
        var own = new ArrayList<String>();
        for (var write = 0; write < WRITES; write++) {
            if (own.isEmpty() || random.nextInt(3) > 0) {
                own.add(Api.record(Observation.of(programme).reach(random.nextInt(1000))));
            } else if (random.nextInt(4) > 0) {
                correct(own.get(random.nextInt(own.size())), random.nextInt(1000));
            } else {
                withdraw(own.remove(random.nextInt(own.size())));
            }
        }
    }

    private void writeOfOtherInstance(Random random) {
        for (var write = 0; write < WRITES; write++) {
            var id = UUID.randomUUID();
            var insert = OF_OTHER_INSTANCE.formatted(id, id, programme);
            try (var begun = InFlightWrite.of("select pg_sleep(" + random.nextDouble() / 20 + "); " + insert
                    + "; select pg_sleep(" + random.nextDouble() / 10 + ")")) {
                if (random.nextInt(5) > 0) {
                    begun.end();
                }
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        }
    }

    private void importFiles(Random random) {
        for (var file = 0; file < 5; file++) {
            importRows(1 + random.nextInt(40));
        }
    }

    private void write(String kind, String first) {
        switch (kind) {
            case "a creation" -> Api.record(Observation.of(programme).reach(2));
            case "a creation with a key" ->
                Api.researcher()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(Observation.of(programme)
                                .reach(2)
                                .ofAnotherSource()
                                .json())
                        .post(OBSERVATIONS)
                        .then()
                        .statusCode(201);
            case "a correction" -> correct(first, 2);
            case "a withdrawal" -> withdraw(first);
            default -> importRows(1);
        }
    }

    private static void correct(String path, int value) {
        Api.researcher()
                .body(Map.of("reason", "a test", "reach", Map.of("kind", "EXACT", "value", value)))
                .post(path + "/corrections")
                .then()
                .statusCode(201);
    }

    private static void withdraw(String path) {
        Api.researcher()
                .body(Map.of("reason", "a test"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private void importRows(int rows) {
        var file = new StringBuilder(ImportTest.HEADER + "\n");
        for (var row = 0; row < rows; row++) {
            var reference = UUID.randomUUID();
            file.append(programme + "," + reference
                    + ",2011-01-01,2012-01-01,YOUTH_AND_PUPILS,EXACT,1,MUNICIPAL,GM0988,of " + reference + ",\n");
        }
        var path = Api.researcher()
                .config(ImportTest.WITHOUT_CHARSET)
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file.toString().getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        worker.work();
        Api.researcher().get(path).then().body("status", equalTo("COMPLETED"));
    }

    private ValidatableResponse pull(String since, String parameters) {
        return Api.analyst()
                .get(list("&recordedSince=" + since + parameters))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse asOf(Instant moment, String millis) {
        return Api.analyst()
                .header(RequestDeadline.HEADER, millis)
                .get(list("&asOf=" + moment))
                .then();
    }

    private List<String> table(String parameters) {
        return Api.analyst()
                .accept("text/csv")
                .get(list(parameters).replace(OBSERVATIONS, OBSERVATIONS + "/csv"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private String list(String parameters) {
        return OBSERVATIONS + "?programme=" + programme + parameters;
    }

    private static void awaitWaiting() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !"0".equals(RowPolicies.asOwner(WAITING).get(0)));
    }
}
