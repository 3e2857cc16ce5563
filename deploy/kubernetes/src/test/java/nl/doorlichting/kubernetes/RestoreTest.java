package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore makes new clusters from the backups of those in use, of one moment, and connects the services to them. */
@NeedsKubectl
class RestoreTest {
    private static final Set<String> PLATFORM = Set.of(
            "HTTPRoute",
            "Route",
            "NetworkPolicy",
            "ServiceMonitor",
            "PodMonitor",
            "Probe",
            "PrometheusRule",
            "Service");

    private final Manifests production = Overlay.PRODUCTION.manifests();
    private final Manifests restore = Overlay.RESTORE.manifests();

    @Test
    void isPractisedInStagingInTheSameWay() {
        Manifests staging = Overlay.RESTORE_STAGING.manifests();
        assertEquals(
                Set.of("doorlichting-staging"),
                staging.ofKind("Cluster")
                        .map(cluster -> cluster.at("/metadata/namespace").asText())
                        .collect(Collectors.toSet()));
        restore.ofKind("Cluster")
                .forEach(cluster -> assertEquals(
                        cluster.at("/spec/externalClusters"),
                        staging.one("Cluster", cluster.name()).at("/spec/externalClusters")));
    }

    /** Otherwise a restore cuts off the router, the name servers or the monitoring of the platform. */
    @Test
    void leavesPlatformAsItIs() {
        assertSamePlatform(production, restore);
        assertSamePlatform(Overlay.OPENSHIFT.manifests(), Overlay.RESTORE_OPENSHIFT.manifests());
    }

    private static void assertSamePlatform(Manifests before, Manifests after) {
        assertEquals(platform(before), platform(after));
        assertTrue(platform(before).size() > 5);
    }

    /** What is not of one database: routes, monitors and policies. */
    private static Map<String, JsonNode> platform(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> PLATFORM.contains(manifest.kind()))
                .filter(manifest -> !manifest.json().toString().contains("cnpg.io/cluster"))
                .collect(Collectors.toMap(manifest -> manifest.kind() + " " + manifest.name(), Manifest::json));
    }

    @Test
    void recoversOnOpenShiftInTheSameWay() {
        Manifests openshift = Overlay.RESTORE_OPENSHIFT.manifests();
        assertEquals(clusters(restore), clusters(openshift), "the two differ in what is around the databases only");
    }

    private static Map<String, JsonNode> clusters(Manifests manifests) {
        return manifests
                .ofKind("Cluster")
                .collect(Collectors.toMap(Manifest::name, cluster -> cluster.at("/spec/bootstrap")));
    }

    @Test
    void changesNoClusterInUse() {
        Set<String> inUse = production.ofKind("Cluster").map(Manifest::name).collect(Collectors.toSet());
        assertTrue(restore.ofKind("Cluster").map(Manifest::name).noneMatch(inUse::contains));
        assertEquals(3, restore.ofKind("Cluster").count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void recoversClusterFromClusterInUse(String database) {
        Manifest restored = restore.one("Cluster", database + "-database-2");
        JsonNode origin = restored.at("/spec/externalClusters/0");
        assertEquals(origin.path("name"), restored.at("/spec/bootstrap/recovery/source"));
        assertEquals(
                production.one("Cluster", database + "-database-1").name(),
                origin.at("/plugin/parameters/serverName").asText());
        assertEquals(
                restore.one("ConfigMap", "restore").at("/data/targetTime").asText(),
                restored.at("/spec/bootstrap/recovery/recoveryTarget/targetTime")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding", "training", "reporting"})
    void serviceAndMigrationUseRecoveredCluster(String database) {
        String url = restore.ofKind("ConfigMap")
                .filter(map -> map.name().startsWith(database + "-database-"))
                .map(map -> map.at("/data/QUARKUS_DATASOURCE_JDBC_URL").asText())
                .findFirst()
                .orElseThrow();
        assertTrue(url.startsWith("jdbc:postgresql://" + database + "-database-2-rw/" + database + "?"), url);
        Manifest job = restore.ofKind("Job")
                .filter(each -> each.name().startsWith(database + "-migration-"))
                .findFirst()
                .orElseThrow();
        // Another name than that of production's Job, which has run already. The epoch of the data set changes.
        assertTrue(job.name().endsWith("-2"), job.name());
        assertTrue(job.json().toString().contains("generation-2"), job::name);
        assertTrue(restore.one("Deployment", database + "-service")
                .json()
                .toString()
                .contains(database + "-database-2-ca"));
    }
}
