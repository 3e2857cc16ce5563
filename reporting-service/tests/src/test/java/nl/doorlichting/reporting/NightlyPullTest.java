package nl.doorlichting.reporting;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.files.SourceTree;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.time.DutchCalendar;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy that deploy/pull keeps is the latest release every morning. */
@ReportingServiceTest
class NightlyPullTest {
    private static final Path PULL = SourceTree.REPOSITORY.resolve("deploy/pull/pull");
    private static final int NIGHTS = 30;
    private static final int DONE = 0;
    private static final int MISUSED = 2;
    private static final int UNREACHABLE = 69;
    private static final int REFUSED = 77;
    private static final List<String> GROUPS =
            List.of("YOUTH_AND_PUPILS", "PROFESSIONALS_AND_OFFICIALS", "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS");
    private static final List<String> MUNICIPALITIES = List.of("GM0363", "GM0518", "GM0599", "GM0344", "GM0014");

    @TestHTTPResource
    URL service;

    @TempDir
    Path folder;

    TrainingStub training;

    private String programme = "NIGHTLY";
    private final Random random = new Random(20261129);
    private final List<String> figures = new ArrayList<>();
    private final List<ProcessHandle> outliving = new ArrayList<>();
    private int corrections;
    private int day;
    private UnreliableNetwork network;
    // Enough for a machine that stands still.
    private int retries = 8;
    private Path token;
    // One for each run, because a request that outlives a killed run reports its end later.
    private Path log;
    private String output;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                Stream.of("bash", "curl", "jq", "flock").allMatch(NightlyPullTest::isThere),
                "THE PULLER IS NOT TESTED: it needs bash, curl, jq and flock");
        training.answerNothing();
        network = new UnreliableNetwork(service.getPort());
        token = Files.writeString(folder.resolve("token"), TestIssuer.token(Role.STATISTICS_CLIENT));
    }

    @AfterEach
    void stop() throws Exception {
        outliving.forEach(ProcessHandle::destroyForcibly);
        if (network != null) {
            network.close();
        }
    }

    @Test
    void copyIsLatestReleaseOnThirtyMornings() throws Exception {
        write(20);
        for (var night = 1; night <= NIGHTS; night++) {
            switch (night) {
                case 1 -> copied("(whole)");
                case 4, 5, 11, 20 -> nothingNew();
                case 7 -> unreachable();
                case 9 -> busyAtFirst();
                case 13 -> restored();
                case 14 -> copied("(whole)");
                case 16 -> killedInRequest(1, 20);
                case 17 -> killedInRequest(2, 300);
                case 18 -> killedInRequest(2, 1_500);
                case 22 -> killedInWholeFile();
                case 24 -> killedOnce("added");
                case 25 -> killedOnce("cells.ndjson");
                case 26 -> killedOnce(".next");
                default -> copied("(changes)");
            }
            if (night != 7) {
                assertCopyIs(latest());
            }
        }
    }

    /** It asks again after its connection broke, and has no place to write to any more. */
    @Test
    void requestOfKilledRunChangesNothingOfNextRun() throws Exception {
        programme = "OUTLIVED";
        retries = 1;
        write(1);
        copied("(whole)");
        writeAndPublish();
        network.stallsIn(1, 20);
        var killed = begin();
        assertTrue(network.awaitStall());
        outliving.addAll(killed.descendants().toList());
        killed.destroyForcibly().waitFor();
        network.stallsIn(2, 300);
        var next = begin();
        try {
            assertTrue(network.awaitStall());
            var asked = latest().getString("name");
            writeAndPublish();
            network.breakStalled();
            await().atMost(Duration.ofMinutes(1)).until(() -> outliving.stream().noneMatch(NightlyPullTest::runs));
            assertEquals(List.of(asked), namesInWork());
        } finally {
            outliving.addAll(next.descendants().toList());
            next.destroyForcibly().waitFor();
        }
        network.works();
        assertEquals(DONE, pull(), output);
        assertCopyIs(latest());
    }

    // A process that has ended, and whose parent has not asked for its end, counts as alive, without a command.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private List<String> namesInWork() throws Exception {
        try (var all = Files.walk(folder.resolve("copy"))) {
            return all.filter(file -> file.toString().contains("/.work") && file.endsWith("release.json"))
                    .map(file -> JsonPath.from(file.toFile()).getString("name"))
                    .toList();
        }
    }

    @Test
    void endsWithoutUsableToken() throws Exception {
        programme = "REFUSED";
        write(1);
        writeAndPublish();
        network.works();
        Files.writeString(token, "no.to.ken");
        assertEquals(REFUSED, pull(), output);
        assertEquals(List.of("401"), network.answers());
        Files.delete(token);
        assertEquals(MISUSED, pull(), output);
        assertEquals(1, network.requests());
        assertFalse(Files.exists(folder.resolve("copy/current")));
    }

    @Test
    void keepsCopyOfOneProgramme() throws Exception {
        programme = "KEPT";
        write(1);
        writeAndPublish();
        network.works();
        assertEquals(0, pull(), output);
        programme = "ANOTHER";
        assertEquals(MISUSED, pull(), output);
        programme = "KEPT";
        assertCopyIs(latest());
    }

    /** Another release is pulled; after the unreachable night two of them. */
    private void copied(String how) throws Exception {
        writeAndPublish();
        network.works();
        assertEquals(DONE, pull(), output);
        assertTrue(output.endsWith(how + "\n"), output);
    }

    /** Records were added, and the latest release was verified. */
    private void nothingNew() throws Exception {
        write(1);
        Api.analyst()
                .post("/v1/releases/" + copy().getString("id") + "/verification")
                .then()
                .statusCode(200)
                .body("verification.intact", equalTo(true));
        network.works();
        assertEquals(DONE, pull(), output);
        assertEquals("Nothing new since release " + copy().getString("name") + "\n", output);
        assertEquals(List.of("304"), network.answers());
        assertEquals(1, network.requests());
    }

    private void unreachable() throws Exception {
        var before = latest();
        writeAndPublish();
        network.isAway();
        retries = 1;
        assertEquals(UNREACHABLE, pull(), output);
        retries = 8;
        assertCopyIs(before);
    }

    private void busyAtFirst() throws Exception {
        writeAndPublish();
        network.isBusyFor(1);
        assertEquals(DONE, pull(), output);
        assertEquals(3, network.requests());
    }

    /** The database is as it was before the last two releases. */
    private void restored() throws Exception {
        var gone = copy().getString("name");
        owner(
                "alter table release disable trigger immutable",
                "alter table release_cell disable trigger immutable",
                "alter table release_table disable trigger immutable",
                "alter table release_change disable trigger immutable");
        for (var i = 0; i < 2; i++) {
            var id = "'" + latest().getString("id") + "'";
            owner(
                    "delete from release_verification where release_id = " + id,
                    "delete from release_change where release_id = " + id,
                    "delete from release_cell where release_id = " + id,
                    "delete from release_table where release_id = " + id,
                    "delete from release where id = " + id);
        }
        owner(
                "alter table release enable trigger immutable",
                "alter table release_cell enable trigger immutable",
                "alter table release_table enable trigger immutable",
                "alter table release_change enable trigger immutable");
        anotherEpoch();
        assertNotEquals(gone, latest().getString("name"));
        network.works();
        assertEquals(DONE, pull(), output);
        assertTrue(output.endsWith("(whole)\n"), output);
    }

    private void killedInRequest(int request, int bytes) throws Exception {
        var before = latest();
        writeAndPublish();
        killInRequest(request, bytes);
        assertCopyIs(before);
        network.works();
        assertEquals(DONE, pull(), output);
        assertTrue(output.endsWith("(changes)\n"), output);
    }

    private void killedInWholeFile() throws Exception {
        var before = latest();
        anotherEpoch();
        writeAndPublish();
        killInRequest(2, 3_000);
        assertCopyIs(before);
        network.works();
        assertEquals(DONE, pull(), output);
        assertTrue(output.endsWith("(whole)\n"), output);
    }

    private void killInRequest(int request, int bytes) throws Exception {
        network.stallsIn(request, bytes);
        var run = begin();
        assertTrue(network.awaitStall(), () -> "no answer of " + bytes + " bytes");
        outliving.addAll(run.descendants().toList());
        run.destroyForcibly().waitFor();
    }

    /** Once this file is there; where in the run that is, differs. */
    private void killedOnce(String file) throws Exception {
        var before = latest();
        writeAndPublish();
        network.works();
        var run = begin();
        while (run.isAlive() && !isInCopy(file)) {
            Thread.onSpinWait();
        }
        run.destroyForcibly().waitFor();
        awaitEndOfPrograms();
        assertCopyIs(copy().getString("id").equals(before.getString("id")) ? before : latest());
        assertEquals(DONE, pull(), output);
    }

    /** In the folder itself, or in that of a run. */
    private boolean isInCopy(String file) throws IOException {
        var copy = folder.resolve("copy");
        try (var runs = Files.newDirectoryStream(copy, ".work.*")) {
            for (var run : runs) {
                if (Files.exists(run.resolve(file))) {
                    return true;
                }
            }
        }
        return Files.exists(copy.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    /** Those of a killed run, such as mv, end after it. They hold its lock. */
    private void awaitEndOfPrograms() throws Exception {
        var lock = folder.resolve("copy/.lock").toString();
        assertEquals(
                0,
                new ProcessBuilder("flock", "--timeout", "60", lock, "true")
                        .start()
                        .waitFor());
    }

    private void writeAndPublish() throws Exception {
        write(1 + random.nextInt(4));
        for (var i = 0; i < 2; i++) {
            correct("{\"kind\":\"EXACT\",\"value\":" + random.nextInt(1000) + "}");
        }
        correct("{\"kind\":\"NOT_MEASURED\",\"reason\":\"withdrawn\"}");
        day++;
        QuarkusMock.installMockForType(
                new DutchCalendar(Clock.offset(Clock.systemUTC(), Duration.ofDays(day))), DutchCalendar.class);
        var release = ReleaseTest.prepare(programme, ",\"reason\":\"CORRECTION\"")
                .statusCode(201)
                .extract()
                .header("Location");
        ReleaseTest.publish(release).statusCode(200);
    }

    private void write(int some) {
        for (var i = 0; i < some; i++) {
            var year = 2008 + random.nextInt(4);
            figures.add(Api.record(Observation.of(programme)
                    .period(year + "-01-01", (year + 1) + "-01-01")
                    .with("targetGroup", "\"" + any(GROUPS) + "\"")
                    .in(any(MUNICIPALITIES))
                    .reach(random.nextInt(1000))));
        }
    }

    // Of another source each time: one that changed nothing would be refused.
    private void correct(String reach) {
        Api.researcher()
                .body("{\"reason\":\"seen again\",\"source\":\"correction " + ++corrections + "\",\"targetGroup\":\""
                        + any(GROUPS) + "\",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"},\"reach\":"
                        + reach + "}")
                .post(any(figures) + "/corrections")
                .then()
                .statusCode(201);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void anotherEpoch() throws Exception {
        owner("update data_set set epoch = gen_random_uuid() where name = 'reach'");
    }

    private static void owner(String... statements) throws Exception {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = new TestDatabase(url, "reporting_owner", "reporting_app").asOwner();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private int pull() throws Exception {
        var run = begin();
        assertTrue(run.waitFor(10, TimeUnit.MINUTES));
        // Where it stalled, a request of a killed run gives up after a minute, and asks again in a later night.
        outliving.forEach(ProcessHandle::destroyForcibly);
        outliving.clear();
        output = Files.readString(log);
        return run.exitValue();
    }

    private Process begin() throws Exception {
        log = Files.createTempFile(folder, "run", ".log");
        var run = new ProcessBuilder(
                        "bash",
                        PULL.toString(),
                        programme,
                        folder.resolve("copy").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        run.environment().put("DOORLICHTING_URL", network.url());
        run.environment().put("DOORLICHTING_TOKEN_FILE", token.toString());
        run.environment().put("DOORLICHTING_PULL_RETRIES", String.valueOf(retries));
        return run.start();
    }

    private JsonPath latest() {
        return Api.as(TestIssuer.token(Role.STATISTICS_CLIENT))
                .get("/v1/releases/latest?programme=" + programme)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath copy() {
        return JsonPath.from(folder.resolve("copy/current/release.json").toFile());
    }

    private void assertCopyIs(JsonPath release) throws Exception {
        assertEquals(release.getString("id"), copy().getString("id"));
        var cells = Files.readAllBytes(folder.resolve("copy/current/cells.ndjson"));
        var file = given().auth()
                .oauth2(Files.readString(token))
                .get("/v1/releases/" + release.getString("id") + "/file")
                .asByteArray();
        assertEquals(release.getLong("bytes"), cells.length);
        assertEquals(
                new String(file, StandardCharsets.UTF_8).lines().sorted().toList(),
                new String(cells, StandardCharsets.UTF_8).lines().toList());
        assertEquals(
                release.getString("sortedSha256"),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cells)));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(at -> Files.isExecutable(Path.of(at, program)));
    }
}
