package nl.doorlichting.kubernetes;

import static nl.doorlichting.kubernetes.ManifestMutation.set;
import static nl.doorlichting.kubernetes.ManifestMutation.with;
import static nl.doorlichting.kubernetes.ManifestMutation.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule reports a mutation of the production manifests that breaks it. */
@NeedsKubectl
class ManifestRulesMutationTest {
    private static final String APP = "/spec/template/spec/containers/0";

    static Stream<ManifestMutation> mutations() {
        return Stream.of(pods(), workloads(), safety(), images(), databases()).flatMap(each -> each);
    }

    private static Stream<ManifestMutation> pods() {
        String restricted = "pods are restricted";
        return Stream.of(
                set(restricted, "Deployment", "gateway", "/spec/template/spec/hostNetwork", true),
                set(restricted, "Deployment", "gateway", "/spec/template/spec/securityContext/runAsNonRoot", null),
                set(restricted, "Job", "funding", "/spec/template/spec/securityContext/seccompProfile", null),
                set(restricted, "Deployment", "gateway", APP + "/securityContext/allowPrivilegeEscalation", true),
                set(restricted, "Deployment", "gateway", APP + "/securityContext/capabilities/drop/0", null),
                set(restricted, "Deployment", "gateway", APP + "/ports/0/hostPort", 80),
                set(restricted, "Deployment", "gateway", "/spec/template/spec/volumes/0/hostPath", "/"),
                set("the platform chooses the user", "Deployment", "gateway", APP + "/securityContext/runAsUser", 1000),
                set("the platform chooses the user", "Job", "", "/spec/template/spec/securityContext/fsGroup", 0),
                set(
                        "the root is read-only",
                        "Deployment",
                        "gateway",
                        APP + "/securityContext/readOnlyRootFilesystem",
                        false),
                set("the root is read-only", "Job", "funding", "/spec/template/spec/volumes/0", null),
                set("no pod has a token", "ServiceAccount", "gateway", "/automountServiceAccountToken", null),
                set("no pod has a token", "Job", "funding", "/spec/template/spec/automountServiceAccountToken", true),
                set("no pod has a token", "Deployment", "gateway", "/spec/template/spec/serviceAccountName", "default"),
                set("resources are asked and limited", "Job", "funding", APP + "/resources/limits/memory", null),
                set("resources are asked and limited", "Deployment", "gateway", APP + "/resources/requests/cpu", null));
    }

    private static Stream<ManifestMutation> workloads() {
        return Stream.of(
                set(
                        "probes mean different things",
                        "Deployment",
                        "gateway",
                        APP + "/livenessProbe/httpGet/path",
                        "/q/health/ready"),
                set("probes mean different things", "Deployment", "gateway", APP + "/startupProbe", null),
                set("pods drain", "Deployment", "gateway", APP + "/lifecycle", null),
                set("pods drain", "Deployment", "gateway", "/spec/template/spec/terminationGracePeriodSeconds", 10),
                set("pods spread", "Deployment", "gateway", "/spec/template/spec/topologySpreadConstraints/1", null),
                set("an autoscaler sets the number of pods", "Deployment", "gateway", "/spec/replicas", 2),
                set(
                        "an autoscaler sets the number of pods",
                        "HorizontalPodAutoscaler",
                        "gateway",
                        "/spec/scaleTargetRef/name",
                        "other"),
                set("nodes can be drained", "PodDisruptionBudget", "gateway", "/spec/maxUnavailable", 0),
                set(
                        "nodes can be drained",
                        "PodDisruptionBudget",
                        "gateway",
                        "/spec/selector/matchLabels",
                        java.util.Map.of("a", "b")),
                set("services fit", "Service", "gateway", "/spec/ports/0/targetPort", "other"),
                set("services fit", "Service", "gateway", "/spec/selector/app", "other"),
                without("services fit", "ServiceMonitor", "gateway"),
                set("the environment is complete", "Deployment", "funding-service", APP + "/envFrom/1", null),
                set("the environment is complete", "Deployment", "gateway", APP + "/envFrom/0", null),
                set("the environment is complete", "Job", "funding", APP + "/envFrom/0", null),
                set("the environment is complete", "Deployment", "funding-service", APP + "/env/2", null),
                set("the environment is complete", "Deployment", "reporting-service", APP + "/env/3", null),
                set("proxies are named", "Deployment", "training-service", APP + "/env/3", null),
                set("proxies are named", "Deployment", "reporting-service", APP + "/env/2/value", "0.0.0.0/0"),
                set("proxies are named", "ConfigMap", "environment", "/data/podNetwork", "0.0.0.0/0"));
    }

    private static Stream<ManifestMutation> safety() {
        String exposed = "only the gateway is exposed";
        return Stream.of(
                with("no secret in git", "{kind: Secret, metadata: {name: a}, data: {password: Zm9v}}"),
                set("no secret in git", "Deployment", "training-service", APP + "/env/1/value", "a secret"),
                without("every secret is made", "ExternalSecret", "personal-data-keys"),
                without("every secret is made", "ExternalSecret", "rounding-secret"),
                set("every secret is made", "Cluster", "funding", "/metadata/name", "renamed"),
                without(exposed, "HTTPRoute", "gateway"),
                with(exposed, "{kind: Ingress, metadata: {name: a}}"),
                set(exposed, "Service", "funding-service", "/spec/type", "LoadBalancer"),
                set(exposed, "HTTPRoute", "gateway", "/spec/rules/0/backendRefs/0/name", "funding-service"),
                set(exposed, "HTTPRoute", "gateway", "/spec/rules/0/backendRefs/0/port", 9000),
                set(exposed, "HTTPRoute", "gateway", "/spec/rules/0/matches/3/path/type", "PathPrefix"),
                with(
                        exposed,
                        "{kind: Route, metadata: {name: a}, spec: {to: {name: gateway}, port: {targetPort:"
                                + " management}}}"),
                set(
                        "the namespace is closed",
                        "Namespace",
                        "",
                        "/metadata/labels/pod-security.kubernetes.io~1enforce",
                        "baseline"),
                set("everything is filled in", "ConfigMap", "environment", "/data/issuer", "set-by-environment"),
                set("alerts are about their environment", "PrometheusRule", "", "/metadata/namespace", "elsewhere"),
                without("the namespace is closed", "NetworkPolicy", "deny-all"),
                set("the namespace is closed", "Service", "gateway", "/metadata/namespace", "default"));
    }

    private static Stream<ManifestMutation> images() {
        return Stream.of(
                set(
                        "images are locked",
                        "Deployment",
                        "gateway",
                        APP + "/image",
                        "registry.example.org/doorlichting/gateway:latest"),
                set(
                        "images are locked",
                        "Cluster",
                        "funding",
                        "/spec/imageName",
                        "registry.example.org/other/postgresql:18"),
                set(
                        "all is of one version",
                        "Deployment",
                        "gateway",
                        APP + "/image",
                        "registry.example.org/doorlichting/gateway:0.0.1"),
                set("all is of one version", "Job", "funding", "/metadata/name", "funding-migration-0.0.1-1"));
    }

    private static Stream<ManifestMutation> databases() {
        String available = "databases are available";
        String recoverable = "databases can be recovered";
        return Stream.of(
                set(available, "Cluster", "funding", "/spec/instances", 2),
                set(available, "Cluster", "funding", "/spec/postgresql/synchronous/dataDurability", "preferred"),
                set(available, "Cluster", "funding", "/spec/postgresql/synchronous/failoverQuorum", false),
                set(available, "Cluster", "funding", "/spec/plugins/0/isWALArchiver", false),
                without(available, "ScheduledBackup", "funding"),
                set(recoverable, "Cluster", "training", "/spec/postgresql/parameters/archive_timeout", "1h"),
                set(recoverable, "ObjectStore", "backups", "/spec/configuration/wal/encryption", null),
                set(recoverable, "ObjectStore", "backups", "/spec/retentionPolicy", "40d"),
                set(recoverable, "ObjectStore", "backups", "/metadata/annotations", null),
                set("connections fit", "HorizontalPodAutoscaler", "funding-service", "/spec/maxReplicas", 5),
                set("connections fit", "Cluster", "funding", "/spec/postgresql/parameters/max_connections", "90"),
                set(
                        "roles have timeouts",
                        "Cluster",
                        "funding",
                        "/spec/bootstrap/initdb/postInitApplicationSQL",
                        java.util.List.of()),
                without("a Job migrates", "Job", "funding"),
                set("a Job migrates", "Job", "funding", "/spec/backoffLimit", 0),
                set(
                        "a Job migrates",
                        "Deployment",
                        "funding-service",
                        APP + "/env/0/name",
                        "QUARKUS_FLYWAY_MIGRATE_AT_START"),
                set(
                        "a Job migrates",
                        "Deployment",
                        "funding-service",
                        APP + "/env/0/valueFrom/secretKeyRef/name",
                        "funding-database-owner"));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void ruleReportsMutation(ManifestMutation mutation) {
        Manifests manifests = Overlay.PRODUCTION.manifests().copy();
        mutation.change().accept(manifests);
        assertNotEquals(
                0, ManifestRules.ALL.get(mutation.rule()).breaches(manifests).count());
    }

    @Test
    void everyRuleHasMutation() {
        assertEquals(
                ManifestRules.ALL.keySet(),
                mutations().map(ManifestMutation::rule).collect(Collectors.toSet()));
    }

    /** Once a digest is locked, the tag alone and another digest are refused. */
    @Test
    void reportsImageThatIsNotLocked() {
        ImagesLock lock = new ImagesLock(ImagesLock.read().images().stream()
                .map(image -> new ImagesLock.Image(image.name(), image.tag(), "sha256:" + "0".repeat(64)))
                .toList());
        assertNotEquals(
                0, ImageRules.locked(Overlay.PRODUCTION.manifests(), lock).count());
    }
}
