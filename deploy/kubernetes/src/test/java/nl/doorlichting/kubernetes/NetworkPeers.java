package nl.doorlichting.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Our pods of an overlay, pods of the platform, addresses outside, and peers that have no access. */
final class NetworkPeers {
    private NetworkPeers() {}

    static List<NetworkPeer> of(Manifests manifests) {
        List<NetworkPeer> peers = new ArrayList<>();
        manifests
                .withPods()
                .map(pods -> NetworkPeer.ofOurs(pods.podLabels().get("app.kubernetes.io/name"), pods.podLabels()))
                .forEach(peers::add);
        manifests.ofKind("Cluster").flatMap(NetworkPeers::database).forEach(peers::add);
        peers.addAll(platform());
        peers.addAll(outside(manifests.one("ConfigMap", "environment")));
        peers.addAll(withoutAccess());
        return peers;
    }

    /**
     * Instances, and pods of the operator's Jobs that make them. The operator labels both. Labels of the cluster are on
     * instances only.
     */
    private static Stream<NetworkPeer> database(Manifest cluster) {
        String name = DatabaseRules.database(cluster) + "-database";
        Map<String, String> labels = new TreeMap<>(Manifest.labels(cluster.at("/spec/inheritedMetadata/labels")));
        labels.put("cnpg.io/cluster", cluster.name());
        labels.put("cnpg.io/podRole", "instance");
        return Stream.concat(
                Stream.of(NetworkPeer.ofOurs(name, labels)),
                Stream.of("initdb", "join", "full-recovery")
                        .map(role -> NetworkPeer.ofOurs(
                                name + "-" + role,
                                Map.of("cnpg.io/cluster", cluster.name(), "cnpg.io/jobRole", role))));
    }

    private static List<NetworkPeer> platform() {
        return List.of(
                NetworkPeer.elsewhere("name servers", "kube-system", Map.of("k8s-app", "kube-dns")),
                new NetworkPeer(
                        "name servers",
                        Map.of("kubernetes.io/metadata.name", "openshift-dns"),
                        Map.of("dns.operator.openshift.io/daemonset-dns", "default"),
                        ""),
                NetworkPeer.elsewhere("router", "gateway-system", Map.of("app", "router")),
                new NetworkPeer(
                        "router",
                        Map.of(
                                "kubernetes.io/metadata.name",
                                "openshift-ingress",
                                "policy-group.network.openshift.io/ingress",
                                ""),
                        Map.of("app", "router"),
                        ""),
                NetworkPeer.elsewhere("monitoring", "monitoring", Map.of("app.kubernetes.io/name", "prometheus")),
                NetworkPeer.elsewhere(
                        "monitoring",
                        "openshift-user-workload-monitoring",
                        Map.of("app.kubernetes.io/name", "prometheus")),
                NetworkPeer.elsewhere(
                        "trace collector",
                        "observability",
                        Map.of("app.kubernetes.io/name", "opentelemetry-collector")),
                NetworkPeer.elsewhere(
                        "database operator", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg")));
    }

    private static List<NetworkPeer> outside(Manifest environment) {
        return List.of(
                NetworkPeer.outside("identity provider", address(environment, "issuerNetwork")),
                NetworkPeer.outside("Kubernetes API", address(environment, "kubernetesNetwork")),
                NetworkPeer.outside("object store", address(environment, "objectStoreNetwork")));
    }

    private static String address(Manifest environment, String network) {
        return environment.at("/data/" + network).asText().replaceAll("/.*", "");
    }

    /** Peers without any allowed flow. */
    private static List<NetworkPeer> withoutAccess() {
        return List.of(
                NetworkPeer.ofOurs("a stray pod of ours", Map.of("app", "stray")),
                NetworkPeer.elsewhere("a pod elsewhere", "default", Map.of("app.kubernetes.io/name", "prometheus")),
                NetworkPeer.elsewhere("a neighbour of monitoring", "monitoring", Map.of("app", "grafana")),
                NetworkPeer.elsewhere("a neighbour of the operator", "cnpg-system", Map.of("app", "barman-cloud")),
                NetworkPeer.elsewhere("a system pod", "kube-system", Map.of("k8s-app", "other")),
                NetworkPeer.outside("the internet", "203.0.113.7"));
    }
}
