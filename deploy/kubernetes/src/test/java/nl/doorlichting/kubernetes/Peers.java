package nl.doorlichting.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who is there: our pods as an overlay makes them, those around them, and strangers. */
final class Peers {
    private Peers() {}

    static List<Peer> of(Manifests manifests) {
        List<Peer> peers = new ArrayList<>();
        manifests
                .withPods()
                .map(pods -> Peer.ofOurs(pods.podLabels().get("app.kubernetes.io/name"), pods.podLabels()))
                .forEach(peers::add);
        manifests.ofKind("Cluster").flatMap(Peers::database).forEach(peers::add);
        peers.addAll(platform());
        peers.addAll(outside(manifests.one("ConfigMap", "environment")));
        peers.addAll(strangers());
        return peers;
    }

    /**
     * Instances, and the pods of the operator's Jobs that make them. The operator labels both; what a cluster hands down
     * is on instances only.
     */
    private static Stream<Peer> database(Manifest cluster) {
        String name = DatabaseRules.database(cluster) + "-database";
        Map<String, String> labels = new TreeMap<>(Manifest.labels(cluster.at("/spec/inheritedMetadata/labels")));
        labels.put("cnpg.io/cluster", cluster.name());
        labels.put("cnpg.io/podRole", "instance");
        return Stream.concat(
                Stream.of(Peer.ofOurs(name, labels)),
                Stream.of("initdb", "join", "full-recovery")
                        .map(role -> Peer.ofOurs(
                                name + "-" + role,
                                Map.of("cnpg.io/cluster", cluster.name(), "cnpg.io/jobRole", role))));
    }

    private static List<Peer> platform() {
        return List.of(
                Peer.elsewhere("name servers", "kube-system", Map.of("k8s-app", "kube-dns")),
                new Peer(
                        "name servers",
                        Map.of("kubernetes.io/metadata.name", "openshift-dns"),
                        Map.of("dns.operator.openshift.io/daemonset-dns", "default"),
                        ""),
                Peer.elsewhere("router", "gateway-system", Map.of("app", "router")),
                new Peer(
                        "router",
                        Map.of(
                                "kubernetes.io/metadata.name",
                                "openshift-ingress",
                                "policy-group.network.openshift.io/ingress",
                                ""),
                        Map.of("app", "router"),
                        ""),
                Peer.elsewhere("monitoring", "monitoring", Map.of("app.kubernetes.io/name", "prometheus")),
                Peer.elsewhere(
                        "monitoring",
                        "openshift-user-workload-monitoring",
                        Map.of("app.kubernetes.io/name", "prometheus")),
                Peer.elsewhere(
                        "trace collector",
                        "observability",
                        Map.of("app.kubernetes.io/name", "opentelemetry-collector")),
                Peer.elsewhere("database operator", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg")));
    }

    private static List<Peer> outside(Manifest environment) {
        return List.of(
                Peer.outside("identity provider", address(environment, "issuerNetwork")),
                Peer.outside("Kubernetes API", address(environment, "kubernetesNetwork")),
                Peer.outside("object store", address(environment, "objectStoreNetwork")));
    }

    private static String address(Manifest environment, String network) {
        return environment.at("/data/" + network).asText().replaceAll("/.*", "");
    }

    /** Nobody may reach us from here, or be reached. */
    private static List<Peer> strangers() {
        return List.of(
                Peer.ofOurs("a stray pod of ours", Map.of("app", "stray")),
                Peer.elsewhere("a pod elsewhere", "default", Map.of("app.kubernetes.io/name", "prometheus")),
                Peer.elsewhere("a neighbour of monitoring", "monitoring", Map.of("app", "grafana")),
                Peer.elsewhere("a neighbour of the operator", "cnpg-system", Map.of("app", "barman-cloud")),
                Peer.elsewhere("a system pod", "kube-system", Map.of("k8s-app", "other")),
                Peer.outside("the internet", "203.0.113.7"));
    }
}
