package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The order of one sync: databases with all they need, then migrations, then applications, then autoscalers. */
@NeedsKubectl
class ArgoCdTest {
    private final Manifests production = Overlay.PRODUCTION.manifests();

    @Test
    void migrationsComeAfterDatabasesAndBeforeApplications() {
        assertTrue(production.ofKind("Cluster").allMatch(cluster -> wave(cluster) == 0));
        assertTrue(production.ofKind("Job").allMatch(job -> wave(job) == 1));
        assertTrue(production.ofKind("Deployment").allMatch(deployment -> wave(deployment) == 2));
    }

    /** Argo CD reports an autoscaler without its Deployment as degraded, and then ends a sync of several waves. */
    @Test
    void autoscalersComeAfterDeployments() {
        assertTrue(production.ofKind("HorizontalPodAutoscaler").allMatch(scaler -> wave(scaler) == 3));
    }

    /** A sync hook, because a hook before the sync finds no database at a first installation. */
    @Test
    void migrationRunsInEachSync() {
        production.ofKind("Job").forEach(job -> {
            assertEquals("Sync", annotation(job, "hook"));
            assertEquals("BeforeHookCreation", annotation(job, "hook-delete-policy"));
        });
    }

    @Test
    void pruningDeletesNoDatabase() {
        production
                .ofKind("Cluster")
                .forEach(cluster -> assertEquals("Prune=false,Delete=false", annotation(cluster, "sync-options")));
    }

    private static int wave(Manifest manifest) {
        String wave = annotation(manifest, "sync-wave");
        return wave.isEmpty() ? 0 : Integer.parseInt(wave);
    }

    private static String annotation(Manifest manifest, String name) {
        return manifest.at("/metadata/annotations")
                .path("argocd.argoproj.io/" + name)
                .asText();
    }
}
