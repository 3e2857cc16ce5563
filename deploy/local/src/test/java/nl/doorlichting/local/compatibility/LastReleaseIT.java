package nl.doorlichting.local.compatibility;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.ApiClient;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.dataset.DataSetLoader;
import nl.doorlichting.local.production.ReleaseCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Upgrades from the last release and rolls back, with the jars of both: the old services run while the new Jobs migrate, then
 * new services behind the old gateway, then old services behind the new gateway.
 */
@Tag("acceptance")
@EnabledIf("nl.doorlichting.local.compatibility.LastRelease#isTried")
class LastReleaseIT {
    private static final Path NEW = Path.of(System.getProperty("doorlichting.home"));
    private static final Path OLD = LastRelease.folder();
    private static final List<Application> EVERY = List.of(Application.values());
    private static final List<Application> SERVICES = Application.services();
    private static final Duration LIMIT = Duration.ofSeconds(1);
    // The number of tries of a Job. A try that does not get a lock in time fails.
    private static final int TRIES = 7;

    @TempDir
    Path folder;

    /** Later versions are compared with the recorded contract, so it must be the released one. */
    @Test
    void recordedContractEqualsReleasedContract() throws Exception {
        String released = Files.readString(OLD.resolve("gateway/target/openapi/openapi.json"));
        assertEquals(Json.read(released), Json.read(ContractHistoryTest.recorded()));
    }

    @Test
    void upgradesInAnyOrderAndRollsBack() throws Exception {
        try (ReleaseCluster stage = new ReleaseCluster(folder)) {
            ApiClient gateway = stage.caller(Application.GATEWAY);
            startTheRelease(stage);
            load(stage);
            ReleaseResponses questions = ReleaseResponses.ask(gateway);
            String contract = contract(gateway);

            migrateUnderLoad(stage);
            questions.assertAlike("old services on the new schema");

            stage.stopAll(SERVICES);
            SERVICES.forEach(service -> stage.start(service, NEW));
            stage.awaitReady(EVERY);
            questions.assertAlike("the old gateway before new services");
            VersionedRecords records = new VersionedRecords(gateway);
            records.write();

            stage.stopAll(EVERY);
            stage.start(Application.GATEWAY, NEW);
            SERVICES.forEach(service -> stage.start(service, OLD));
            stage.awaitReady(EVERY);
            questions.assertAlike("the new gateway before old services");
            ContractHistoryTest.assertOnlyIntended(contract, contract(gateway));
            records.assertRead();
            records.change();
            SERVICES.forEach(service -> assertSealed(gateway, service));
        }
    }

    private static void startTheRelease(ReleaseCluster stage) throws Exception {
        stage.startDatabase();
        EVERY.forEach(application -> stage.startMigrating(application, OLD));
        stage.awaitReady(EVERY);
        for (Application service : SERVICES) {
            assertEquals(LastRelease.schema(), stage.schema(service));
        }
    }

    private static void load(ReleaseCluster stage) throws IOException {
        ProgressOutput silent = new ProgressOutput(new PrintStream(OutputStream.nullOutputStream()));
        new DataSetLoader(stage.http, stage.ports.url(Application.GATEWAY), stage.tokens, silent)
                .load(LastRelease.dataSet());
    }

    /** Requests may take a second more than before the migrations, because a busy machine is not a lock. */
    private static void migrateUnderLoad(ReleaseCluster stage) throws Exception {
        HttpLoad load = HttpLoad.start(asks(stage));
        load.awaitAnswers(20);
        HttpLoad.Wait before = load.longest();
        for (Application service : SERVICES) {
            migrate(stage, service);
            assertEquals(LastRelease.newestSchema(service), stage.schema(service));
        }
        load.awaitAnswers(10);
        HttpLoad.Wait longest = load.longest();
        load.end();
        assertTrue(longest.time().minus(before.time()).compareTo(LIMIT) < 0, () -> longest + "; before, " + before);
    }

    private static void migrate(ReleaseCluster stage, Application service) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            if (stage.migrate(service, Map.of()).get() == 0) {
                return;
            }
        }
        throw new AssertionError(service.title() + " is not migrated: " + Files.readString(stage.migrationLog()));
    }

    private static List<HttpLoad.Ask> asks(ReleaseCluster stage) {
        ApiClient funding = stage.caller(Application.FUNDING_SERVICE);
        ApiClient training = stage.caller(Application.TRAINING_SERVICE);
        ApiClient reporting = stage.caller(Application.REPORTING_SERVICE);
        return List.of(
                new HttpLoad.Ask(funding, 201, "POST", "/v1/organisations", "GRANT_OFFICER", """
                        {"number":"%s","name":"n","kind":"NON_PROFIT"}"""),
                new HttpLoad.Ask(funding, 200, "GET", "/v1/projects", "GRANT_OFFICER", null),
                new HttpLoad.Ask(training, 201, "POST", "/v1/training-sessions", "TRAINING_COORDINATOR", """
                        {"programme":"LOAD","trainingType":"PROFESSIONALS","title":"%s","date":"2030-01-01",                        "source":"test"}"""),
                new HttpLoad.Ask(training, 200, "GET", "/v1/training-sessions", "TRAINING_COORDINATOR", null),
                new HttpLoad.Ask(reporting, 201, "POST", "/v1/reach-observations", "RESEARCHER", """
                        {"programme":"LOAD","period":{"from":"2010-01-01","until":"2011-01-01"},"source":"%s",                        "targetGroup":"OTHER","reach":{"kind":"EXACT","value":1}}"""),
                new HttpLoad.Ask(reporting, 200, "GET", "/v1/reach-statistics", "ANALYST", null));
    }

    private static String contract(ApiClient gateway) {
        return gateway.get("/v1/openapi.json", "ANALYST").toString();
    }

    /** The audit trail is one chain over the events of both versions. */
    private static void assertSealed(ApiClient gateway, Application service) {
        String path = "/v1/" + service.database() + "-audit-verification";
        JsonNode trail = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> gateway.get(path, "AUDITOR"),
                        found -> found.at("/unsealed/count").asInt() == 0);
        assertTrue(trail.path("valid").asBoolean(), trail.toString());
        assertTrue(trail.path("events").asInt() > 0, trail.toString());
    }
}
