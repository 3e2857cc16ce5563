package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every figure of the alerts and the dashboard has a source. Figures of the services name them in {@code job}; tests of
 * the services check that they exist (MonitoredMetrics). Others are listed here with their source and their labels.
 */
class AlertFiguresTest {
    private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_:]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern BARE = Pattern.compile(
            "\\b(?!doorlichting_nl_)(doorlichting|http|agroal|jvm|kube|kubelet|container|probe|certmanager|cnpg|barman)_\\w+(?![\\w{])");
    private static final Pattern JOB =
            Pattern.compile("job=~?\"(gateway|(funding|training|reporting)-service)(\\|\\w+-service)*\"");
    private static final Pattern OURS = Pattern.compile("(doorlichting|http_server|agroal|jvm)_.*");

    private static final Set<String> TARGET = Set.of("namespace", "pod", "job");
    /** The label doorlichting.nl/database of a pod, which the PodMonitor passes on. */
    private static final String DATABASE = "doorlichting_nl_database";

    // kube-state-metrics 2.x, docs/metrics/workload; kubelet and its cAdvisor, Kubernetes metrics reference and
    // cAdvisor's docs/storage/prometheus; blackbox exporter 0.2x; cert-manager 1.x, devops-tips/prometheus-metrics;
    // CloudNativePG 1.28, docs/monitoring and its default queries; plugin-barman-cloud 0.5 and newer,
    // docs/observability; up is Prometheus' own.
    private static final Map<String, Set<String>> FOREIGN = Map.ofEntries(
            Map.entry("up", Set.of()),
            Map.entry("kube_deployment_status_replicas_available", Set.of("deployment")),
            Map.entry("kube_deployment_status_replicas_unavailable", Set.of("deployment")),
            Map.entry("kube_pod_container_status_restarts_total", Set.of("container")),
            // Since 2.8.
            Map.entry("kube_pod_container_status_last_terminated_exitcode", Set.of("container")),
            Map.entry("kube_pod_container_status_last_terminated_reason", Set.of("container", "reason")),
            Map.entry("kube_pod_container_resource_limits", Set.of("container", "resource")),
            Map.entry("kube_job_failed", Set.of("job_name", "condition")),
            Map.entry("container_memory_working_set_bytes", Set.of("container")),
            Map.entry("container_memory_rss", Set.of("container")),
            Map.entry("container_memory_mapped_file", Set.of("container")),
            Map.entry("kubelet_volume_stats_used_bytes", Set.of("persistentvolumeclaim", "metrics_path")),
            Map.entry("kubelet_volume_stats_capacity_bytes", Set.of("persistentvolumeclaim")),
            Map.entry("probe_success", Set.of()),
            Map.entry("probe_ssl_earliest_cert_expiry", Set.of()),
            Map.entry("certmanager_certificate_expiration_timestamp_seconds", Set.of("name")),
            Map.entry("cnpg_collector_up", Set.of(DATABASE)),
            Map.entry("cnpg_pg_replication_streaming_replicas", Set.of()),
            Map.entry("cnpg_pg_replication_lag", Set.of()),
            Map.entry("cnpg_collector_pg_wal_archive_status", Set.of("value")),
            Map.entry("cnpg_pg_stat_archiver_last_failed_time", Set.of()),
            Map.entry("cnpg_pg_stat_archiver_last_archived_time", Set.of()),
            Map.entry("cnpg_pg_database_xid_age", Set.of("datname")),
            Map.entry("cnpg_backends_max_tx_duration_seconds", Set.of("usename", "application_name", "state")),
            Map.entry("barman_cloud_cloudnative_pg_io_last_available_backup_timestamp", Set.of(DATABASE)));

    @Test
    void everyFigureHasSource() {
        Set<String> recorded = AlertFile.all()
                .flatMap(AlertFile::rules)
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toSet());
        selectors().forEach(selector -> {
            String name = selector.group(1);
            if (OURS.matcher(name).matches()) {
                assertTrue(JOB.matcher(selector.group(2)).find(), selector.group() + " does not name its service");
            } else if (!recorded.contains(name)) {
                assertTrue(FOREIGN.containsKey(name), selector.group() + " has no known source");
                Set<String> unknown = labels(selector);
                unknown.removeAll(FOREIGN.get(name));
                unknown.removeAll(TARGET);
                assertEquals(Set.of(), unknown, selector.group());
            }
        });
    }

    @Test
    void everyFigureHasItsLabels() {
        expressions()
                .forEach(expression -> assertEquals(
                        List.of(),
                        BARE.matcher(expression)
                                .results()
                                .map(MatchResult::group)
                                .toList(),
                        expression));
    }

    @Test
    void findsFigures() {
        assertTrue(selectors().count() > 50);
    }

    private static Set<String> labels(MatchResult selector) {
        return LABEL.matcher(selector.group(2))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> selectors() {
        return expressions().flatMap(expression -> SELECTOR.matcher(expression).results());
    }

    private static Stream<String> expressions() {
        Stream<String> alerts = AlertFile.all()
                .flatMap(AlertFile::rules)
                .map(rule -> rule.path("expr").asText());
        JsonNode dashboard = Yaml.read(AlertFile.read(AlertFile.FOLDER.resolve("dashboard.json")))
                .get(0);
        Stream<String> panels = Manifest.elements(dashboard.path("panels"))
                .flatMap(panel -> Manifest.elements(panel.path("targets")))
                .map(target -> target.path("expr").asText());
        return Stream.concat(alerts, panels);
    }
}
